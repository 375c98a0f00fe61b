"""The publication date of a citation against the day in the address of the article: /2017/08/09/."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.citation_fields import Field, with_fields
from claimcheck.checks.citation_urls import host, numbers_otherwise, printed_day
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.values.calendar import civil
from claimcheck.values.when import When, iso_day


class Dated(Options, frozen=True):
    """How far the two may differ before one of them must be wrong."""

    leeway: int = 7
    """Days between an article on the net and in the weekend's paper."""
    issue: int = 62
    """The same where the address has the first of a month, as magazines have it for an issue of one or two months."""
    reissue: int = 1096
    """Days after which a later address is a new publication of an old text."""

    web: int = 1993
    """First year of articles on the net: an earlier day in an address is that of what the page is about."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """All are numbers of days, each larger than the one before."""
        if not 0 <= self.leeway <= self.issue < self.reissue:
            yield "leeway", "is a number of days, 0 or more, not more than issue, which is less than reissue"


@check("dated-url", Dated, text="the date of publication as printed", day="the day in the address")
def against_address(view: View, options: Dated) -> Iterator[Hit]:
    """A date of publication that is not the day in the address of a news article."""
    found = list(with_fields(view.citations, "date", "url"))
    others = {host(text) for _, _, url in found if numbers_otherwise(text := _address(view, url))}
    for cited, date, url in found:
        if cited.issue or cited.reprint or date.when is None or date.when.granularity != "day":
            continue
        address = _address(view, url)
        day = printed_day(address)
        if host(address) in others:
            continue  # its numbers are no days, so that one which might be is none either
        if day is not None and civil(day)[0] >= options.web and _off(date.when, day, options):
            yield _hit(date, url, iso_day(day) or "")


def _address(view: View, url: Field) -> str:
    return view.document.source.text[url.span.start : url.span.end]


def _off(when: When, day: int, options: Dated) -> bool:
    first, last = when.earliest, when.latest
    leeway = options.issue if civil(day)[2] == 1 else options.leeway
    if first is None or last is None or first - leeway <= day <= last + leeway:
        return False
    return day - last < options.reissue


def _hit(date: Field, url: Field, day: str) -> Hit:
    related = (Mark(url.span.start, url.span.end, "the address"),)
    claims = (date.claim,) if date.claim else ()
    return Hit(Mark(date.span.start, date.span.end), claims, {"text": date.text, "day": day}, related)
