"""The archive date of a citation against the timestamp in the address of the archived copy."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.citation_fields import Field
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.values.when import When, iso_day


class Snapshot(Options, frozen=True):
    """How far the two may differ."""

    leeway: int = 1
    """Days: timestamps are in UTC, editors write their own day."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """A leeway is no fewer than no days."""
        if self.leeway < 0:
            yield "leeway", "is a number of days, 0 or more"


@check("snapshot", Snapshot, text="the archive date as printed", day="the day in the address of the archived copy")
def against_address(view: View, options: Snapshot) -> Iterator[Hit]:
    """An archive date that is not the day of the archived copy that the citation links to."""
    for cited in view.citations:
        field = cited.fields.get("archived")
        day = cited.snapshot
        if field is None or field.when is None or day is None or not _off(field.when, day, options.leeway):
            continue
        yield _hit(field, cited.fields["archive"], iso_day(day) or "")


def _off(when: When, day: int, leeway: int) -> bool:
    first, last = when.earliest, when.latest
    return first is not None and last is not None and not first - leeway <= day <= last + leeway


def _hit(field: Field, archive: Field, day: str) -> Hit:
    related = (Mark(archive.span.start, archive.span.end, "the archived copy"),)
    claims = (field.claim,) if field.claim else ()
    return Hit(Mark(field.span.start, field.span.end), claims, {"text": field.text, "day": day}, related)
