"""Paragraphs with one character in the place of each figure, so that patterns can tell what figures are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from claimcheck.checks.lexicon import phrases
from claimcheck.checks.view import View, once
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT, Passage

PROSE = ("lead", "prose", "list", "caption")
"""Where figures are told in sentences."""
LONGEST = 6_000
"""Characters of a paragraph beyond which it is a list of something."""
KINDS = {"date": 0xE000, "quantity": 0xE400, "duration": 0xE800}
"""First characters of the private area that stand for claims of each kind."""
FIRST, ROOM = "\ue000", 0x400
"""The first of these characters; claims of a paragraph beyond which it is a table."""
ANY_FIGURE, ANY_DATE, NO_FIGURE = "[\ue400-\ue7ff]", "[\ue000-\ue3ff]", "[^.;:!?()\ue400-\ue7ff]"
"""A quantity; a date; what may stand between two quantities of one statement."""
ANY_AGE = "[\ue400-\uebff]"
"""An age or lapse: a duration, or the bare number of "aged 46"."""


class Masked(msgspec.Struct, frozen=True, eq=False):
    """A paragraph, its claims, and its text with a character for each, hedge and unit included."""

    passage: Passage
    claims: tuple[Claim, ...]
    text: str

    def claim(self, mark: str) -> Claim:
        """The claim that a character of the text stands for."""
        return self.claims[ord(mark) % ROOM]


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over masked text: "{part} of the {whole}" has two figures of these names.

    "{d}" is a date, "{age}" an age, "{w}" up to three words, "{gap}" words of one sentence without a figure, "{near}"
    a few without a date either, "{on}" any that do not go over to another time, "{s}" the end of a sentence.
    re.error where it cannot be read.
    """
    filled = re.sub(r"\{([a-z]+)\}", lambda macro: _macros().get(macro[1], f"(?P<{macro[1]}>{ANY_FIGURE})"), pattern)
    return re.compile(rf"(?<![\w-]){filled}(?![\w-])")


@cache
def _macros() -> Mapping[str, str]:
    return {
        "w": r"(?: [^\W\d_][\w'’.-]*){0,3}",
        "gap": f"{NO_FIGURE}{{0,140}}",
        "near": "[^.;:()\ue000-\uebff]{0,60}?",
        "on": rf"(?:(?!\b(?:{'|'.join(phrases('another_time'))})\b)[^()\ue000-\uebff]){{0,120}}?",
        "s": "[.!?]['\"\u201d\u2019)]{0,2} ",
        "d": f"(?P<d>{ANY_DATE})",
        "age": f"(?P<age>{ANY_AGE})",
        "fig": ANY_FIGURE,
        "date": ANY_DATE,
    }


@once
def masked(view: View) -> tuple[Masked, ...]:
    """Every paragraph of prose that holds claims."""
    return tuple(_paragraphs(view))


def _paragraphs(view: View) -> Iterator[Masked]:
    passages: dict[int, list[Claim]] = {}
    for claim in view.claims:
        if claim.passage.context in PROSE:
            passages.setdefault(id(claim.passage), []).append(claim)
    for claims in passages.values():
        passage = claims[0].passage
        if len(passage.text) <= LONGEST and len(claims) < ROOM:
            yield Masked(passage, tuple(claims), _text(passage.text, claims))


def _text(text: str, claims: list[Claim]) -> str:
    parts: list[str] = []
    at = 0
    for index, claim in enumerate(claims):
        if claim.lead < at:
            continue
        parts += (text[at : claim.lead], chr(KINDS[claim.kind] + index))
        at = claim.visible.end
    return ("".join(parts) + text[at:]).replace(OBJECT, "")


def figures(match: re.Match[str], paragraph: Masked) -> Mapping[str, Claim]:
    """The claims that a match names."""
    return {name: paragraph.claim(mark) for name, mark in match.groupdict().items() if mark and mark >= FIRST}
