"""CSV: a row for each finding, for spreadsheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from claimcheck.finding import Finding, Report
from claimcheck.report import report_format
from claimcheck.report.parts.run import Outcome, Run

COLUMNS = (
    "article", "file", "line", "column", "end_line", "end_column", "severity", "confidence", "rule", "message", "text",
    "section", "related", "suggestion", "start", "end", "fingerprint", "help_uri",
)  # fmt: skip
_FORMULA = re.compile(r"[=+@\t\r-](?![\d.,\s]*%?$)")


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:  # noqa: ARG001
    """A header and the findings in order; what could not be read is said on the error stream."""
    yield row(COLUMNS)
    for outcome in outcomes:
        if isinstance(outcome, Report):
            for finding in outcome.findings:
                yield row(_cells(finding))


def _cells(finding: Finding) -> Iterator[str]:
    shape: dict[str, Any] = finding.to_dict()
    source, claims = finding.source, shape["claims"]
    shape["file"] = source.name
    shape["text"] = source.text[finding.primary.start : finding.primary.end]
    shape["section"] = claims[0]["section"] if claims else None
    shape["related"] = "; ".join(map(_related, shape["related"]))
    shape["suggestion"] = finding.suggestion.replacement if finding.suggestion else None
    return (cell(shape[column]) for column in COLUMNS)


def _related(mark: dict[str, Any]) -> str:
    """Place and note of a mark, the file where it stands in another article."""
    where = f"{mark['elsewhere']['file']}:" if mark["elsewhere"] else ""
    return f"{where}{mark['line']}:{mark['column']} {mark['note']}".strip()


def cell(value: object) -> str:
    """The value as text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def row(cells: Iterable[str]) -> str:
    """One line of the file."""
    buffer = StringIO(newline="")
    csv.writer(buffer).writerow(cells)  # line ends as in RFC 4180; others leave a lone CR unquoted
    return buffer.getvalue()
