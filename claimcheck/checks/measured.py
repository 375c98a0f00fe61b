"""One measure of the article's subject at one time, told with two values: in its text, infobox, or a table by years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from claimcheck.checks.figures import ends
from claimcheck.checks.lexicon import any_of
from claimcheck.checks.matching.kinship import agree, interval_as
from claimcheck.checks.matching.subject import is_about, titles
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.tables.yearly import named_by_year_alone
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

MOST = 12
"""Figures of one measure and time beyond which an article lists them."""
_NEXT = 3
"""Words behind "Tarnstadt's" of which one names the measure where it is the subject's own."""
_OWN = lazy(
    r"\b(?:population|area|number of (?:households|inhabitants|residents)|elevation) of the (?:city|town|village|"
    r"country|state|province|district|county|island|municipality|commune|borough|parish)\b",
    re.IGNORECASE,
)


class MeasuredOptions(Options, frozen=True):
    """Options of `measured`."""

    measures: tuple[str, ...]
    """Measures of data/measures.yaml that have one value at one time."""


@check(
    "measured",
    MeasuredOptions,
    text="the figure told later, or that of the text where the other stands in a table",
    other="the figure told first, or that of the table",
    measure="what both measure",
    subject="of what both do",
    time="the time of both",
    means="what the later one means",
    meant="what the first one means",
    where="where the other one stands",
)
def two_values(view: View, options: MeasuredOptions) -> Iterator[Hit]:
    """Two figures of the article's subject for the same measure and time that cannot be the same."""
    if view.document.title is None:
        return
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for measure in options.measures:
        for claim in view.of_measure(measure):
            if claim.time is not None and claim.amount is not None and claim.role is None and not claim.quoted:
                groups[measure, claim.time.edtf[:4]].append(claim)
    pairs = [
        pair for group in groups.values() if len(group) <= MOST for pair in combinations(group, 2) if _differ(*pair)
    ]
    if pairs:
        told = {(id(s.passage), s.span.start): s for s in view.sentences}
        for pair in pairs:
            if all(
                _own(claim, told.get((id(claim.passage), claim.sentence.start)), view.document.title)
                or named_by_year_alone(claim, view.document)
                for claim in pair
            ):
                first, second = sorted(pair, key=lambda claim: (claim.passage.context != "table", claim.start))
                yield _hit(first, second, view.document.title)


def _differ(first: Claim, second: Claim) -> bool:
    tables = [claim.passage.context == "table" for claim in (first, second)]
    if all(tables) or (any(tables) and (first.place or second.place)):
        return False
    if first.sentence == second.sentence and first.passage is second.passage:
        return False
    if set(first.qualifiers) != set(second.qualifiers) or _scopes(first) != _scopes(second):
        return False
    return agree(first, second) is False


def _scopes(claim: Claim) -> set[str]:
    """Words of its sentence, or of its parameter's name, that narrow what is measured."""
    if claim.passage.context == "table":
        return {match.group().lower() for match in _scope().finditer(" ".join(claim.passage.path))}
    if claim.passage.context == "infobox":
        return {
            match.group().lower() for match in _scope().finditer(" ".join(claim.passage.path[1:]).replace("_", " "))
        }
    text = claim.passage.text[claim.sentence.start : claim.sentence.end]
    return {match.group().lower() for match in _scope().finditer(text)}


def _own(claim: Claim, sentence: Sentence | None, title: str) -> bool:
    """True where the figure is that of the article's subject."""
    if claim.passage.context == "infobox":
        return len(claim.passage.path) == 2
    if sentence is None or claim.passage.context not in ("lead", "prose"):
        return False
    if _of_a_part(claim, sentence, title):
        return False
    return is_about(sentence, title) or _OWN.search(sentence.text) is not None


def _of_a_part(claim: Claim, sentence: Sentence, title: str) -> bool:
    """True for "Tarn Bank's German arm had revenue of": what the subject has is something else than the measure."""
    owned = re.search(rf"(?:{'|'.join(titles(title))})['’]s? ", sentence.text)
    words = (claim.measure or "").split("-")
    next_words = sentence.text[owned.end() :].lower().split(maxsplit=_NEXT)[:_NEXT] if owned else []
    return owned is not None and not any(word in next_words for word in words)


def _hit(first: Claim, second: Claim, title: str) -> Hit:
    like = interval_as(second, first)
    words = {
        "text": second.text,
        "other": first.text,
        "measure": (first.measure or "").replace("-", " "),
        "subject": title,
        "time": first.time.edtf if first.time else "",
        "means": ends(like) if like else second.text,
        "meant": ends(first.amount.interval) if first.amount else first.text,
        "where": "in the table" if first.passage.context == "table" else "before",
    }
    note = "in the table" if first.passage.context == "table" else "told first"
    return Hit(Mark(second.start, second.end), (second, first), words, (Mark(first.start, first.end, note),))


@cache
def _scope() -> re.Pattern[str]:
    """Words that narrow what is measured; "according to the 2015 census" does not."""
    return re.compile(rf"\b(?:{any_of('scopes')})\w*\b(?! the \d{{4}} census)", re.IGNORECASE)
