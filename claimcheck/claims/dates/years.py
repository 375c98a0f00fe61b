"""Tells a bare number of four digits (or three) that is a year from one that counts or measures something."""

from __future__ import annotations

from claimcheck.claims.dates.neighbours import word_after, word_before
from claimcheck.claims.dates.vocabulary import CONTEXT, EVENTS
from claimcheck.claims.quantities.units import unit_follows
from claimcheck.patterns import lazy

STRONG, WEAK, NEVER = CONTEXT["strong"], CONTEXT["weak"], CONTEXT["never"]
_STOP = frozenset(",.;:)]}–—-\"'”’?!/\n(")
_NO_NEIGHBOUR = frozenset("$€£¥#₹№§@&=+~^_\\*%.,0123456789")
_OPENING = frozenset("([{\"'“‘–—-/>,;:.")


def is_year(text: str, start: int, end: int) -> bool:
    """True when the digits `text[start:end]` can only be meant as a year, judged by the words on both sides."""
    value = int(text[start:end])
    likely = 1750 <= value <= 2035 or (value >= 1400 and value % 10 != 0 and value < 2035)
    if not 1000 <= value <= 2199 or not _apart(text, start, end):
        return False
    before, mark, begin = word_before(text, start)
    following = word_after(text, end)
    if following and (following.lower() in CONTEXT["units"] or following in "°€$£%" or unit_follows(text, end)):
        return False
    counted = _is_counted(following)
    if before in NEVER:
        return False
    if mark:
        return _after_mark(text, start, end, mark, likely=likely, counted=counted, following=following)
    if before in STRONG:
        return not counted or (likely and value % 50 != 0) or (value >= 1900 and value % 10 != 0)
    if before in _ABOUT:
        return not counted and _about(text, begin, value, following)
    if before in WEAK:
        return likely and not counted and _weak(text, begin, start, end, before, following)
    return likely and not counted and _adjective(text, begin, start, before, following, value)


def _apart(text: str, start: int, end: int) -> bool:
    """True when neither neighbour makes the digits part of a longer token."""
    if start and (text[start - 1] in _NO_NEIGHBOUR or text[start - 1].isalpha()):
        return False
    if end >= len(text):
        return True
    mark = text[end]
    if mark.isalnum() or mark in "%°":
        return False
    return not (mark in ".,:/–-" and end + 1 < len(text) and text[end + 1].isdigit())


def _is_counted(word: str) -> bool:
    """True for a word that looks like a plural noun or another counted thing."""
    if not word or not word.islower():
        return False
    return word in CONTEXT["counted"] or (word.endswith("s") and len(word) > 3 and word not in CONTEXT["not_plural"])


def _after_mark(text: str, start: int, end: int, mark: str, *, likely: bool, counted: bool, following: str) -> bool:
    """A number at the beginning of the text or after a bracket, comma or stop."""
    closing = text[end : end + 2].lstrip()[:1] or ">"
    if mark in "([":
        return closing in ")],;:–-—" or (likely and not counted)
    if mark == ">":
        return likely and not counted and (closing in ">:–—-,.)/\n;" or _opens(following))
    if mark in '.!?;:\n"”':
        return likely and not counted and (_opens(following) or closing in ":)")
    if mark in ",–—-":
        closes = closing == ")" and mark == ","
        return likely and not counted and closing in ",.;:)(>\n–" and (closes or _near_year_or_name(text, start))
    if mark in "'’‘“":
        return False
    return likely and mark in "/)" and closing in ",.;:)>" and _near_year_or_name(text, start)


def _opens(following: str) -> bool:
    return following.lower() in CONTEXT["subject_verbs"] or following[:1].isupper()


_YEAR_NEAR = lazy(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_NAME = lazy(r"(?:[A-Z][\w.'’]*[)\"]?|\)),\s?$")


def _near_year_or_name(text: str, start: int) -> bool:
    """True after "1996, 1997, " or "Paris, "."""
    before = text[max(0, start - 24) : start]
    return bool(_YEAR_NEAR.search(before) or _NAME.search(before))


def _weak(text: str, begin: int, start: int, end: int, before: str, following: str) -> bool:
    """A likely year after a word that goes with numbers of any kind."""
    closing = text[end : end + 2].lstrip()[:1] or ">"
    ends = closing in _STOP or closing == ">"
    value = int(text[start:end])
    round_ = value % 100 == 0 and value < 1900
    if before in ("of", "to"):
        head = word_before(text, begin)[0]
        return head not in CONTEXT["of_number" if before == "of" else "change"] and (ends or not round_)
    if before in ("and", "or", "is", "was", "per", "for", "when", "with"):
        near = bool(_YEAR_NEAR.search(text, max(0, start - 40), start))
        return near or (before == "for" and (ends or following in CONTEXT["function_words"]))
    if before == "the":
        return not round_ or following[:1].isupper()
    if before in _DETERMINERS:
        return not ends and not round_
    return True


_ABOUT = frozenset(("about", "around", "approximately", "roughly"))


def _about(text: str, begin: int, value: int, following: str) -> bool:
    """A number after "about": a year after another preposition or a verb that tells an event, else by its size."""
    outer = word_before(text, begin).word
    if outer in ("in", "from", "until", "since", "by", "of"):
        return True
    ends = not following or following in CONTEXT["function_words"]
    return ends and (outer in EVENTS or (value >= 1800 and value % 100 != 0))


def _adjective(text: str, begin: int, start: int, before: str, following: str, value: int) -> bool:
    """A year before a noun in the singular: "a secret 1902 pact"; a count would have a plural there."""
    if before == "s" and text[begin - 1] in "'’":
        return True
    closing = text[start + 4 : start + 5]
    if text[begin].isupper():
        named = closing == ")" or not text[begin:start].isupper()
        return value >= 1600 and named and (closing in ".,;:)" or closing == "" or text[start + 5 : start + 6] == "(")
    if value % 50 == 0 or before in CONTEXT["number_verbs"] or not following:
        return False
    return following.lower() not in CONTEXT["function_words"] and len(following) > 2


_DETERMINERS = frozenset(("a", "an", "this", "that", "its", "his", "her", "their", "our", "whose", "another"))


def is_year_range(text: str, start: int, end: int, first: int, last: int) -> bool:
    """True when "1998–2003" or "2012–13" (`last` in full) means years and not pages, counts or scores."""
    if not _apart(text, start, end):
        return False
    before, mark, begin = word_before(text, start)
    if first > last:
        return (
            _reversed(text, first, last, before, mark, begin) and word_after(text, end).lower() not in CONTEXT["units"]
        )
    if not (1000 <= first < last <= 2199 and last - first < 1000):
        return False
    following = word_after(text, end).lower()
    if before in CONTEXT["page"] or following in CONTEXT["units"] or (following and following in "°€$£%"):
        return False
    likely = first >= 1500 and last <= 2040
    if _is_counted(following):
        short = text[end - 3].isdigit() is False
        return (before in STRONG or mark == "(" or short) and likely and following not in CONTEXT["counted"]
    return likely or before in STRONG or before in ("from", "between", "the") or mark in "(["


def _reversed(text: str, first: int, last: int, before: str, mark: str, begin: int) -> bool:
    """True for years that run backwards by mistake ("from 2004 to 1998"), not for a fall ("fell from 2000 to 1500")."""
    if not (1500 <= last < first <= 2040) or first % 100 == 0 == last % 100:
        return False
    return mark == "(" or (before == "from" and word_before(text, begin).word not in CONTEXT["change"])
