"""A fact that came to pass only after the one source given for it had been published."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claimcheck.checks.citation_fields import Cited, Field
from claimcheck.checks.lexicon import pattern
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.document.model import OBJECT
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_YEAR = lazy(r"(?<!\d)\d{4}(?!\d)")
_NAMED_AFTER = lazy(r"(?:–\d\d)? [A-Z]")
_NAMED_BEFORE = lazy(r"\b[A-Z]\w{3,} $")
_PREPOSITION = lazy(
    r"\b(?:in|since|during|after|from|for|of|late|early|mid|around|on|at|throughout),? $", re.IGNORECASE
)
_NARRATIVE = ("lead", "prose")
_CHANGING = frozenset(("cite web", "citation", "cite"))


class AgeOptions(Options, frozen=True):
    """How much older the source must be."""

    leeway: int = 365
    """Days: what is to come within the year is often reported beforehand, in words that do not look ahead."""


@check("source-age", AgeOptions, text="the date as printed", published="the date of publication as printed")
def older_than_fact(view: View, options: AgeOptions) -> Iterator[Hit]:
    """A date that no day of lies before the publication of the only reference behind its sentence."""
    sources = _sources(view)
    for sentence in view.with_dates(1) if sources else ():
        cited = sources.get(_reference(sentence))
        if cited is None or sentence.passage.context not in _NARRATIVE:
            continue
        for claim in sentence.dates:
            published = cited.published
            if published is not None and _later(view, claim, cited, published, options.leeway):
                if not _looks_ahead(sentence, cited):
                    yield _hit(claim, published)
                break


def _sources(view: View) -> dict[int, Cited]:
    """References that are one template with a date of publication and nothing else, by their number."""
    found: defaultdict[int, list[Cited]] = defaultdict(list)
    for cited in view.citations:
        found[id(cited.citation)].append(cited)
    return {
        number: found[id(citation)][0]
        for number, citation in enumerate(view.document.citations)
        if len(found[id(citation)]) == 1 and not citation.text.strip(OBJECT + " .") and _dated(found[id(citation)][0])
    }


def _dated(cited: Cited) -> bool:
    published = cited.published
    return published is not None and published.when is not None and not cited.reprint


def _reference(sentence: Sentence) -> int:
    """The number of the one reference of a sentence, right at its end; -1 where there is none or are more."""
    if not sentence.passage.anchors:
        return -1
    start, end = sentence.span.start, sentence.span.end
    anchors = [(at, number) for at, number in sentence.passage.anchors if start < at <= end]
    if len({number for _, number in anchors}) != 1:
        return -1
    at, number = anchors[-1]
    return number if not sentence.passage.text[at:end].strip(" .,;\n") and anchors[0] == anchors[-1] else -1


def _looks_ahead(sentence: Sentence, cited: Cited) -> bool:
    title = cited.fields.get("title")
    words = pattern("forward")
    return bool(words.search(sentence.text) or (title and words.search(title.text)))


def _later(view: View, claim: Claim, cited: Cited, published: Field, leeway: int) -> bool:
    """True for a plain date of the past that the source could not know."""
    when, last = claim.when, published.when.latest if published.when else None
    if claim.form != "single" or claim.status != "ok" or when is None or when.earliest is None or last is None:
        return False
    if when.approximate or claim.quoted or not _YEAR.search(claim.text) or when.earliest > view.today.toordinal():
        return False
    return when.earliest > last + leeway and not _name(claim) and not _kept_up(cited, when.earliest)


def _name(claim: Claim) -> bool:
    """True for a year that is part of a name: "the 2016 Summer Olympics", "Vision 2030"."""
    text = claim.passage.text
    before = text[max(claim.sentence.start, claim.visible.start - 30) : claim.visible.start]
    if not claim.text.isdecimal() or _PREPOSITION.search(before):
        return False
    return bool(_NAMED_AFTER.match(text, claim.visible.end) or _NAMED_BEFORE.search(before))


def _kept_up(cited: Cited, day: int) -> bool:
    """True for a page that may have been brought up to date before it was read."""
    if cited.template.name not in _CHANGING:
        return False
    read = [field.when.latest for role in ("accessed", "archived") if (field := cited.fields.get(role)) and field.when]
    return not read or any(last is not None and last >= day for last in read)


def _hit(claim: Claim, published: Field) -> Hit:
    related = (Mark(published.span.start, published.span.end, "the source"),)
    claims = (claim, published.claim) if published.claim else (claim,)
    return Hit(Mark(claim.start, claim.end), claims, {"text": claim.text, "published": published.text}, related)
