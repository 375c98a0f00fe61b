"""Exact source offsets from mwparserfromhell's token stream, by adding up what each token wrote.

No tree is built: every token of the tokenizer has a known written length. Each text token is compared with the
source, so that a wrong offset cannot pass silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from claimcheck.document.listener import Listener


class MisreadError(Exception):
    """The token stream and the source do not agree."""


class _Tag:
    """A tag being read: its name, what is left to pay of its attributes, and the wiki markup that it came as."""

    __slots__ = ("after", "before", "letters", "markup", "name", "naming", "start")

    def __init__(self, start: int, markup: str | None) -> None:
        self.start = start
        self.markup = markup
        self.name = ""
        self.letters: list[str] = []
        self.naming = True
        self.before = 0  # padding that is written when the next thing comes
        self.after = 0


class Walk(Listener):
    """Walks over the tokens of a masked text, adding up their lengths.

    What stands in comments, tag names, attributes and arguments is passed over in silence.
    """

    def __init__(self, masked: str) -> None:
        self.masked = masked
        self.at = 0
        self.hidden = 0
        self._tags: list[_Tag] = []
        self._naming: list[_Tag] = []  # HTML tags whose opening or closing name is being read, innermost last
        self._starts: list[int] = []
        self._levels: list[int] = []
        self._brackets: list[int] = []
        self._stream: Iterator[Any] = iter(())

    def walk(self) -> None:
        """Walk over the whole text; raises MisreadError where tokens and text disagree."""
        from claimcheck.document.tokenizer import HANDLERS, Tokenizer  # takes 35 ms, which plain text does without

        handlers: dict[type, Callable[[Any], None]] = {kind: getattr(self, name) for kind, name in HANDLERS.items()}
        self._stream = iter(Tokenizer().tokenize(self.masked, 0, True))
        for token in self._stream:
            handlers[type(token)](token)
        if self.at != len(self.masked):
            raise MisreadError(f"the tokens end at {self.at}, the text at {len(self.masked)}")

    # -- text ---------------------------------------------------------------------------------------------------------

    def _text(self, token: Any) -> None:
        """Text of any kind: shown, hidden, or the name of a tag."""
        run: str = token["text"]
        start = self.at
        if self._naming and self._naming[-1].naming:
            self._naming[-1].letters.append(run)
        self.at = end = start + len(run)
        if not self.masked.startswith(run, start):
            raise MisreadError(f"at {start}: {run[:40]!r}")
        if not self.hidden:
            self.on_text(start, end)

    # -- templates, arguments, links --------------------------------------------------------------------------------

    def _template_open(self, _: Any) -> None:
        self.at += 2
        if not self.hidden:
            self.on_template(self.at - 2)

    def _template_param_separator(self, _: Any) -> None:
        self.at += 1
        if not self.hidden:
            self.on_argument()

    def _template_param_equals(self, _: Any) -> None:
        self.at += 1
        if not self.hidden:
            self.on_argument_name()

    def _template_close(self, _: Any) -> None:
        self.at += 2
        if not self.hidden:
            self.on_template_end(self.at)

    def _argument_open(self, _: Any) -> None:
        self.hidden += 1
        self.at += 3

    def _argument_separator(self, _: Any) -> None:
        self.at += 1

    def _argument_close(self, _: Any) -> None:
        self.hidden -= 1
        self.at += 3

    def _wikilink_open(self, _: Any) -> None:
        self.at += 2
        if not self.hidden:
            self.on_link(self.at - 2)

    def _wikilink_separator(self, _: Any) -> None:
        self.at += 1
        if not self.hidden:
            self.on_link_label()

    def _wikilink_close(self, _: Any) -> None:
        self.at += 2
        if not self.hidden:
            self.on_link_end()

    def _external_link_open(self, token: Any) -> None:
        length = 1 if token.get("brackets") else 0
        self._brackets.append(length)
        self.at += length
        if not self.hidden:
            self.on_url(self.at - length)

    def _external_link_separator(self, token: Any) -> None:
        self.at += 0 if token.get("suppress_space") else 1
        if not self.hidden:
            self.on_url_label()

    def _external_link_close(self, _: Any) -> None:
        self.at += self._brackets.pop()
        if not self.hidden:
            self.on_url_end(self.at)

    # -- entities, headings, comments -------------------------------------------------------------------------------

    def _html_entity_start(self, _: Any) -> None:
        self._starts.append(self.at)
        self.hidden += 1
        self.at += 1

    def _html_entity_numeric(self, _: Any) -> None:
        self.at += 1

    def _html_entity_hex(self, _: Any) -> None:
        self.at += 1

    def _html_entity_end(self, _: Any) -> None:
        self.hidden -= 1
        self.at += 1
        start = self._starts.pop()
        if not self.hidden:
            self.on_entity(start, self.at)

    def _heading_start(self, token: Any) -> None:
        level: int = token["level"]
        self._levels.append(level)
        self.at += level
        if not self.hidden:
            self.on_heading(self.at - level)

    def _heading_end(self, _: Any) -> None:
        level = self._levels.pop()
        self.at += level
        if not self.hidden:
            self.on_heading_end(level)

    def _comment_start(self, _: Any) -> None:
        self.hidden += 1
        self.at += 4

    def _comment_end(self, _: Any) -> None:
        self.hidden -= 1
        self.at += 3

    # -- tags -------------------------------------------------------------------------------------------------------

    def _tag_open_open(self, token: Any) -> None:
        tag = _Tag(self.at, token.get("wiki_markup"))
        self._tags.append(tag)
        self.hidden += 1
        if tag.markup is not None:
            self.at += len(tag.markup)
            tag.name = next(self._stream)["text"]  # what the markup stands for; not in the source
            return
        self._naming.append(tag)
        self.at += 2 if token.get("invalid") else 1

    def _tag_attr_start(self, token: Any) -> None:
        tag = self._tags[-1]
        tag.naming = False
        self.at += tag.before + len(token.get("pad_first") or "")
        tag.before, tag.after = len(token.get("pad_before_eq") or ""), len(token.get("pad_after_eq") or "")

    def _tag_attr_equals(self, _: Any) -> None:
        tag = self._tags[-1]
        self.at += tag.before + 1 + tag.after
        tag.before = 0

    def _tag_attr_quote(self, _: Any) -> None:
        self._tags[-1].before = 1  # the closing quotation mark
        self.at += 1

    def _opened(self, token: Any) -> _Tag:
        """The attributes of a tag have ended: pay what they left."""
        tag = self._tags[-1]
        self.at += tag.before + len(token.get("padding") or "")
        tag.before = 0
        if tag.markup is None:
            tag.naming = False
            tag.name = "".join(tag.letters).strip().lower()
            self._naming.pop()
        self.hidden -= 1
        return tag

    def _tag_close_open(self, token: Any) -> None:
        tag = self._opened(token)
        self.at += len(token.get("wiki_markup") or "") if tag.markup is not None else 1
        if not self.hidden:
            self.on_tag(tag.name, tag.start, self.at)

    def _tag_close_selfclose(self, token: Any) -> None:
        tag = self._opened(token)
        self._tags.pop()
        if tag.markup is None:
            self.at += 1 if token.get("implicit") else 2
        if not self.hidden:
            self.on_single_tag(tag.name, tag.start, self.at, tag.markup)

    def _tag_open_close(self, token: Any) -> None:
        tag = self._tags[-1]
        if not self.hidden:
            self.on_tag_body_end(tag.name)
        if tag.markup is not None:
            markup = token.get("wiki_markup")
            self.at += len(tag.markup if markup is None else markup)
            next(self._stream)  # its name once more, and the token that ends it
            next(self._stream)
            self._closed(tag)
            return
        self._naming.append(tag)
        tag.naming = True
        self.hidden += 1
        self.at += 2

    def _tag_close_close(self, _: Any) -> None:
        self._naming.pop()
        self.hidden -= 1
        self.at += 1
        self._closed(self._tags[-1])

    def _closed(self, tag: _Tag) -> None:
        self._tags.pop()
        if not self.hidden:
            self.on_tag_end(tag.name, self.at)
