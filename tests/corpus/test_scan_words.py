"""What a scan says on the way and at its end."""

from __future__ import annotations

import pytest

pytest.importorskip("pyarrow")

from claimcheck.cli import scan_words
from claimcheck.cli.scan_words import Faults, Pace, span, summary
from claimcheck.corpus.scan import Progress
from claimcheck.corpus.store import Header, Manifest
from claimcheck.corpus.tasks import Done, Tally


def entry(number: int, tally: Tally, faults: tuple[str, ...] = (), unread: tuple[str, ...] = ()) -> Done:
    return Done(number, f"unit {number}", 1000, {}, tally, faults, unread)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.4, "0 s"), (89, "89 s"), (90, "2 min"), (5399, "90 min"), (5400, "1.5 h"), (360_000, "100.0 h")],
)
def test_lengths_of_time(seconds: float, expected: str) -> None:
    assert span(seconds) == expected


@pytest.mark.parametrize(
    ("seconds", "at", "expected"),
    [
        (1.0, Progress(0, 1000, 0, 0), "╌" * 30 + " 0%  0 articles"),
        (1.0, Progress(500, 1000, 0, 1), "━" * 15 + "╌" * 15 + " 50%  1 article"),
        (10.0, Progress(40e6, 100e6, 0, 2000), "━" * 12 + "╌" * 18 + " 40%  2,000 articles  4.00 MB/s  15 s left"),
        # What an earlier go did says nothing of the speed of this one.
        (10.0, Progress(40e6, 100e6, 30e6, 2000), "━" * 12 + "╌" * 18 + " 40%  2,000 articles  1.00 MB/s  60 s left"),
        (10.0, Progress(100e6, 100e6, 0, 5), "━" * 30 + " 100%  5 articles  10.00 MB/s  0 s left"),
        (10.0, Progress(0, 0, 0, 7), "7 articles"),
    ],
)  # fmt: skip
def test_how_far_it_is(monkeypatch: pytest.MonkeyPatch, seconds: float, at: Progress, expected: str) -> None:
    pace = Pace()
    monkeypatch.setattr(Pace, "seconds", seconds)
    assert pace.line(at) == expected


def test_the_end() -> None:
    first = Tally(articles=1200, characters=9, claims=34_000, error=1, warning=2, redirects=3, skipped={"namespace": 4})
    second = Tally(articles=5, claims=6, note=1, skipped={"namespace": 1, "model:css": 2}, unread={"timeout": 1})
    header = Header({}, {}, "2024-01-01", "0")
    manifest = Manifest(header, {0: entry(0, first, faults=("torn",)), 1: entry(1, second)}, True)
    assert summary(manifest, 100, 50e6, "out") == (
        "out: 1,205 articles, 34,006 claims, 1 error, 2 warnings, 1 note\n"
        "passed over: 3 redirects, 2 model:css, 5 namespace\n"
        "not read: 1 timeout, 1 fault of the source\n"
        "2 min, 0.50 MB of text a second\n"
    )


def test_nothing_is_passed_over_in_silence_and_no_terminal_is_flooded(capsys: pytest.CaptureFixture[str]) -> None:
    faults = Faults()
    for number in range(50):
        faults.tell(entry(number, Tally(), faults=(f"torn {number}",)))
    told = capsys.readouterr().err.splitlines()
    assert told[:2] == ["claimcheck: torn 0", "claimcheck: torn 1"]
    assert len(told) == scan_words.TOLD + 1
    assert faults.number == 50
