"""The population at a census that a sentence or the infobox tells, against the article's own table of populations."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from fractions import Fraction
from functools import cache

from claimcheck.checks.figures import ends
from claimcheck.checks.lexicon import any_of
from claimcheck.checks.matching.kinship import agree
from claimcheck.checks.matching.plain_statements import opens_with
from claimcheck.checks.matching.words import words_of
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.series import census_series
from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.claims.title import Title
from claimcheck.document.sentences import sentences
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_NAMED_CENSUS = lazy(
    r"\b(?:(?:[A-Z][\w.’']{0,30}|of|the|\d{4})\s+){0,5}[Cc]ensus(?:es)?(?:\s+(?:Bureau|of|in|\d{4}|[A-Z]\w{0,30})){0,4}"
    r"(?:\s+(?:conducted|taken|carried out) by (?:the )?[A-Z]\w{0,30}(?: [A-Z]\w{0,30}){0,3})?"
)
_COUNTED_PEOPLE = lazy(
    r"(?:\bthere (?:were|was|are|lived)|\bcensus (?:counted|recorded|showed|found|reported|registered))\s+"
    r"(?:a total of\s+)?\Z",
    re.IGNORECASE,
)
_PEOPLE = frozenset({"people", "persons", "inhabitants", "residents"})
_WHOLE = lazy(
    r"(?:\s+(?:residing|living|resident|who lived) (?:in|within) (?:the )?(?P<where>[\w ]{1,30}))?"
    r"\s*(?:[,.;:]|\Z| and \d)"
)
"""What may follow people who are all of a place: not "living in households"."""
_OPENER = lazy(
    r"\A\W*(?:The|As|At|In|Of|It|Its|There|According|This|During|On|By|For|From|With|Since|Between|About|Based|Today|"
    r"An?)\b"
)
"""Words with a capital only because a sentence begins with them."""
_PRONOUN = lazy(r"\W*(?:It|They)\b")
_NAME = lazy(r"\b[A-ZÀ-Þ][\w’']+")
_BEHIND = lazy(r"[^,.;:()]{0,60}")
_YEAR = lazy(r"\d{4}")
_FARTHEST = {True: Fraction(2), False: Fraction(5, 4)}
"""How many times as large the one may be, where the sentence names the place and where it does not: a figure that is
farther off is of another place, for example of the county."""
_BACK = 1000
"""Characters before a sentence in which another place may be named."""
_PARAMETERS = frozenset({"population", "population total", "population_total"})


@check(
    "census",
    Options,
    text="the figure of the sentence or the infobox",
    other="that of the table of populations",
    time="the year of the census",
    means="what the first one means",
    meant="what the other one means",
)
def against_series(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A population at a census that is not the one which the article's table of populations has for that year."""
    series = census_series(view) if view.document.title else {}
    if not series:
        return
    told = _Told(view)
    for claim in told.claims(series):
        given = series[int(claim.time.edtf)] if claim.time else []
        if given and all(agree(claim, other) is False for other in given) and told.near(claim, given[0]):
            yield _hit(claim, given[0])


