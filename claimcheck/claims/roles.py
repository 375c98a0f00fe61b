"""The part that a figure plays in its sentence: from, to, by, total, part, average, additional."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimcheck.claims.model import Reading, Role
from claimcheck.claims.surroundings import words_around
from claimcheck.patterns import lazy

_TO = lazy(r"[^.;]{0,60}?\bto(?:\s+(?:a|an|the|only|just|its|as|of|record|high|low|new))*\s*$", re.IGNORECASE)


def assign_roles(text: str, readings: list[Reading], start: int) -> None:
    """Give each figure of one sentence, which begins at `start`, its role where the words beside it say so."""
    figures = [reading for reading in readings if reading.amount is not None]
    for number, reading in enumerate(figures):
        if reading.role is not None:
            continue
        before = text[max(start, reading.lead - 40) : reading.lead]
        reading.role = _before(before) or _behind(text[reading.tail : reading.tail + 24])
        if reading.role == "by" and not _changes(text[max(start, reading.lead - 90) : reading.lead]):
            reading.role = None
        if reading.role == "from" and not _pairs(text, reading, figures[number + 1 : number + 2]):
            reading.role = None


def _before(text: str) -> Role | None:
    words = text.lower().split()
    while words and words[-1] in words_around().fillers:
        words.pop()
    return _cue(words_around().roles, words) if words else None


def _cue(roles: Mapping[Role, tuple[str, ...]], words: list[str]) -> Role | None:
    """The role whose cue the words end with."""
    trimmed = " " + " ".join(words[-4:])
    for role, cues in roles.items():
        if trimmed.endswith(cues) and any(trimmed.endswith(f" {cue}") for cue in cues):
            return role
    return None


def _behind(text: str) -> Role | None:
    shown = text.lstrip(" ,(").lower()
    if not shown:
        return None
    for role, cues in words_around().roles_behind.items():
        if shown.startswith(cues) and any(_ends(shown, cue) for cue in cues):
            # "690 cases, more than 370 of them" tells of a part, "40 more" of what is added.
            return None if role == "additional" and text[:1] == "," and " than " in shown[:10] else role
    return None


def _ends(text: str, cue: str) -> bool:
    return text.startswith(cue) and not text[len(cue) : len(cue) + 1].isalnum()


def _changes(before: str) -> bool:
    return any(word.startswith(words_around().change) for word in before.lower().split())


def _pairs(text: str, first: Reading, following: list[Reading]) -> bool:
    """True where "to" leads to the next figure: then that one is the other end of the change."""
    if not following or following[0].unit != first.unit:
        return False
    if _TO.match(text[first.end : following[0].lead]) is None:
        return False
    following[0].role = "to"
    return True
