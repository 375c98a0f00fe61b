"""Units and scales as labels print them: "(US$ millions)", "in thousands", "Area km² (sq mi)", "TDP (W)"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache

import msgspec

from claimcheck.claims import quantities
from claimcheck.claims.model import Per
from claimcheck.claims.quantities.unit_table import NAMES
from claimcheck.claims.quantities.vocabulary import phrases, rows
from claimcheck.patterns import lazy
from claimcheck.values.units import same_dimension

_BRACKETS = lazy(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]")
_IN = re.compile(r"\bin ([^()]{1,30})$")
_COMMA = re.compile(r", ([^,()]{1,20})$")
_PER = lazy(r"\bper (?:1 ?,?\d|thousand|hundred|million|km|mi²|sq |square )[^()]{0,30}$")
_WORDS = re.compile(r"[a-zà-ÿ]+")
_YEAR = lazy(r",? ?\b(?:1[5-9]|20)\d\d\b")
_MONEY_LETTER = lazy(r"(?<=[$€£¥₹])\s?([mMbBk])\b")
_SCALE = lazy(
    r"(?<![^\W\d_])(?:(?P<word>thousand|million|billion|trillion|lakh|crore)s?|(?P<short>mill?|mln|mio|mn|bn|bln|tn|cr)\b\.?"
    r"|(?<![\d,])['’]?000s?\b|(?P<figure>1[ ,]?000(?:[ ,]?000){0,3})s?\b)(?![^\W\d_])",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"percent(?:age)?\b", re.IGNORECASE)
_RATE = re.compile(r"\bper\b|/|\ba $")
_POWERS = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7, "mil": 6, "mill": 6, "mln": 6,
    "mio": 6, "mn": 6, "bn": 9, "bln": 9, "tn": 12, "cr": 7, "m": 6, "b": 9, "k": 3,
}  # fmt: skip
_PEOPLE = lazy(
    r"(?P<who>(?:inh|inhab|hab|pers|pop|p)\.?|people|persons|inhabitants)(?: ?/ ?| per )(?P<unit>\S.{0,12})$"
)
_NOUN = lazy(r"[a-z]{3,}(?: [a-z]{3,}){0,2}$")
_SIGNS = frozenset("%‰$€£¥₹")
_LONGEST = 200
"""Characters of a label in which a unit is looked for."""


class Label(msgspec.Struct, frozen=True):
    """What a label says of its bare figures: unit, denominator, noun, scale; and the unit of a figure in brackets."""

    unit: str | None = None
    per: Per | None = None
    counted: str | None = None
    scale: int = 1
    bracketed: Label | None = None


class _Words(msgspec.Struct, frozen=True):
    letters: dict[str, frozenset[str]]
    bare: frozenset[str]
    opening: re.Pattern[str]
    no_figure: re.Pattern[str]
    no_scale: frozenset[str]


@cache
def _words() -> _Words:
    table = rows("header_units.tsv")

    def kind(name: str) -> list[str]:
        return [row[1] for row in table if row[0] == name]

    def either(name: str) -> str:
        listed = sorted(phrases(kind(name)[0]), key=lambda phrase: -len(phrase))
        return "|".join(re.escape(phrase) for phrase in listed)

    return _Words(
        {row[1]: frozenset(phrases(row[2])) for row in table if row[0] == "letter"},
        frozenset(kind("bare")[0].split()) | {"sq mi"},
        re.compile(rf"(?:(?:{either('opening')}) )+", re.IGNORECASE),
        re.compile(rf"(?:^|[\s(])(?:{either('no figure')})(?:$|[\s),])", re.IGNORECASE),
        frozenset(phrases(kind("no scale")[0])),
    )


@lru_cache(maxsize=1 << 12)
def holds_no_figures(label: str) -> bool:
    """True for a label under which stand versions and codes: "Latest stable release", "API (version)"."""
    return _words().no_figure.search(label[:_LONGEST]) is not None


def bars_scale(label: str) -> bool:
    """True for a column that a scale from above does not reach: "Rank", "Year"."""
    return label.strip().lower() in _words().no_scale


@lru_cache(maxsize=1 << 12)
def read_label(label: str) -> Label | None:
    """What the label says of the figures under it, or None."""
    if len(label) > _LONGEST:
        return None
    text = label.replace("\v", "\n").replace("\xa0", " ").strip()
    for match in reversed(list(_BRACKETS.finditer(text))):
        if match[1] == "s" and text[match.start() - 1 : match.start()].isalpha():
            continue  # "Winner(s)"
        found = _said(match[1], text, sure=True)
        if found is not None:
            return _with_primary(found, text[: match.start()].rstrip())
    *_, last = text.split("\n")
    rate = _PER.search(last)
    if rate is not None:
        return _unit(rate[0])
    tail = _IN.search(last) or (_COMMA.search(last) if last == text else None)
    if tail is not None and not tail[1][:1].isdigit():
        found = _said(tail[1], text, sure=tail.re is _IN)
        if found is not None:
            return found
    if (last != text and not last.startswith("per ")) or (text[:1].islower() and _SCALE.match(text)):
        return _said(last, text, sure=False)
    return _bare(text)


def _with_primary(found: Label, before: str) -> Label:
    """With the unit that stands before the bracket: "Rainfall in inches (mm)", "Cost US$ (millions)"."""
    last = before.rpartition("\n")[2]
    tail = _IN.search(last)
    for candidate in filter(None, (tail[1] if tail else "", last, last.rpartition(" ")[2])):
        primary = _unit(candidate.strip(" ,"))
        if primary is None or primary == found:
            continue
        if found.scale != 1 and found.unit is None and found.per is None:
            sure = len(candidate) > 1 or candidate in _SIGNS
            return msgspec.structs.replace(primary, scale=found.scale) if sure else found
        if found.scale == 1 and _alike(primary, found):
            return msgspec.structs.replace(primary, bracketed=found)
    return found


def _alike(one: Label, other: Label) -> bool:
    """True for two units of one dimension: "m (ft)", "per km² (per sq mi)"."""
    if (one.per is None) != (other.per is None):
        return False
    if one.per is not None and other.per is not None:
        return one.per.unit is not None and other.per.unit is not None and same_dimension(one.per.unit, other.per.unit)
    return one.unit != other.unit and bool(one.unit and other.unit) and same_dimension(one.unit or "", other.unit or "")


def _bare(text: str) -> Label | None:
    """A label that is a symbol, or ends with one: "%", "Storage needs MB"."""
    last = text if text in _words().bare else text.rpartition(" ")[2]
    if last in _words().bare or (last != text and last.islower() and last.endswith("s") and last in NAMES):
        return _unit(last)  # "TDP watts", "Combined days"
    return Label("percent") if _PERCENT.match(text) else None


def _said(printed: str, label: str, *, sure: bool) -> Label | None:
    """The unit and scale that a bracket or the end of a label gives; `sure` where it stands for nothing else."""
    text = _YEAR.sub("", printed).strip(" ,")
    opening = _words().opening.match(text + " ")
    rest = text[opening.end() :] if opening is not None else text
    if not rest and text != printed:
        return None  # "in 2014"
    text = rest or text
    if text.startswith("% of "):
        text = "%"
    first = text.partition("/")[0]
    needed = _words().letters.get(first if first.isupper() and len(first) > 1 else text)  # no tonnes in "MT/s"
    if needed is not None or len(text) == 1:
        if needed is None and text not in _SIGNS:
            return None
        if needed is not None and needed.isdisjoint(_WORDS.findall(label.lower())):
            return None
    scaled = _scaled(text, sure=sure)
    return scaled if scaled is not None else _unit(text)


def _scaled(text: str, *, sure: bool) -> Label | None:
    """A scale, alone or with the unit that it is of: "US$ bn", "thousand tonnes", "'000"."""
    letter = _MONEY_LETTER.search(text)
    match = letter or _SCALE.search(text)
    if match is None or _RATE.search(text, 0, match.start()):
        return None  # "per thousand" is a rate
    if letter is not None:
        power = _POWERS[letter[1].lower()]
    else:
        named = (match["word"] or match["short"] or "").lower()
        power = _POWERS[named] if named else sum(c == "0" for c in match["figure"] or "000")
    if letter is None and match["word"] and match[0][:1].isupper() and match[0] == text and not sure:
        return None  # the name of a thing
    rest = (text[: match.start()] + " " + text[match.end() :]).strip(" *×x.,-").removeprefix("of ").strip()
    if not rest:
        return Label(scale=10**power) if sure or match[0].islower() else None
    unit = _unit(rest)
    if unit is not None and unit.scale == 1:
        return msgspec.structs.replace(unit, scale=10**power)
    if not sure or len(rest) > 24:
        return None
    return Label(counted=rest if _NOUN.match(rest) else None, scale=10**power)


def _unit(text: str) -> Label | None:
    """The unit or rate that `text` is as a whole."""
    people = _PEOPLE.match(text)
    if people is not None:
        area = _unit(people["unit"])
        if area is None or area.unit is None or area.per is not None:
            return None
        return Label(per=Per(Fraction(1), area.unit), counted=people["who"])
    if not text or text[0].isdigit():
        return None
    for written in (f"1 {text}", f"{text}1", f"{text} 1"):
        read = (
            quantities.recognise(written, written.index("1"), 0)
            if text[-1] in "$€£¥₹₩₽₱" or written[0] == "1"
            else None
        )
        if read is None or read.start != 0 or read.end != len(written) or read.kind == "date":
            continue
        if read.unit is not None:
            return Label(read.unit, read.per)
        if read.per is not None and (read.per.amount > 1 or read.per.unit or read.per.counted):
            return Label(per=read.per, counted=read.counted)
    return None