class _Told:
    """The populations at censuses that the text tells of its subject."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._title = Title(view.document)
        self._words = frozenset(word.lower() for word in words_of(view.document.title or ""))

    def claims(self, years: Container[int]) -> Iterator[Claim]:
        """Figures of one of these census years, in the order of the text."""
        for claim in self._view.quantities:
            if claim.time is None or _YEAR.fullmatch(claim.time.edtf) is None or int(claim.time.edtf) not in years:
                continue
            if claim.form != "single":
                continue
            if claim.passage.context == "infobox":
                if self._of_box(claim):
                    yield claim
            elif claim.passage.context in ("lead", "prose") and self._of_sentence(claim):
                yield claim

    def near(self, claim: Claim, other: Claim) -> bool:
        """True where the two are of one order, as they are for one place."""
        if claim.amount is None or other.amount is None or not claim.amount.value or not other.amount.value:
            return False
        ratio = claim.amount.value / other.amount.value
        most = _FARTHEST[claim.subject is not None or claim.passage.context == "infobox"]
        return 1 / most <= ratio <= most

    def _of_box(self, claim: Claim) -> bool:
        box = self._title.box
        if (
            claim.measure != "population"
            or box is None
            or claim.passage.path[-1:] == ()
            or len(claim.passage.path) != 2
        ):
            return False
        as_of = box.get("population_as_of", "population_date", "population_year")
        if claim.passage.path[-1].lower() not in _PARAMETERS or as_of is None:
            return False
        text = " ".join((as_of.text, *(link.target for link in as_of.links))).lower()
        return "census" in text and "estim" not in text

    def _of_sentence(self, claim: Claim) -> bool:
        text, at = claim.passage.text, claim.sentence
        if claim.role is not None or "ensus" not in text[at.start : at.end] or not self._population(claim):
            return False
        before = text[at.start : claim.lead]
        if claim.time is None or _YEAR.findall(before)[-1:] not in ([], [claim.time.edtf]):
            return False
        if set(claim.qualifiers) - {"census", "total"} or self._narrowed(before) or self._narrowed(_behind(claim)):
            return False
        return self._of_subject(claim) and not self._names_another(before)

    def _population(self, claim: Claim) -> bool:
        if claim.measure == "population" and claim.counted in (None, *_PEOPLE):
            return True
        if claim.counted not in _PEOPLE or claim.unit is not None or claim.per is not None:
            return False
        text = claim.passage.text
        counted = _COUNTED_PEOPLE.search(text, claim.sentence.start, claim.lead)
        whole = _WHOLE.match(text, claim.tail)
        if counted is None or whole is None:
            return False
        return whole["where"] is None or whole["where"].lower() in self._title.names

    def _narrowed(self, words: str) -> bool:
        """True for "urban", "estimated", "the county": words that narrow or widen what is counted."""
        own = self._words | self._title.kinds
        return any(found.group().lower() not in own for found in _scopes().finditer(words))

    def _of_subject(self, claim: Claim) -> bool:
        """True for a figure of the article's subject, or of nothing else that is named."""
        if claim.subject is not None:
            name = claim.subject.text.lower().removeprefix("the ")
            return not {name, name.partition(" of ")[2], name.rpartition("census reported ")[2]}.isdisjoint(
                self._title.names
            )
        text = claim.passage.text[max(0, claim.sentence.start - _BACK) : claim.sentence.start]
        own = re.compile(opens_with(self._view.document.title or ""))
        for bound in reversed(sentences(text)):
            if own.match(text, bound.start) and not _PRONOUN.match(text, bound.start):
                return True
            if self._names_another(text[bound.start : bound.end]):
                return False
        return True

    def _names_another(self, words: str) -> bool:
        """True where a name stands in these words that is neither of the title nor of the census."""
        bare = _OPENER.sub("", _NAMED_CENSUS.sub(" ", words))
        return any(re.sub("['’]s?$", "", found.group().lower()) not in self._words for found in _NAME.finditer(bare))


def _behind(claim: Claim) -> str:
    """The words behind a figure up to the next comma."""
    found = _BEHIND.match(claim.passage.text, claim.tail, claim.sentence.end)
    return found.group() if found else ""


@cache
def _scopes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('scopes')})\w*\b(?! the (?:\w+ ){{1,5}}census)", re.IGNORECASE)


def _hit(claim: Claim, other: Claim) -> Hit:
    words = {
        "text": claim.text,
        "other": other.text,
        "time": claim.time.edtf if claim.time else "",
        "means": ends(claim.amount.interval) if claim.amount else claim.text,
        "meant": ends(other.amount.interval) if other.amount else other.text,
    }
    return Hit(Mark(claim.start, claim.end), (claim, other), words, (Mark(other.start, other.end, "in the table"),))
