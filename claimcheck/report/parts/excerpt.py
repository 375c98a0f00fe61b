"""A window on a source line around a span, with the columns at which a terminal shows the span."""

from __future__ import annotations

import re

import msgspec

from claimcheck.source import Source

CUT = "…"
TAB = "    "
_UNSAFE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that would move the cursor, recolour the terminal or turn the text around."""


class Excerpt(msgspec.Struct, frozen=True):
    """One printed line; the span stands `indent` cells from its start and is `width` cells wide."""

    line: str
    indent: int
    width: int


def excerpt(source: Source, start: int, end: int, room: int) -> Excerpt:
    """The line in which a span begins, cut to about `room` cells around it; a span ends with its line."""
    number, column = source.position(start)
    line = source.line(number)
    first = min(column - 1, len(line))
    last = max(min(first + end - start, len(line)), first)
    left, right = _window(line, first, last, room)
    before, marked, after = (visible(part) for part in (line[left:first], line[first:last], line[last:right]))
    opening, closing = CUT if left else "", CUT if right < len(line) else ""
    return Excerpt(
        f"{opening}{before}{marked}{after}{closing}".rstrip(), cells(opening + before), max(cells(marked), 1)
    )


def _window(line: str, first: int, last: int, room: int) -> tuple[int, int]:
    """Range of characters to show: the span whole if it fits, what is left of the room on both sides, whole words."""
    if cells(visible(line)) <= room:
        return 0, len(line)
    spare = max(room - 2 - cells(visible(line[first : min(last, first + room)])), 0)
    left = _reach(line, first, -1, spare // 2)
    right = _reach(line, last, 1, spare - cells(visible(line[left:first]))) if last - first < room else first + room
    if right == len(line):
        left = _reach(line, first, -1, spare - cells(visible(line[last:right])))
    return _word(line, left, first, -1), _word(line, right, last, 1)


def _reach(line: str, at: int, step: int, room: int) -> int:
    """How far from `at` in one direction `room` cells go."""
    while 0 <= (index := at - 1 if step < 0 else at) < len(line):
        room -= cells(visible(line[index]))
        if room < 0:
            break
        at += step
    return at


def _word(line: str, at: int, span: int, step: int) -> int:
    """The cut at `at` moved towards the span to the nearest space, if there is one within a word's length."""
    if at in (0, len(line)):
        return at
    near = range(at, min(at + 15, span)) if step < 0 else range(at, max(at - 15, span), -1)
    for index in near:
        if line[index - 1 if step < 0 else index].isspace():
            return index
    return at


def visible(text: str) -> str:
    """Text that is safe to print: tabs as spaces, control and direction characters as a replacement mark."""
    return text.replace("\t", TAB) if text.isascii() and text.isprintable() else _safe(text)


def _safe(text: str) -> str:
    return _UNSAFE.sub("\ufffd", text.replace("\t", TAB).replace("\r\n", " ").replace("\n", " "))


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
