"""Exact source offsets from mwparserfromhell's token stream, by adding up what each token wrote.

No tree is built: every token of the tokenizer has a known written length. Each text token is compared with the
source, so that a wrong offset cannot pass silently. The names used are below the parser's public face: the versions
that this was tested with are pinned in pyproject.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum, auto
from typing import Any

from mwparserfromhell.parser import tokens

try:
    from mwparserfromhell.parser._tokenizer import CTokenizer as Tokenizer
except ImportError:  # a build of the parser without its C extension
    from mwparserfromhell.parser.tokenizer import Tokenizer


class MisreadError(Exception):
    """The token stream and the source do not agree."""


class Kind(IntEnum):
    """What an event is; its `name` is a tag's name, its `extra` a heading's level or a tag's wiki markup."""

    TEXT = 0
    ENTITY = auto()
    TEMPLATE = auto()
    SEPARATOR = auto()
    EQUALS = auto()
    TEMPLATE_END = auto()
    LINK = auto()
    LINK_SEPARATOR = auto()
    LINK_END = auto()
    URL = auto()
    LABEL = auto()
    URL_END = auto()
    HEADING = auto()
    HEADING_END = auto()
    TAG = auto()
    TAG_BODY_END = auto()
    TAG_END = auto()
    SINGLE_TAG = auto()


Event = tuple[int, int, int, str, Any]
"""(kind, start, end, name, extra): the source characters that the markup or text takes."""


# Enum members cost an attribute look-up each; the walk uses their plain numbers.
_TEXT, _ENTITY, _TAG, _TAG_BODY_END, _TAG_END, _SINGLE_TAG = map(
    int, (Kind.TEXT, Kind.ENTITY, Kind.TAG, Kind.TAG_BODY_END, Kind.TAG_END, Kind.SINGLE_TAG)
)


class _Tag:
    """A tag being read: its name, what is left to pay of its attributes, and whether it came as wiki markup."""

    __slots__ = ("after", "before", "letters", "markup", "name", "naming", "start")

    def __init__(self, start: int, markup: str | None) -> None:
        self.start = start
        self.markup = markup
        self.name = ""
        self.letters: list[str] = []
        self.naming = True
        self.before = 0  # padding that is written when the next thing comes
        self.after = 0


def events(masked: str) -> list[Event]:
    """The events of a masked text in source order; raises MisreadError where tokens and text disagree."""
    return _Walk(masked).run()


