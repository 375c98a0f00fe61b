"""What follows a number: currency, unit, smaller unit, denominator and counted noun."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.claims.model import Per
from claimcheck.claims.quantities import currencies
from claimcheck.claims.quantities.clocks import add_smaller, feet_and_inches
from claimcheck.claims.quantities.counted import Noun, counted
from claimcheck.claims.quantities.numbers import STOPS, Number, read_number
from claimcheck.claims.quantities.per import one_in, read_per
from claimcheck.claims.quantities.resolve import VIDEO, cue, in_title, resolve, temperature_difference
from claimcheck.claims.quantities.tail import Tail
from claimcheck.claims.quantities.unit_table import NAMES, SYMBOLS, TIMES, Powers, canonical
from claimcheck.claims.quantities.units import GAP, read_unit
from claimcheck.claims.quantities.vocabulary import context, rows, words
from claimcheck.patterns import lazy

_PADDED = re.compile(r"0\d+[^\W\d_]")
_PENCE = re.compile(r"[ \u00a0]?p(?!\w|\.\w)")
_OF_UNIT = re.compile(r"[ \u00a0]of[ \u00a0]")
_RUN = ("ing yards", "ing miles", "ing kilometres", "ing kilometers")
_NO_NOUN = context("no noun")
ADJECTIVES = tuple(sorted(words("plurals.tsv", "adjective endings")))
# "345 inh./km²": a head that is no English plural
_ABBREVIATED = {row[1]: (row[2], row[3]) for row in rows("per_nouns.tsv") if row[0] == "abbreviation"}
_SHORT = re.compile(rf"[ \u00a0](?P<short>{'|'.join(_ABBREVIATED)})\b")
_HEADS = re.compile(r"[ \u00a0](?P<who>inh|inhab|hab|pers|pop)\.?(?= ?/ ?[a-z]| per )")
# What a unit, a currency, a denominator or the whole of a part may begin with; any other word is a noun or nothing.
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = frozenset(
    match[0].lower()
    for named in (NAMES, SYMBOLS, currencies.NAMES, currencies.SYMBOLS, currencies.SUBUNITS, _ABBREVIATED)
    for match in map(_FIRST_WORD.match, named)
    if match is not None
) | context("behind a number")
_AREAS = ("sq", "cu")
"""How square and cubic units begin, with their unit glued to them or not."""


def read_tail(text: str, number: Number, code: str | None = None) -> Tail:
    """What follows the number; `code` is the currency that stood before it."""
    tail = Tail(number.end, number.end)
    if code is not None:
        tail.unit, tail.money = code, True
    if text[number.end : number.end + 1] in STOPS:
        return tail
    if number.word and number.word not in _KNOWN and not number.word.startswith(_AREAS):
        if code is None:
            _noun(text, number, tail, counted(text, number.end, one=number.value == 1))
        return tail
    if code is not None:
        _named_currency(text, number, tail)
    elif not feet_and_inches(text, number, tail):
        _unit(text, number, tail) or _currency(text, number, tail)
    if tail.unit is not None and (not tail.money or code is None):
        add_smaller(text, tail)
    _per_and_noun(text, number, tail)
    return tail


def _named_currency(text: str, number: Number, tail: Tail) -> None:
    """A code or name after the number that repeats or sharpens the sign before it ("$5 million USD", "$5 Canadian")."""
    found = currencies.after(text, number.end)
    if found is not None and (found[1] == tail.unit or tail.unit == "USD"):
        tail.end = tail.tail = found[0]
        tail.unit = found[1]


def _currency(text: str, number: Number, tail: Tail) -> bool:
    end = number.end
    if number.precision == "open" and text.startswith(" of ", end):
        end += 3
    pence = _PENCE.match(text, end)
    if pence is not None and number.value not in VIDEO and cue(text, number.start, end, "money"):
        tail.end = tail.tail = pence.end()
        tail.unit, tail.money = "penny", True
        return True
    found = currencies.after(text, end)
    if found is None or (found[0] < len(text) and text[found[0]].isalnum()):
        return False
    if _PADDED.match(text, number.start):
        return False  # "0066FF" is a colour
    tail.end = tail.tail = found[0]
    tail.unit, tail.money = found[1], True
    return True


def _unit(text: str, number: Number, tail: Tail) -> bool:
    gap = (_OF_UNIT if number.precision == "open" else GAP).match(text, number.end)
    if gap is None:
        return False
    found = read_unit(text, gap.end())
    if found is None:
        return False
    end, unit, spelled = found
    if text.startswith(("in a ", "in an "), gap.end()) and gap.end() > number.end:
        return False  # "2.5 in a second round"
    known: Powers | None = unit
    if len(unit) == 1 or spelled:
        known = resolve(text, number, gap.end(), end, unit, spelled=spelled)
    elif end < len(text) and text[end].isalnum():
        known = None
    if known is None:
        return False
    if known[0][0] in ("degree_Celsius", "degree_Fahrenheit") and len(known) == 1:
        known = temperature_difference(text, number.start, end, known)
    tail.end = tail.tail = end + (text[gap.end() - 1 : gap.end()] in ("[", "{") and text[end : end + 1] in ("]", "}"))
    tail.unit = canonical(known)
    tail.money = tail.unit in ("GBP", "HRK")
    return True


_OF = re.compile(r"[ \u00a0]of(?: the| these| those| its| their| his| her| our| all| [^\W\d_]+['’]s)*(?= )")
_HALF_THE = lazy(r"[ \u00a0](?:the|its|their|his|her|our|all(?: the| its| their)?)(?= )")
_OUT_OF = re.compile(
    r"[ \u00a0](?:out )?of(?: the| a total of| its| their| his| her| these| those| all)?[ \u00a0](?=[\d$€£]|[a-z]+[ -])"
)


def _of_whole(text: str, number: Number, tail: Tail) -> Noun | None:
    """The noun of "one of the bridges", "dozens of men"."""
    if number.fraction:
        return _of_share(text, number, tail)
    if _of_number(text, tail):
        return None
    match = _OF.match(text, tail.end)
    if match is None or (match[0].strip() == "of" and number.precision != "open"):
        return None
    noun = counted(text, match.end())
    tail.part = noun is not None and number.precision != "open"
    return noun


def _of_share(text: str, number: Number, tail: Tail) -> Noun | None:
    """The noun of "half the condos", "a third of German voters"; none of a mass ("half of the water flows")."""
    match = _HALF_THE.match(text, tail.end) if number.words else None
    of = _OF.match(text, tail.end) if match is None else None
    if of is not None and of[0].endswith(" those"):
        return None  # "half of those using it"
    noun = counted(text, (match or of).end()) if match or of else None  # type: ignore[union-attr]
    if of is not None and noun is not None and not _counts(text[noun.start : noun.end].split()):
        noun = None
    tail.part = noun is not None
    return noun


def _counts(words: list[str]) -> bool:
    """True for a plural with nothing but adjectives before it."""
    return all(word[0].isupper() or word.endswith(ADJECTIVES) for word in words[:-1])


def _of_number(text: str, tail: Tail) -> bool:
    """ "12 of the 40 patients", "280 million of the 1.5 billion shekels": counted in what the whole is counted in."""
    match = _OUT_OF.match(text, tail.end)
    whole = read_number(text, match.end()) if match is not None else None
    if match is None or whole is None or whole.start != match.end() or whole.precision == "open":
        return False
    of_whole = read_tail(text, whole)
    tail.part = True
    if of_whole.counted is not None or of_whole.money:
        tail.counted, tail.plural = of_whole.counted, of_whole.plural
        tail.unit, tail.money = of_whole.unit, of_whole.money
    return True


def _heads_per(text: str, tail: Tail) -> bool:
    """ "345 inh./km²", "15.3 ppg"."""
    short = _SHORT.match(text, tail.end)
    if short is not None:
        tail.counted, below = _ABBREVIATED[short["short"]]
        tail.end = tail.tail = short.end()
        tail.per, tail.plural = Per(Fraction(1), None, below), True
        return True
    heads = _HEADS.match(text, tail.end)
    per = read_per(text, heads.end()) if heads is not None else None
    if heads is None or per is None:
        return False
    tail.end, tail.per = per
    tail.tail, tail.counted, tail.plural = tail.end, heads["who"], True
    return True


def _per_and_noun(text: str, number: Number, tail: Tail) -> None:
    if tail.unit is None and text.startswith("/", tail.end) and number.value == 1:
        return  # a fraction of a formula: "1/s"
    share = one_in(text, tail.end) if tail.unit is None and number.value == 1 else None
    per = share or read_per(text, tail.end, money=tail.money)
    if per is not None:
        tail.end, tail.per = per
        tail.tail = tail.end
        return
    if tail.unit is not None:
        return
    if text.startswith((" times", "\u00a0times"), tail.end):
        tail.plural = True
        per = read_per(text, tail.end + 6)
        if per is not None:
            tail.end, tail.per = per
            tail.tail, tail.counted = tail.end, "times"
            return
    if _heads_per(text, tail):
        return
    noun = _of_whole(text, number, tail)
    if noun is not None or not tail.part:
        _noun(text, number, tail, noun or counted(text, tail.end, one=number.value == 1))


def _noun(text: str, number: Number, tail: Tail, noun: Noun | None) -> None:
    """Take the noun that is counted, or the unit that it ends with, and the denominator behind it."""
    if noun is None or text[noun.start : noun.end].lower() in _NO_NOUN:
        return
    tail.tail, tail.counted, tail.plural = noun.end, text[noun.start : noun.end], noun.plural
    head = tail.counted.rsplit(None, 1)[-1]
    time = NAMES.get(head.lower(), ())
    if len(time) == 1 and time[0][0] in TIMES and not tail.part:
        if head[0].isupper() and in_title(text, number, noun.end):
            return
        # "two full years", "the four analysed days"
        tail.end, tail.unit, tail.counted = noun.end, time[0][0], None
        return
    if tail.counted.lower().endswith(_RUN):
        # "517 rushing yards", "20 nautical miles"
        tail.end, tail.unit, tail.counted = noun.end, NAMES[tail.counted.rsplit(None, 1)[-1].lower()][0][0], None
    per = read_per(text, noun.end)
    if per is not None:
        tail.end, tail.per = per
        tail.tail = tail.end
