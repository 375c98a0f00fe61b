"""What a scan says: how far it is, what went wrong, what it found."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from claimcheck.cli.failures import say
from claimcheck.corpus.page import DUPLICATE
from claimcheck.report.parts.words import count

if TYPE_CHECKING:
    from claimcheck.corpus.scan import Progress
    from claimcheck.corpus.store import Manifest
    from claimcheck.corpus.tasks import Done, Tally

WIDTH = 30
TOLD = 20
"""Faults and unread pages that are told one by one."""
PATIENCE = 5.0
"""Seconds before a rate is known well enough for the time that is left."""


class Pace:
    """How fast it goes."""

    def __init__(self, what: str = "article") -> None:
        self.what = what
        """What a row of the table of articles is here: an article, or a revision of one."""
        self._start = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._start

    def line(self, at: Progress) -> str:
        """`━━━━╌╌╌╌ 34 %  12,345 articles  1.8 MB/s  4 min left`."""
        words = [count(at.articles, self.what)]
        now = at.done - at.before
        if at.total:
            full = int(WIDTH * at.done / at.total)
            words.insert(0, f"{'━' * full}{'╌' * (WIDTH - full)} {at.done / at.total:.0%}")
        if self.seconds > PATIENCE and now > 0:
            rate = now / self.seconds
            words += [f"{rate / 1e6:.2f} MB/s", f"{span((at.total - at.done) / rate)} left"]
        return "  ".join(words)


class Faults:
    """Says what could not be read, the first of it one by one."""

    def __init__(self) -> None:
        self.number = 0

    def tell(self, entry: Done) -> None:
        """What went wrong in a task."""
        for message in (*entry.faults, *entry.unread):
            self.number += 1
            if self.number <= TOLD:
                say(message)
            elif self.number == TOLD + 1:
                say("more could not be read (see `status` and `message` of the table articles, and the manifest)")


def span(seconds: float) -> str:
    """A length of time for people: "40 s", "12 min", "3.5 h"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def summary(manifest: Manifest, seconds: float, read: float, directory: str) -> str:
    """The lines that close a scan."""
    tally, what = manifest.tally(), "revision" if manifest.history else "article"
    lines = [
        f"{directory}: {count(tally.articles, what)}, {count(tally.claims, 'claim')}, {found(tally)}",
        *_passed_over(tally),
    ]
    if doubled := tally.skipped.get(DUPLICATE):
        stand = "page stands" if doubled == 1 else "pages stand"
        lines.append(f"{doubled:,} {stand} in the source more than once: one is kept, the newest of several revisions")
    if tally.taken:
        lines.append(f"unchanged, taken from the earlier scan: {count(tally.taken, what)}")
    faults = sum(len(entry.faults) for entry in manifest.entries.values())
    unread = [f"{number:,} {status}" for status, number in sorted(tally.unread.items())]
    unread += [count(faults, "fault") + " of the source"] if faults else []
    if unread:
        lines.append(f"not read: {', '.join(unread)}")
    if read:
        lines.append(f"{span(seconds)}, {read / 1e6 / max(seconds, 0.001):.2f} MB of text a second")
    return "\n".join(lines) + "\n"


def found(tally: Tally) -> str:
    """`3 errors, 1 warning, 0 notes`."""
    return ", ".join(count(getattr(tally, severity), severity) for severity in ("error", "warning", "note"))


def _passed_over(tally: Tally) -> list[str]:
    words = [count(tally.redirects, "redirect")] if tally.redirects else []
    words += [f"{number:,} {reason}" for reason, number in sorted(tally.skipped.items())]
    return [f"passed over: {', '.join(words)}"] if words else []
