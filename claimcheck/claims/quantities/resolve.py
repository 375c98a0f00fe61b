"""Which of its meanings an ambiguous unit has here: by its number, its neighbours and the words around it."""

from __future__ import annotations

import re

from claimcheck.claims.quantities.numbers import PEOPLE_AHEAD, Number
from claimcheck.claims.quantities.unit_table import TIMES, Powers
from claimcheck.claims.quantities.vocabulary import CUES, alternation
from claimcheck.patterns import lazy

_WORDS = re.compile(r"[^\W\d_]+|°[CF]")
_INCHES_AHEAD = lazy(rf"\.?\s*(?:[),;:(\]–×/=]|$|\.(?:\s|$)|x\b|{alternation('after inches')}\b(?! (?:the|\d{{4}})))")
_COMPASS = re.compile(r"[NSEW]\b|\d")
_PROPER = frozenset({"celsius", "fahrenheit", "kelvin", "richter"})
VIDEO = frozenset({240, 360, 480, 540, 576, 720, 1080, 1440, 2160})
AROUND = 70


def cue(text: str, start: int, end: int, meaning: str) -> bool:
    """True when a word of the meaning's list stands within reach of the figure."""
    window = text[max(0, start - AROUND) : start] + " " + text[end : end + AROUND]
    return not CUES[meaning].isdisjoint(_WORDS.findall(window.lower()))


def resolve(text: str, number: Number, at: int, end: int, unit: Powers, *, spelled: bool) -> Powers | None:
    """The unit that `text[at:end]` after the number means, or None where it means none or cannot be told."""
    word = text[at:end]
    attached = at == number.end
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return unit if word[-1] in "°º′″" and _COMPASS.match(text, end) else None
    if (
        attached
        and number.plain
        and number.value < 10
        and word[0].isupper()
        and not (word[1:2].isalpha() or word in "VW")
    ):
        return None
    if len(word) == 1 and word.isalpha() and (number.words or (at - number.end > 1 and text[at - 1].isspace())):
        return None  # "two A&A games", "in room 16.  A man"
    if spelled:
        return _name(text, number, end, unit, word)
    if word in _SPECIAL:
        return _special(text, number, end, unit, word, attached=attached)
    if word == "kn" and cue(text, number.start, end, "money"):
        return (("HRK", 1),)
    if word in "′″":
        return None  # minutes of arc, feet, the end of a strand: only after degrees, or before inches, can it be told
    if len(word) == 1 and word.isalpha():
        return _letter(text, number, end, unit, word, attached=attached)
    return unit


def _name(text: str, number: Number, end: int, unit: Powers, word: str) -> Powers | None:
    low = word.lower()
    named = word[0].isupper() and not word.isupper() and low not in _PROPER and " " not in word
    if named and (not low.endswith("s") or (unit[0][0] in TIMES and in_title(text, number, end))):
        return None
    if low in ("pc", "pcs") and word != low:
        return None  # "five PCs"
    if low == "second" and number.value != 1 and not number.fraction and text[end - len(word) - 1] != "-":
        return None
    if low in ("pound", "pounds"):
        return _pounds(text, number, end, unit)
    if low.startswith("cup"):
        return _cup(text, number, end, unit)
    if low in ("degree", "degrees"):
        return _degrees(text, number, end, unit)
    if low == "foot" and text[end : end + 10].lower().startswith((" soldier", " guard", " patrol")):
        return None
    return unit


def in_title(text: str, number: Number, end: int) -> bool:
    """True for a unit with a capital after a word without: "the newspaper 7 Days", "the Seven Years' War"."""
    if text[end : end + 1] in ("'", "’"):
        return text[end + 1 : end + 3].strip()[:1].isupper()
    before = text[max(0, number.start - 24) : number.start]
    return before[-1:] in (" ", "\u00a0") and before.rstrip().rpartition(" ")[2][:1].islower()


