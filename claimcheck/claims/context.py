"""What every figure is linked to as it is read: its role, time, measure and unit; the rest is told by `scene`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from claimcheck.claims.measures import name_measures
from claimcheck.claims.model import Reading
from claimcheck.claims.places import assign_place_units, labels_beside
from claimcheck.claims.roles import assign_roles
from claimcheck.claims.times import assign_place_times, assign_times
from claimcheck.document.model import Document, Passage, Template
from claimcheck.source import Span


class Linker:
    """Links the readings of one document, passage by passage, in source order."""

    def __init__(self, document: Document) -> None:
        self._boxes: dict[int, Template] = {
            id(parameter.passage): template for template in document.templates for parameter in template.parameters
        }
        self._beside = labels_beside(document)

    def link(self, passage: Passage, readings: list[Reading], bounds: list[Span]) -> None:
        """Fill in the second block of each reading; what cannot be told stays None."""
        if passage.context == "citation":
            return
        if passage.context in ("table", "infobox", "template"):
            assign_place_units(passage, readings, self._beside.get(id(passage)))
        for sentence, members in _by_sentence(readings, bounds):
            if all(reading.amount is None for reading in members):
                continue
            assign_roles(passage.text, members, sentence.start)
            assign_times(passage.text, members, sentence)
            name_measures(passage, members, sentence)
        if passage.context in ("table", "infobox"):
            assign_place_times(passage, readings, self._boxes.get(id(passage)))


def _by_sentence(readings: list[Reading], bounds: list[Span]) -> Iterator[tuple[Span, list[Reading]]]:
    """The readings of each sentence that has any; most passages are one."""
    if len(bounds) == 1 and readings:
        yield bounds[0], readings
        return
    starts = [bound.start for bound in bounds]
    for number, group in groupby(readings, lambda reading: bisect_right(starts, reading.start) - 1):
        yield bounds[number], list(group)
