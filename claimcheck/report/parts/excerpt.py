"""A window on a source line around a span: in a terminal's cells with the columns of the span, or in three pieces."""

from __future__ import annotations

import msgspec

from claimcheck.patterns import lazy
from claimcheck.source import Source

CUT = "…"
TAB = "    "
WORD = 15
"""Characters within which a cut looks for the edge of a word."""
NEAR = 4
"""Characters looked at for each cell of the window, since some take none."""
UNSAFE = lazy(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that would move the cursor, recolour the terminal or turn the text around."""


class Excerpt(msgspec.Struct, frozen=True):
    """One printed line; the span stands `indent` cells from its start and is `width` cells wide."""

    line: str
    indent: int
    width: int


def excerpt(source: Source, start: int, end: int, room: int) -> Excerpt:
    """The line in which a span begins, cut to `room` cells around it; a span ends with its line."""
    line, first, last = _vicinity(source, start, end, NEAR * room)
    if cells(visible(line)) > room:
        last = min(last, _reach(line, first, 1, room - 2))
        left, right = _window(line, first, last, room - 2)
    else:
        left, right = 0, len(line)
    before, marked, after = (visible(part) for part in (line[left:first], line[first:last], line[last:right]))
    opening, closing = CUT if left else "", CUT if right < len(line) else ""
    shown = f"{opening}{before}{marked}{after}{closing}".rstrip()
    return Excerpt(shown, cells(opening + before), max(cells(marked), 1))


def _vicinity(source: Source, start: int, end: int, reach: int) -> tuple[str, int, int]:
    """The part of the line that can be in the window at all, and the span in it: a line can be megabytes long."""
    number = source.position(start).line
    first = source.line_starts[number - 1]
    last = source.line_starts[number] - 1 if number < len(source.line_starts) else len(source.text)
    left = max(first, start - reach)
    line = source.text[left : max(start, min(last, start + reach))].removesuffix("\r")
    return line, start - left, max(min(end, last) - left, start - left)


def _window(line: str, first: int, last: int, room: int) -> tuple[int, int]:
    """Range of characters to show: the span, and what is left of the room on both sides, in whole words."""
    spare = max(room - cells(visible(line[first:last])), 0)
    left = _reach(line, first, -1, spare // 2)
    right = _reach(line, last, 1, spare - cells(visible(line[left:first])))
    left = _reach(line, first, -1, spare - cells(visible(line[last:right])))
    return _word(line, left, first, 1), _word(line, right, last, -1)


def _reach(line: str, at: int, step: int, room: int) -> int:
    """How far from `at` in one direction `room` cells go."""
    while 0 <= (index := at - 1 if step < 0 else at) < len(line):
        room -= cells(visible(line[index]))
        if room < 0:
            break
        at += step
    return at


def _word(line: str, at: int, span: int, step: int) -> int:
    """The cut at `at` moved towards the span to the next space, if there is one within a word's length."""
    if at in (0, len(line)):
        return at
    for index in range(at, span, step)[:WORD]:
        if line[index - 1 if step > 0 else index].isspace():
            return index
    return at


class Quoted(msgspec.Struct, frozen=True):
    """A span and what stands beside it in its lines, as they are in the source; an ellipsis where they are cut."""

    before: str
    marked: str
    after: str


def quoted(source: Source, start: int, end: int, reach: int) -> Quoted:
    """The span with up to `reach` characters on both sides, in whole words; of a long span four times as many."""
    text = source.text
    before = text[max(start - reach, 0) : start].rpartition("\n")[2]
    after = text[end : end + reach].partition("\n")[0].removesuffix("\r")
    left = _word(text, start - len(before), start, 1)
    right = _word(text, end + len(after), end, -1)
    return Quoted(
        (CUT if left and text[left - 1] != "\n" else "") + text[left:start],
        text[start:end] if end - start <= 4 * reach else text[start : start + 4 * reach] + CUT,
        text[end:right] + (CUT if right < len(text) and text[right] not in "\r\n" else ""),
    )


def visible(text: str) -> str:
    """Text that is safe to print: tabs as spaces, control and direction characters as a replacement mark."""
    return text.replace("\t", TAB) if text.isascii() and text.isprintable() else _safe(text)


def _safe(text: str) -> str:
    return UNSAFE.sub("\ufffd", text.replace("\t", TAB).replace("\r\n", " ").replace("\n", " "))


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