def _pounds(text: str, number: Number, end: int, unit: Powers) -> Powers | None:
    weight = cue(text, number.start, end, "weight")
    money = cue(text, number.start, end, "money")
    if money and not weight:
        return (("GBP", 1),)
    if weight and not money:
        return unit
    return None if number.scales else unit


def _degrees(text: str, number: Number, end: int, unit: Powers) -> Powers | None:
    if cue(text, number.start, end - 7, "temperature") and not text[end : end + 12].lower().startswith(
        (" north", " south", " east", " west")
    ):
        return None
    return None if number.words and text[end : end + 4] in (" in ", " fro") else unit


def _cup(text: str, number: Number, end: int, unit: Powers) -> Powers | None:
    return (
        unit if number.fraction or text.startswith(" of", end) or text[end - 3 : end].lower().endswith("of") else None
    )


def _special(text: str, number: Number, end: int, unit: Powers, word: str, *, attached: bool) -> Powers | None:
    """Symbols that are words, letters or times of day as often as units."""
    if word == "in":
        return unit if attached or text[end - 3] == "-" or _INCHES_AHEAD.match(text, end) else None
    if word == "m":  # "1.2m people" are millions
        return None if attached and PEOPLE_AHEAD.match(text, end) else unit
    if word == "pc":
        return unit if cue(text, number.start, end, "parsec") else (("percent", 1),)
    if word == "s":  # not "1990s", "in his 20s", "Model 3s"
        return None if attached and number.plain else _letter(text, number, end, unit, "s", attached=attached)
    if word == "d":  # the second, three dimensions, old pence: days only where hours follow
        return unit if not (attached and number.plain) or _HOURS.match(text, end) else None
    if word == "px":  # "275px" is what is left of an image's size
        return None if attached else unit
    if word == "pp":  # pages as often
        window = text[max(0, number.start - AROUND) : end + AROUND]
        return unit if "%" in window or "percent" in window or "per cent" in window else None
    return None  # "10 pm"


_HOURS = re.compile(r"[ \u00a0]?\d{1,2}[ \u00a0]?h")
_SPECIAL = frozenset({"in", "m", "pc", "s", "pm", "d", "px", "pp"})


def _letter(text: str, number: Number, end: int, unit: Powers, word: str, *, attached: bool) -> Powers | None:
    """One letter: lower-case ones where nothing else can be meant, capitals where the number is no label."""
    if word in "CF":
        known = (("degree_Celsius", 1),) if word == "C" else (("degree_Fahrenheit", 1),)
        return known if cue(text, number.start, end, "temperature") else None
    if word == "M":
        return unit if cue(text, number.start, end, "molar") else None
    if word in "BbG" or (attached and word == "S"):
        return None
    if word.islower():
        return None if text[end : end + 1] in ("'", "’") or re.match(r"\.[a-zA-Z]", text[end : end + 2]) else unit
    if attached and number.plain and number.value < 10:
        return None
    if word in "NSEWH" and re.match(r"[ \u00a0.]", text[end : end + 1]) and number.plain:
        return None if text[end] == "." and text[end + 1 : end + 3].strip().istitle() else unit
    if word == "A" and re.match(
        r"[ -](?:levels?|grades?|roads?|teams?|sides?|leagues?|stars?)\b|-", text[end : end + 9]
    ):
        return None
    return unit


def temperature_difference(text: str, start: int, end: int, unit: Powers) -> Powers:
    """Degrees of a difference ("warmed by 2 °C", "2 °C warmer") as differences."""
    before = _WORDS.findall(text[max(0, start - 24) : start].lower())[-3:]
    ahead = _WORDS.findall(text[end : end + 12].lower().partition(",")[0])[:1]
    if ("by" in before[-1:] or ({"of"} & set(before[-1:]) and CUES["difference"] & set(before))) or CUES[
        "differing"
    ] & set(ahead):
        return tuple(("delta_" + name, power) for name, power in unit)
    return unit
