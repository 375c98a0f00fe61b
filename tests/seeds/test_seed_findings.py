"""What is found in the seed articles: the flaws on their exact characters, and nothing that is not true."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from claimcheck.finding import Finding

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "seeds" / "cuban-medical-internationalism.wikitext"
REAL = ROOT.parent / "shared" / "seeds"
READ_ON = "2026-01-15"

FLAWS = {"7000 thousand", "48.1", "22.4 per 1,000 live births"}

TRUE_ODDITIES = {("citation/title-figure", "sixteen"), ("citation/title-measure", "child mortality")}
"""Warnings that an editor would agree with: the title of the source has six, and infant mortality."""

TRAPS = [
    *("28,422", "31,181", "7,986", "67,000", "3,350", "four decades", "at least two years"),
    *("29 doctors", "three dentists", "15 nurses", "45 men", "ten women"),
    *("sixty-four", "twenty-five Solomon", "twenty I-Kiribati", "two Nauruans", "seventeen ni-Vanuatu"),
    *("nine medical faculties", "$7.5 million per day", "$3 billion per year", "20,000 people"),
    *("5000 in 2003", "25,000 in 2005", "50,000 in 2015", "28,000 in 2020", "64,000 to 68,000 students"),
    *("139 to 179", "$183 per month", "$23 per month", "70 and 90%", "three to eight years", "8 years"),
]
"""Figures that agree although a hasty reader would say that they do not."""


def articles() -> list[object]:
    real = sorted(REAL.glob("*.txt"))
    skipped = pytest.mark.skip(reason="the real article is not part of the project: no ../shared/seeds beside it")
    return [
        pytest.param(OURS, id="ours"),
        *(pytest.param(path, id="real") for path in real),
        *([] if real else [pytest.param(OURS, id="real", marks=skipped)]),
    ]


@pytest.fixture(scope="module", params=articles())
def text(request: pytest.FixtureRequest) -> str:
    path: Path = request.param
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def findings(text: str) -> list[Finding]:
    return claimcheck.lint(text, markup="wikitext", title="Cuban medical internationalism", date=READ_ON)


def marked(finding: Finding) -> str:
    return finding.source.text[finding.primary.start : finding.primary.end]


def test_both_flaws_are_errors_on_exactly_their_characters(findings: list[Finding]) -> None:
    assert {marked(finding) for finding in findings if finding.severity == "error"} == FLAWS


def test_warnings_are_true_and_there_are_no_others(findings: list[Finding]) -> None:
    warnings = {(finding.rule, marked(finding)) for finding in findings if finding.severity == "warning"}
    assert warnings == TRUE_ODDITIES


@pytest.mark.parametrize("trap", TRAPS)
def test_trap_stays_silent(text: str, findings: list[Finding], trap: str) -> None:
    places = [at for at in range(len(text)) if text.startswith(trap, at)]
    assert places
    marks = [mark for finding in findings for mark in (finding.primary, *finding.related)]
    assert not [mark for at in places for mark in marks if mark.start < at + len(trap) and at < mark.end]


def test_plain_text_seed_has_its_three_slips_and_no_others() -> None:
    text = (ROOT / "seeds" / "ellary-valley-railway.txt").read_text(encoding="utf-8")
    found = claimcheck.lint(text, markup="plain", title="Ellary Valley Railway", date=READ_ON)
    assert [marked(finding) for finding in found] == ["31 June 1874", "five", "148 ft"]
