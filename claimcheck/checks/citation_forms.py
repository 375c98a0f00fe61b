"""The forms in which the citation templates of Wikipedia take a date, and what is wrong with one they refuse."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.checks.no_day import no_day

_LONG = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTHS = {month: number for number, month in enumerate(_LONG, 1)}
_SHORT = {month[:3]: number for month, number in _MONTHS.items()}
_SEASONS = {"Winter": 1, "Spring": 2, "Summer": 3, "Fall": 4, "Autumn": 4}
_WORDS = {
    "Y": r"(?:1\d{3}|20\d{2}|[1-9]\d{2})[a-z]?",
    "y": r"(?:1[3-9]|[2-9]\d)",
    "M": "|".join([*_MONTHS, *_SHORT]),
    "S": "|".join(_SEASONS),
    "N": r"Christmas|Easter|(?:First|Second|Third|Fourth) [Qq]uarter|Q[1-4]",
    "d": r"[1-9]|[12]\d|3[01]",
}
_FULL = ("Y-m-D", "d M Y", "M d, Y")
_FORMS = (
    "Y", "M Y", "S Y", "N Y", "d_d M Y", "M d_d, Y", "d M - d M Y", "M d - M d, Y", "d M Y - d M Y",
    "M d, Y - M d, Y", "M_M Y", "M Y - M Y", "S_S Y", "S Y_y", "S Y_Y", "S Y - S Y", "Y_Y", "Y_y",
)  # fmt: skip
_UNDATED = frozenset(("n.d.", "nd", "n. d."))
_WRONG = (
    (r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}", "day and month as figures may be read either way"),
    (r"\d{4}-\d\d?", "a year with two more figures may be a month or a period"),
    (r"\d{4}–\d\d", "a year with two more figures may be a month or a period"),
    (r"\d{4}-\d\d?-\d\d?", "months and days have two figures"),
    (r"\d{4}-\d\d-\d\d\D.*", "more than the date"),
    (r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b.*", "no weekdays"),
    (r".*\b\d{1,2}(?:st|nd|rd|th)\b.*", "no ordinals"),
    (r"(?:.*\D)?0\d(?!\d).*", "no leading zeros"),
    (r"\d{1,2} [^\W\d]+, \d{4}", "no comma here"),
    (r"[^\W\d]+ \d{1,2} \d{4}", "a comma before the year"),
    (r"[^\W\d]+, \d{4}", "no comma here"),
    (r"(?i:circa|ca?\.?) ?\d{4}", '"c. " before the year'),
    (r".*\b(?i:BCE?|AD|CE)\.?", "no eras"),
    (r"\d{1,2}", "a year has four figures"),
)
"""First pattern that fits tells what is wrong."""
_LONGEST = 80
"""Characters of a text that may have been meant as a date."""


def refusal(text: str, *, full: bool = False) -> str | None:
    """Why the templates refuse `text` as a date, or None where they take it; `full` asks for day, month and year.

    The forms are those of Module:Citation/CS1/Date validation on English Wikipedia.
    """
    text = " ".join(text.split())
    if _pattern(_FULL).fullmatch(text):
        return "years before 1583 are not written so" if text[4] == "-" and text < "1583" else None
    if full:
        return "day, month and year are needed" if _taken(text) else _reason(text)
    return _order(text) if _taken(text) else _reason(text)


def _taken(text: str) -> bool:
    return text in _UNDATED or _pattern(_FORMS).fullmatch(text.removeprefix("c. ").removeprefix("c.")) is not None


def _reason(text: str) -> str:
    if len(text) > _LONGEST:
        return "not in a form that citation templates read"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return no_day(*map(int, text.split("-")))
    for pattern, reason in _WRONG:
        if re.fullmatch(pattern, text):
            return reason
    words = re.findall(r"[^\W\d]+", text)
    if any(word.capitalize() in _MONTHS | _SHORT and word != word.capitalize() for word in words):
        return "months begin with a capital"
    if len(words) == 1 and re.fullmatch(r"(?:\d{1,2} )?[^\W\d]+\.?(?: \d{1,2},)? \d{4}", text):
        return "no such month, or not so abbreviated"
    return "not in a form that citation templates read"


def _order(text: str) -> str | None:
    """What is wrong with the two ends of a period that has the right form."""
    names = re.findall(r"[A-Z][a-z]+", text)
    months = [name for name in names if name in _MONTHS | _SHORT]
    if len(months) == 2 and (months[0] in _MONTHS) != (months[1] in _MONTHS):
        return "months of both ends are written alike"
    if names[:2] in (["Autumn", "Winter"], ["Fall", "Winter"]):
        return None
    ends = _ends(text, names)
    return "it ends before it begins" if ends and ends[0] >= ends[1] else None


def _ends(text: str, names: list[str]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Both ends as (year, month or season, day), as far as told; None where the text is no period."""
    halves = re.split(r"[-–]", text)
    if len(halves) != 2 or re.search(r"\d{4}[a-z]?[-–]\d\d(?!\d)", text):
        return None
    first, last = (_end(half) for half in halves)
    if not any(last) or not any(first):
        return None
    filled = tuple(a or b for a, b in zip(first, last, strict=True))
    if last[1] == 0 and first[1]:  # "June 10–8, 2012": the second half has no month of its own
        last = (last[0], first[1], last[2])
    return (filled, last) if names or first[0] else None


def _end(half: str) -> tuple[int, int, int]:
    year = re.search(r"\d{3,4}", half)
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", half)
    name = next(iter(re.findall(r"[A-Z][a-z]+", half)), "")
    number = _MONTHS.get(name) or _SHORT.get(name) or _SEASONS.get(name) or 0
    return int(year[0]) if year else 0, number, int(day[0]) if day else 0


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """An alternation of forms: letters stand for words of `_WORDS`, "_" for a dash, " - " for one between blanks."""
    return re.compile("|".join("".join(_piece(letter) for letter in form.replace(" - ", "=")) for form in forms))


def _piece(letter: str) -> str:
    if letter in ("m", "D"):
        return r"(?:0[1-9]|1[0-2])" if letter == "m" else r"(?:0[1-9]|[12]\d|3[01])"
    if letter in "_=":
        return "[-–]" if letter == "_" else " [-–] "
    return f"(?:{_WORDS[letter]})" if letter in _WORDS else re.escape(letter)
