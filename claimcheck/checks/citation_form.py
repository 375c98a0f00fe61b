"""Dates of citations in a form that the citation templates refuse, or without the day that they need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.citation_fields import Cited, Field, names
from claimcheck.checks.citation_forms import refusal
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.document.model import OBJECT
from claimcheck.finding import Hit, Mark

Role = Literal["accessed", "archived", "date"]

SHOWN = 80
"""Characters of a text that a message repeats."""


class Form(Options, frozen=True):
    """Which dates, and whether day, month and year are asked for."""

    of: tuple[Role, ...]
    full: bool = False


@check("citation-form", Form, text="the date as printed", reason="why it is refused")
def refused(view: View, options: Form) -> Iterator[Hit]:
    """A date in a citation that the module behind the templates would mark as an error."""
    for cited in view.citations:
        if cited.template.name not in names().checked:
            continue
        for field in _asked(cited, options):
            reason = refusal(field.text, full=options.full)
            if reason is not None:
                claims = (field.claim,) if field.claim else ()
                text = field.text if len(field.text) <= SHOWN else field.text[:SHOWN] + "…"
                yield Hit(Mark(field.span.start, field.span.end), claims, {"text": text, "reason": reason})


def _asked(cited: Cited, options: Form) -> Iterator[Field]:
    """The dates to look at: days that do not exist are another rule's."""
    for role in options.of:
        field = cited.fields.get(role)
        if field is not None and OBJECT not in field.text and not _no_day(field):
            yield field


def _no_day(field: Field) -> bool:
    return field.claim is not None and field.claim.status == "impossible" and field.claim.form == "single"
