"""What stands right before a number: its sign, and what makes it part of a name or an identifier."""

from __future__ import annotations

import re

_SPLIT = re.compile(r"(?<![\d.,])\d{1,3} $")
_THREE = re.compile(r"\d{3}(?!\d)")
MINUS = "-−–"
_SPACE = " \u00a0\u2009\u202f\t\n(["
_GLUE = ".,:/'’-–—−\u2011#_&@\\"


def sign(text: str, start: int, floor: int) -> tuple[int, bool] | None:
    """Start of the number with its sign, and whether that is a minus; None where it is glued to something else.

    A hyphen is a minus after a space or bracket only: in "F-16" or "1990-2000" it joins.
    """
    if start <= floor:
        return (start, False) if start == 0 or not text[start - 1].isalnum() else None
    char = text[start - 1]
    if char in "([" and start - 2 >= floor and text[start - 2].isalnum():
        return None
    if (
        char == " "
        and text[start - 2].isdigit()
        and _SPLIT.search(text, max(0, start - 5), start)
        and _THREE.match(text, start)
    ):
        return None
    if char in _SPACE:
        word = text[max(floor, start - 9) : start - 1].lower()
        if (
            char not in "(["
            and word.endswith((" minus", " negative", "\nminus"))
            and not word[:-6].rstrip()[-1:].isdigit()
        ) or word in ("minus", "negative"):
            return start - 1 - (5 if word.endswith("minus") else 8), True
        if word.endswith((" −", "(−", "/−")):
            return start - 2, True
        return start, False
    if char == "+":
        return start, False
    if char == "−":
        return start - 1, True
    if char.isalnum() or char == "_":
        return None
    before = text[start - 2] if start - 2 >= floor else " "
    if char == "-" and text[max(floor, start - 6) : start].lower() in ("minus-", "inus-"):
        return max(floor, start - 6), True
    if char in MINUS:
        return (start - 1, True) if before in _SPACE or before in "~∼≈<>=" else None
    if char in _GLUE:
        return (
            (start, False)
            if _hedge_dot(text, start, floor)
            or (char in "'’—/" and not before.isalnum())
            or (char == "—" and not before.isdigit())
            else None
        )
    return start, False


def _hedge_dot(text: str, start: int, floor: int) -> bool:
    """True after "c." or "ca." that touches the number."""
    return text[max(floor, start - 3) : start].lower().lstrip(" (") in ("c.", "ca.")
