"""A same-length mask over wikitext, so that the tokenizer stays linear and offsets stay true.

The tokenizer backtracks over every construct that opens and never closes; markup it need not see costs tokens.
The mask replaces, one character for one, what opens nothing ("<2 Kb", a brace without partner, NUL) by a character
that is plain text, and what a reader does not see (apostrophes of bold and italic, magic words) by one that is dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

RAW = frozenset(
    [
        "nowiki",
        "math",
        "chem",
        "ce",
        "pre",
        "syntaxhighlight",
        "source",
        "code",
        "timeline",
        "score",
        "templatedata",
        "graph",
        "hiero",
        "mapframe",
        "maplink",
    ]
)
"""Tags whose content is not wikitext, or not prose."""
_OPTIONAL_CLOSE = frozenset(["br", "hr", "li", "dd", "dt", "tr", "td", "th", "img", "wbr", "meta", "link"])

_HTML = frozenset(
    [
        "b",
        "i",
        "u",
        "em",
        "strong",
        "small",
        "big",
        "center",
        "font",
        "span",
        "div",
        "p",
        "tt",
        "sup",
        "sub",
        "abbr",
        "cite",
        "q",
        "blockquote",
        "table",
        "caption",
        "ref",
        "references",
        "nowiki",
        "includeonly",
        "noinclude",
        "onlyinclude",
        "poem",
        "gallery",
        "section",
        "bdi",
        "bdo",
        "kbd",
        "samp",
        "var",
        "dfn",
        "ins",
        "del",
        "s",
        "strike",
    ]
)
"""Tags that a reader does not see where they stand without a partner."""

_TOKEN = re.compile(
    r"""(?P<whole> \[\[[^\[\]{}<>]*+\]\] | \{\{(?!\{)[^\[\]{}<>]*+\}\}(?!\}) ) | <!--
    | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<attrs>[^<>]*)(?P<end>>?) | <
    | \{\{+ | \}\}+ | \[\[ | \]\] | \[(?=\w{2,12}:|//) | ^[\ \t:]*\{\| | ^[\ \t]*\|\}(?!\})""",
    re.VERBOSE | re.MULTILINE,
)
_CLOSES = re.compile(r"[^\]\n]*\]")
_QUOTES = re.compile(r"''+")
_MAGIC = re.compile(r"__[A-Z]{3,}__")
_ADDRESS = re.compile(r"=[ \t]*https?://")
_CANDIDATES = "\ue000\ue001\ue002\ue003\uf8fd\uf8fe"


class Mask(NamedTuple):
    """The masked text, the character that stands in it for what is dropped, and the references it took out.

    `references` are the short ones (`<ref name="x" />`): start → end. `opaque` are the spans in which the tokenizer
    sees text alone; `free` is a character that the text does not hold.
    """

    text: str
    dropped: str
    references: dict[int, int]
    opaque: list[tuple[int, int]]
    free: str


def mask(text: str) -> Mask:
    """`text` with the same length, safe and quick to tokenize."""
    plain, dropped, free = _free_characters(text)
    masked = text.replace("\0", plain)
    pairing = Pairing(text)
    if pairing.unpaired or pairing.unseen:
        chars = list(masked)
        for at in pairing.unpaired:
            chars[at] = plain
        for start, end in pairing.unseen:
            chars[start:end] = dropped * (end - start)
        masked = "".join(chars)
    masked = _QUOTES.sub(lambda m: _drop_quotes(len(m.group()), dropped), masked)
    if "__" in masked:
        masked = _MAGIC.sub(lambda m: dropped * len(m.group()), masked)
    # An address as a parameter's value would be tokenized as a link, which costs and says nothing.
    masked = _ADDRESS.sub(lambda m: m.group()[:-3] + plain + "//", masked)
    return Mask(masked, dropped, pairing.references, pairing.opaque, free)


def _free_characters(text: str) -> list[str]:
    """Three private-use characters that the text does not hold."""
    free = [c for c in _CANDIDATES if c not in text]
    if len(free) < 3:
        free = [c for c in map(chr, range(0xF0000, 0xFFFFD)) if c not in text]
    return free[:3]


def _drop_quotes(length: int, dropped: str) -> str:
    # Four apostrophes are one of text and three of bold; more than five are the surplus of text, then bold italic.
    kept = {2: 0, 3: 0, 4: 1, 5: 0}.get(length, length - 5)
    return "'" * kept + dropped * (length - kept)


class Pairing:
    """One pass that pairs tags, braces, brackets and table marks.

    `unpaired` are offsets of what opens nothing and is text; `unseen` are spans that a reader does not see; `opaque`
    are those that stand between tags of which the tokenizer reads nothing.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.unpaired: list[int] = []
        self.unseen: list[tuple[int, int]] = []
        self.references: dict[int, int] = {}
        self.opaque: list[tuple[int, int]] = []
        self.opened: list[tuple[str, int, int]] = []  # kind, offset, length
        self.counts: Counter[str] = Counter()
        self.tags: dict[str, list[tuple[int, int]]] = {}
        self.unclosed_raw: set[str] = set()
        self.bracket = -1  # an external link that is still open
        at = 0
        while match := _TOKEN.search(text, at):
            at = self._step(match)
        self._external(len(text))
        for _, start, length in self.opened:
            self.unpaired.extend(range(start, start + length))
        for name, spans in self.tags.items():
            for span in spans:
                self._alone(name, span)

    def _step(self, match: re.Match[str]) -> int:
        """Take one token; return where to go on."""
        if match.lastgroup == "whole":
            return match.end()
        written = match.group()
        if written == "<!--":
            end = self._skip("-->", match)
            if end != match.end():
                self.unseen.append((match.start(), end))
            return end
        if match["tag"]:
            return self._tag(match)
        if written == "<":
            self.unpaired.append(match.start())
        elif written == "[":
            self._external(match.start())
            self.bracket = match.start()
        else:
            mark = written.lstrip(" \t:")
            self._brace(mark, match.end() - len(mark))
        return match.end()

    def _external(self, until: int) -> None:
        """An external link must close on its line, and before the next one opens."""
        if self.bracket >= 0 and not _CLOSES.match(self.text, self.bracket, until):
            self.unpaired.append(self.bracket)
        self.bracket = -1

    def _skip(self, closer: str, match: re.Match[str]) -> int:
        """Pass over a comment or raw tag; one that is never closed is plain text (and looked for only once)."""
        end = -1
        if closer not in self.unclosed_raw:
            found = re.compile(closer, re.IGNORECASE).search(self.text, match.end())
            end = found.end() if found else -1
        if end == -1:
            self.unclosed_raw.add(closer)
            self.unpaired.append(match.start())
            return match.end()
        return end

    def _tag(self, match: re.Match[str]) -> int:
        name = match["tag"].lower()
        span = match.span()
        if not match["end"]:
            self.unpaired.append(span[0])
        elif name in _OPTIONAL_CLOSE:
            pass
        elif match["close"]:
            if opened := self.tags.get(name):
                start = opened.pop()[0]
                self._opaque(name, start, span[1])
            else:
                self._alone(name, span)
        elif match["attrs"].endswith("/"):
            if name == "ref":
                self.references[span[0]] = span[1]
                self.unseen.append(span)
        elif name in RAW:
            end = self._skip(rf"</{name}\s*>", match)
            self._opaque(name, span[0], end)
            return end
        else:
            self.tags.setdefault(name, []).append(span)
        return span[1]

    def _opaque(self, name: str, start: int, end: int) -> None:
        """A whole tag: note its span if the tokenizer reads nothing in it, and forget those of the tags inside."""
        from mwparserfromhell.definitions import is_parsable

        if not is_parsable(name):
            while self.opaque and self.opaque[-1][0] > start:
                self.opaque.pop()
            self.opaque.append((start, end))

    def _alone(self, name: str, span: tuple[int, int]) -> None:
        """A tag without partner: unseen where it is one of HTML's or MediaWiki's, else text."""
        if name in _HTML:
            self.unseen.append(span)
        else:
            self.unpaired.append(span[0])

    def _brace(self, mark: str, at: int) -> None:
        if mark[0] == "{" or mark == "[[":
            self._open("{|" if mark == "{|" else mark[0], at, len(mark))
        elif mark == "]]":
            if self.counts["["]:
                self._close("[", 2)
        elif mark == "|}":
            if self.counts["{|"]:
                self._close("{|", 2)
        else:
            self._close_braces(len(mark))

    def _open(self, kind: str, at: int, length: int) -> None:
        self.opened.append((kind, at, length))
        self.counts[kind] += 1

    def _close(self, kind: str, length: int) -> int:
        """Pop the innermost opener of `kind` and return its length; what opened inside it is plain text."""
        while True:
            found, at, size = self.opened.pop()
            self.counts[found] -= 1
            if found != kind:
                self.unpaired.extend(range(at, at + size))
                continue
            left = size - length
            if left == 1:
                self.unpaired.append(at)
            elif left > 1:
                self._open(kind, at, left)
            return size

    def _close_braces(self, length: int) -> None:
        while length >= 2 and self.counts["{"]:
            size = next(size for kind, _, size in reversed(self.opened) if kind == "{")
            taken = 3 if length >= 3 and size >= 3 else 2
            self._close("{", taken)
            length -= taken
