"""What stands right before a number: its sign, and what makes it part of a name or an identifier."""

from __future__ import annotations

import re

from claimcheck.patterns import lazy

_SPLIT = lazy(r"(?<![\d.,])\d{1,3} $")
_THREE = re.compile(r"\d{3}(?!\d)")
MINUS = "-−–"
_SPACE = " \u00a0\u2009\u202f\t\n(["
_SPELLED = frozenset("sSeE−")
"""How the words and signs end that stand apart from their number."""
_GLUE = ".,:/'’-–—−\u2011#_&@\\"


def sign(text: str, start: int, floor: int) -> tuple[int, bool] | None:
    """Start of the number with its sign, and whether that is a minus; None where it is glued to something else.

    A hyphen is a minus after a space or bracket only: in "F-16" or "1990-2000" it joins.
    """
    if start <= floor:
        return (start, False) if start == 0 or not text[start - 1].isalnum() else None
    char = text[start - 1]
    before = text[start - 2] if start > 1 else " "
    if (char in "([" and before.isalnum()) or _split_number(text, start):
        return None
    if char in _SPACE:
        return _spelled_sign(text, start, floor)
    if char in "+−":
        return start - (char == "−"), char == "−"
    if char.isalnum() or char == "_":
        return None
    if text[max(floor, start - 6) : start].lower() == "minus-":
        return start - 6, True
    if char in MINUS:
        return (start - 1, True) if before in _SPACE or before in "~∼≈<>=" else None
    if char not in _GLUE or _hedge_dot(text, start, floor):
        return start, False
    loose = char in "'’/" and (not before.isalnum() or (char == "/" and start - 1 == floor))  # "6 MHz/15 MHz"
    loose = loose or (char == "—" and not before.isdigit())
    return (start, False) if loose else None


def _split_number(text: str, start: int) -> bool:
    """True for the second half of "9 961": one grouped number or two, nobody can tell."""
    return (
        text[start - 1] == " "
        and text[start - 2 : start - 1].isdigit()
        and _SPLIT.search(text, max(0, start - 5), start) is not None
        and _THREE.match(text, start) is not None
    )


def _spelled_sign(text: str, start: int, floor: int) -> tuple[int, bool]:
    """The sign before a space: "minus 40", "− 40"; not "586 minus 423"."""
    last = text[start - 2 : start - 1]
    if last not in _SPELLED and not last.isspace():
        return start, False
    ahead = text[max(floor, start - 24) : start - 1]
    word = ahead.rsplit(None, 1)[-1].lower() if ahead.strip() else ""
    if word in ("minus", "negative") and ahead[-1:] not in "([":
        return (start, False) if ahead[: -len(word)].rstrip()[-1:].isdigit() else (start - 1 - len(word), True)
    if ahead.endswith((" −", "(−", "/−")):
        return start - 2, True
    return start, False


def _hedge_dot(text: str, start: int, floor: int) -> bool:
    """True after "c." or "ca." that touches the number."""
    return text[max(floor, start - 3) : start].lower().lstrip(" (") in ("c.", "ca.")
