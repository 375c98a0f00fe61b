"""Rules between articles: their options and words; what they find is asked of a scan, never of one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from claimcheck.checks.protocol import Options, corpus_check
from claimcheck.checks.view import View
from claimcheck.document.model import Context
from claimcheck.finding import Hit

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Many = Annotated[int, msgspec.Meta(ge=1)]
Days = Annotated[int, msgspec.Meta(ge=0)]

WORDS = {
    "text": "the figure or date that is accused, as printed",
    "other": "what the other article says, as printed",
    "means": "what the first one means",
    "meant": "what the other means",
    "article": "the article that is accused",
    "elsewhere": "the title of the other article",
}


class OneFactOptions(Options, frozen=True):
    """Options of `one-fact`."""

    measures: tuple[str, ...] = ()
    """Measures of data/measures.yaml that are compared."""
    events: tuple[str, ...] = ()
    """Events of dates that are compared; of "(1900-1980)" behind a name the first year is a birth, the last a death."""
    contexts: tuple[Context, ...] = ("lead", "prose", "list", "caption")
    """Where in its article the accused claim stands."""
    against: tuple[Context, ...] = ("infobox", "lead", "prose")
    """Where in its article the other claim stands."""
    own: bool = True
    """Whether the other article has to be the one that the fact is about."""
    time: Literal["same", "any"] = "same"
    """Whether figures must be of one known time, or only not of two (for what does not change)."""
    apart: Share = 0.0
    """Figures that are nearer than this share of the larger one are left alone."""
    days: Days = 0
    """Dates that are no more days apart are left alone: calendars and time zones."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """A rule that compares nothing."""
        if not self.measures and not self.events:
            yield "measures", "neither measures nor events are named"


class BothEndsOptions(Options, frozen=True):
    """Options of `both-ends`."""

    verbs: tuple[str, ...]
    """What the one did to the other, in the forms in which either article tells it: "founded", "was founded by"."""
    unless_near: tuple[str, ...] = ()
    """Words of either sentence that speak of another deed of the kind: "remarried", "branch"."""
    days: Days = 0
    """Dates that are no more days apart are left alone."""


class DriftedOptions(Options, frozen=True):
    """Options of `drifted-sentence`."""

    kinds: tuple[Literal["quantity", "duration", "date"], ...] = ("quantity", "duration")
    """Kinds of claims that are compared."""
    words: Many = 8
    """Words that the sentence must have at least."""
    names: Many = 2
    """Names in it (words with a capital letter behind the first one), at least."""
    articles: Many = 3
    """Articles that have it, at most: what stands in many is a pattern, each time of something else."""


@corpus_check(
    "one-fact",
    OneFactOptions,
    **WORDS,
    subject="what the fact is about",
    what="the measure or event",
    time="the time of both, empty where none is told",
)
def one_fact(view: View, options: OneFactOptions) -> Iterator[Hit]:  # noqa: ARG001
    """One measure or event of one subject that two articles tell differently."""
    yield from ()


@corpus_check("both-ends", BothEndsOptions, **WORDS, verb="the word that tells the deed")
def both_ends(view: View, options: BothEndsOptions) -> Iterator[Hit]:  # noqa: ARG001
    """A deed that joins the subjects of two articles, dated differently by each of them."""
    yield from ()


@corpus_check("drifted-sentence", DriftedOptions, **WORDS, shared="the sentence, with … for its figures")
def drifted_sentence(view: View, options: DriftedOptions) -> Iterator[Hit]:  # noqa: ARG001
    """A sentence that stands in two articles and differs in a single figure."""
    yield from ()