class _Walk:
    """Adds up lengths. What stands in comments, tag names, attributes and arguments makes no event."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.hidden = 0
        self.out: list[Event] = []
        self.tags: list[_Tag] = []
        self.naming: list[_Tag] = []  # tags whose opening or closing name is being read, innermost last
        self.starts: list[int] = []
        self.levels: list[int] = []
        self.brackets: list[int] = []
        self.handlers: dict[type, Callable[[Any], None]] = {
            kind: getattr(self, _snake(kind.__name__)) for kind in _HANDLED
        }
        self.handlers[tokens.Text] = self.read_text

    def run(self) -> list[Event]:
        """Walk over all tokens."""
        handlers = self.handlers
        for token in Tokenizer().tokenize(self.text, 0, True):
            handlers[type(token)](token)
        if self.at != len(self.text):
            raise MisreadError(f"the tokens end at {self.at}, the text at {len(self.text)}")
        return self.out

    def read_text(self, token: Any) -> None:
        """Text of any kind: shown, hidden, or the name of a tag."""
        run: str = token["text"]
        start = self.at
        if self.naming and self.naming[-1].naming:
            self.naming[-1].letters.append(run)
            if self.naming[-1].markup is not None:
                return  # the name that wiki markup stands for; not in the source
        self.at = end = start + len(run)
        if not self.text.startswith(run, start):
            raise MisreadError(f"at {start}: {run[:40]!r}")
        if not self.hidden:
            self.out.append((_TEXT, start, end, "", None))

    def emit(self, kind: Kind, length: int, name: str = "", extra: Any = None) -> None:
        """An event over the next `length` characters."""
        start = self.at
        self.at += length
        if not self.hidden:
            self.out.append((kind, start, self.at, name, extra))

    # -- templates, arguments, links --------------------------------------------------------------------------------

    def template_open(self, _: Any) -> None:
        self.emit(Kind.TEMPLATE, 2)

    def template_param_separator(self, _: Any) -> None:
        self.emit(Kind.SEPARATOR, 1)

    def template_param_equals(self, _: Any) -> None:
        self.emit(Kind.EQUALS, 1)

    def template_close(self, _: Any) -> None:
        self.emit(Kind.TEMPLATE_END, 2)

    def argument_open(self, _: Any) -> None:
        self.hidden += 1
        self.at += 3

    def argument_separator(self, _: Any) -> None:
        self.at += 1

    def argument_close(self, _: Any) -> None:
        self.hidden -= 1
        self.at += 3

    def wikilink_open(self, _: Any) -> None:
        self.emit(Kind.LINK, 2)

    def wikilink_separator(self, _: Any) -> None:
        self.emit(Kind.LINK_SEPARATOR, 1)

    def wikilink_close(self, _: Any) -> None:
        self.emit(Kind.LINK_END, 2)

    def external_link_open(self, token: Any) -> None:
        self.brackets.append(1 if token.get("brackets") else 0)
        self.emit(Kind.URL, self.brackets[-1])

    def external_link_separator(self, token: Any) -> None:
        self.emit(Kind.LABEL, 0 if token.get("suppress_space") else 1)

    def external_link_close(self, _: Any) -> None:
        self.emit(Kind.URL_END, self.brackets.pop())

    # -- entities, headings, comments -------------------------------------------------------------------------------

    def html_entity_start(self, _: Any) -> None:
        self.starts.append(self.at)
        self.hidden += 1
        self.at += 1

    def html_entity_numeric(self, _: Any) -> None:
        self.at += 1

    def html_entity_hex(self, _: Any) -> None:
        self.at += 1

    def html_entity_end(self, _: Any) -> None:
        self.hidden -= 1
        self.at += 1
        if not self.hidden:
            self.out.append((_ENTITY, self.starts[-1], self.at, "", None))
        self.starts.pop()

    def heading_start(self, token: Any) -> None:
        self.levels.append(token["level"])
        self.emit(Kind.HEADING, self.levels[-1], extra=self.levels[-1])

    def heading_end(self, _: Any) -> None:
        level = self.levels.pop()
        self.emit(Kind.HEADING_END, level, extra=level)

    def comment_start(self, _: Any) -> None:
        self.hidden += 1
        self.at += 4

    def comment_end(self, _: Any) -> None:
        self.hidden -= 1
        self.at += 3

    # -- tags -------------------------------------------------------------------------------------------------------

    def tag_open_open(self, token: Any) -> None:
        tag = _Tag(self.at, token.get("wiki_markup"))
        self.tags.append(tag)
        self.naming.append(tag)
        self.hidden += 1
        self.at += len(tag.markup) if tag.markup is not None else 2 if token.get("invalid") else 1

    def tag_attr_start(self, token: Any) -> None:
        tag = self.tags[-1]
        tag.naming = False
        self.at += tag.before + len(token.get("pad_first") or "")
        tag.before, tag.after = len(token.get("pad_before_eq") or ""), len(token.get("pad_after_eq") or "")

    def tag_attr_equals(self, _: Any) -> None:
        tag = self.tags[-1]
        self.at += tag.before + 1 + tag.after
        tag.before = 0

    def tag_attr_quote(self, _: Any) -> None:
        self.tags[-1].before = 1  # the closing quotation mark
        self.at += 1

    def _opened(self, token: Any) -> _Tag:
        """The attributes of a tag have ended: pay what they left."""
        tag = self.tags[-1]
        self.at += tag.before + len(token.get("padding") or "")
        tag.before, tag.naming = 0, False
        tag.name = "".join(tag.letters).strip().lower()
        self.naming.pop()
        self.hidden -= 1
        return tag

    def tag_close_open(self, token: Any) -> None:
        tag = self._opened(token)
        self.at += len(token.get("wiki_markup") or "") if tag.markup is not None else 1
        if not self.hidden:
            self.out.append((_TAG, tag.start, self.at, tag.name, tag.markup))

    def tag_close_selfclose(self, token: Any) -> None:
        tag = self._opened(token)
        self.tags.pop()
        if tag.markup is None:
            self.at += 1 if token.get("implicit") else 2
        if not self.hidden:
            self.out.append((_SINGLE_TAG, tag.start, self.at, tag.name, tag.markup))

    def tag_open_close(self, token: Any) -> None:
        tag = self.tags[-1]
        if not self.hidden:
            self.out.append((_TAG_BODY_END, self.at, self.at, tag.name, tag.markup))
        self.naming.append(tag)
        tag.naming = True
        self.hidden += 1
        markup = token.get("wiki_markup")
        if tag.markup is None:
            self.at += 2
        else:
            self.at += len(tag.markup if markup is None else markup)

    def tag_close_close(self, _: Any) -> None:
        tag = self.tags.pop()
        self.naming.pop()
        self.hidden -= 1
        self.at += 0 if tag.markup is not None else 1
        if not self.hidden:
            self.out.append((_TAG_END, tag.start, self.at, tag.name, tag.markup))


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=L)(?=E)", "_", name).lower()


_HANDLED = [getattr(tokens, name) for name in tokens.__all__ if name not in ("Token", "Text")]
