"""The table of an article's claims for people, drawn by rich."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from decimal import Context, Decimal
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

from claimcheck.claims.model import Claim
from claimcheck.finding import Report
from claimcheck.report.parts.excerpt import visible
from claimcheck.report.parts.left import left_unread
from claimcheck.report.parts.words import count

WIDE = 1000
"""Cells of a line where no terminal sets the width: then nothing is wrapped."""
HEADERS = ("place", "text", "kind", "value", "interval", "unit", "counted", "about", "time", "subject")


def table(report: Report) -> str:
    """The claims of one article under its name, one a row."""
    buffer = StringIO()
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE
    console = Console(file=buffer, width=width, force_terminal=False, highlight=False, markup=False, emoji=False)
    console.print(f"{visible(report.source.name)}: {count(len(report.claims), 'claim')}")
    if report.claims:
        grid = Table(box=None, pad_edge=False, show_edge=False)
        for header in HEADERS:
            grid.add_column(header)
        for claim in report.claims:
            grid.add_row(*map(visible, row(claim)))
        console.print(grid)
    lines = "\n".join(line.rstrip() for line in buffer.getvalue().splitlines())
    return "".join((lines, "\n", *left_unread(report), "\n"))


def row(claim: Claim) -> Iterator[str]:
    """The cells of one claim, in the order of HEADERS."""
    shape = claim.to_dict()
    yield f"{shape['line']}:{shape['column']}"
    yield claim.text
    yield shape["kind"] if shape["status"] == "ok" else f"{shape['kind']}, {shape['status']}"
    yield shape["edtf"] or plain(shape["value"])
    yield interval(shape)
    yield " ".join(filter(None, (shape["unit"], per(shape["per"]))))
    yield shape["counted"] or ""
    yield shape["measure"] or shape["event"] or ""
    yield shape["time"] or ""
    yield shape["subject"]["text"] if shape["subject"] else ""


def interval(shape: dict[str, Any]) -> str:
    """The interval that a claim means in mathematical notation, or the days of a date; nothing where it is a point."""
    if shape["kind"] == "date":
        first, last = shape["earliest"], shape["latest"]
        return "" if first is None and last is None else f"{first or '…'} to {last or '…'}"
    low, high = shape["low"], shape["high"]
    if low == high:
        return ""
    left = "(-∞" if low is None else f"{'[' if shape['low_closed'] else '('}{plain(low)}"
    right = "∞)" if high is None else f"{plain(high)}{']' if shape['high_closed'] else ')'}"
    return f"{left}, {right}"


def per(shape: dict[str, Any] | None) -> str:
    """The denominator of a rate: `per 1,000 live births`, `per day`."""
    if shape is None:
        return ""
    amount = "" if shape["amount"] == 1 else plain(shape["amount"])
    return " ".join(filter(None, ("per", amount, shape["unit"], shape["counted"])))


def plain(number: float | None) -> str:
    """A number with its digits grouped; a very large or small one in powers of ten."""
    if number is None:
        return ""
    if number and not 1e-6 <= abs(number) < 1e15:
        return str(Decimal(number).normalize(Context(prec=6)))
    return f"{number:,}"
