"""A death before the birth of the same person."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.era import before_our_era
from claimcheck.checks.lives import lives
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark


@check("lifespan", Options, birth="the date of birth as printed", death="the date of death as printed")
def reversed_(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A date of death that lies wholly before the date of birth beside it."""
    for sentence in view.with_dates(2):
        for life in lives(sentence):
            birth, death = life.birth.when, life.death.when
            if birth and death and death.before(birth) and not before_our_era(life.birth):
                words = {"birth": life.birth.text, "death": life.death.text}
                mark, other = (
                    (life.death, life.birth) if life.death.start > life.birth.start else (life.birth, life.death)
                )
                note = "born" if other is life.birth else "died"
                yield Hit(Mark(mark.start, mark.end), (mark, other), words, (Mark(other.start, other.end, note),))
