"""Lists written out in a sentence, and how many things they name."""

from __future__ import annotations

import re

import msgspec

from claimcheck.patterns import lazy

_BRACKETS = lazy(r"\s*[(\[][^()\[\]]*[)\]]")
_COUNTED = lazy(r"\d|\b(?:two|three|four|five|six|twice|both)\b", re.IGNORECASE)
_LAST = lazy(r",?\s+(?:and|&|or)\s+", re.IGNORECASE)
_AND = lazy(r"\b(?:and|&)\b")
_OPEN_ENDED = lazy(
    r"\b(?:etc|others?|more|so on|among|including|includes?|such as|e\.g|respectively|both|each|either|several|many|"
    r"some|various|twins?|as well as|plus|along with|together with|followed by|later|formerly|with|who|which|that|"
    r"was|were|is|are|has|have|had|not|but|except)\b",
    re.IGNORECASE,
)
_NAME = lazy(r"^(?:the |The |an? |“|\"|'|‘)?[A-ZÀ-ÖØ-Þ][^()]{0,50}$")
_PLAIN = lazy(r"^[a-zà-ÿ-]+(?: [a-zà-ÿ-]+)?$")
_QUOTED = lazy(r"\"[^\"]*\"|“[^”]*”")
_INNER = lazy(r",(?![\"”])")
"""A comma inside a title: "Two, Three"; one before the closing mark parts two titles."""
_LIMIT = 60


class Listing(msgspec.Struct, frozen=True):
    """A list as written; `least` and `most` are how many things it can name, since an item may hold "and"."""

    items: tuple[str, ...]
    least: int
    most: int


def read_list(text: str) -> Listing | None:
    """The list that `text` is from end to end, or None where it is not plainly one.

    Items are names or plain words of one kind; the last is joined by "and". Nothing open-ended, no clause, no number.
    """
    if any(_COUNTED.search(bracket) for bracket in _BRACKETS.findall(text)):
        return None  # "Setif (2)": an item stands for more than one
    text = _BRACKETS.sub("", text).strip().rstrip(".")
    if len(text) > 600 or re.search(r"\d|[:.!?…] ", text) or _OPEN_ENDED.search(text):
        return None
    text = _QUOTED.sub(lambda found: _INNER.sub(" ", found[0]), text)
    pieces = [piece.strip() for piece in text.split(";" if ";" in text else ",")]
    head, joint, last = _split_last(pieces)
    items = [*head, *last]
    if not joint or len(items) < 2 or not all(items):
        return None
    if not (all(map(_NAME.match, items)) or all(map(_PLAIN.match, items))):
        return None
    extra = sum(len(_AND.findall(item)) for item in items)
    return Listing(tuple(items), len(items), len(items) + extra)


def _split_last(pieces: list[str]) -> tuple[list[str], bool, list[str]]:
    """The items before the last comma, whether an "and" joins the last, and the one or two items after it."""
    last = pieces[-1]
    leading = re.match(r"(?:and|&|or)\s+", last)
    if leading:
        return pieces[:-1], True, [last[leading.end() :]]
    joints = list(_LAST.finditer(last))
    if not joints:
        return pieces[:-1], False, [last]
    at = joints[0] if len(joints) == 1 else joints[-1]
    return pieces[:-1], True, [last[: at.start()].strip(), last[at.end() :].strip()]
