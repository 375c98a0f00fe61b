"""What a baseline accepts: which findings it hides, which of its entries are no longer needed, how it is renewed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path, PurePath

from msgspec.structs import replace

from claimcheck.baseline.file import Entry, parsed, write_entries
from claimcheck.finding import Finding, Report


class Baseline:
    """The entries of one baseline file, each with the line that it stands on."""

    def __init__(self, path: Path, entries: Iterable[Entry] = (), lines: Iterable[int] = ()) -> None:
        self.path = path
        self.entries = tuple(entries)
        self._lines = dict(zip(self.entries, lines, strict=False))
        self._ground = path.absolute().parent
        self._by_fingerprint = _grouped(self.entries, "fingerprint")
        self._by_file = _grouped(self.entries, "file")
        self._gone = {file for file in self._by_file if file and not (self._ground / file).exists()}

    @classmethod
    def read(cls, path: Path | str) -> Baseline:
        """The baseline in a file; BaselineError says where it is malformed."""
        content, lines = parsed(Path(path))
        return cls(Path(path), content.findings, lines)

    def apply(self, report: Report, rules: Collection[str] | None = None) -> Report:
        """The report with accepted findings among the known, and a remark on each entry that is no longer needed.

        `rules` are the ids of the rules that ran, all if None: an entry of another rule is not judged.
        """
        file = self.file(report.source.name)
        accepted = {finding.fingerprint: self._accepts(finding, file) for finding in report.findings}
        used = {*accepted.values(), *(self._accepts(finding, file) for finding in report.known)}
        mine = (entry for entry in self._by_file.get(file, ()) if file or entry.article == report.article)
        idle = [entry for entry in mine if _among(entry, rules) and entry not in used]
        return replace(
            report,
            findings=tuple(finding for finding in report.findings if not accepted[finding.fingerprint]),
            known=(*report.known, *(finding for finding in report.findings if accepted[finding.fingerprint])),
            remarks=(*report.remarks, *(f"{self._place(entry)}: no longer found: {_told(entry)}" for entry in idle)),
        )

    def orphans(self, found: Collection[str]) -> list[str]:
        """A remark on each file that is gone, unless all its entries have a fingerprint that was `found` elsewhere."""
        remarks = []
        for file in sorted(self._gone):
            left = [entry for entry in self._by_file[file] if entry.fingerprint not in found]
            if left:
                number = "1 entry is" if len(left) == 1 else f"{len(left):,} entries are"
                remarks.append(f"{self._place(left[0])}: {file} is gone; {number} no longer needed")
        return remarks

    def renewed(self, reports: Iterable[Report], rules: Collection[str] | None = None) -> Baseline:
        """A baseline of what was found now; entries that this run could not judge stay.

        Those are the entries of articles that were not read and of rules that did not run.
        """
        reports = list(reports)
        read = {self._article(self.file(report.source.name), report.article) for report in reports}
        entries = {
            entry
            for entry in self.entries
            if entry.file not in self._gone
            and (self._article(entry.file, entry.article) not in read or not _among(entry, rules))
        }
        entries |= {self.entry(finding) for report in reports for finding in (*report.findings, *report.known)}
        return Baseline(self.path, sorted(entries, key=lambda entry: entry.key))

    def write(self) -> None:
        """Write the file in one step; BaselineError where it cannot be written."""
        write_entries(self.path, self.entries)

    def entry(self, finding: Finding) -> Entry:
        """The entry that accepts a finding."""
        file = self.file(finding.source.name)
        return Entry(file, finding.article, finding.rule, finding.message, finding.fingerprint)

    def file(self, name: str) -> str:
        """The name of an article as entries have it."""
        path = Path(name)
        if not path.is_absolute() and not path.exists():
            return ""  # a page of a wiki, standard input
        try:
            return PurePath(os.path.relpath(path.absolute(), self._ground)).as_posix()
        except ValueError:  # on another drive
            return path.absolute().as_posix()

    def _accepts(self, finding: Finding, file: str) -> Entry | None:
        """The entry for a finding: of the same file, or of one that is gone or never was, since articles move."""
        entries = self._by_fingerprint.get(finding.fingerprint, ())
        return next((entry for entry in entries if entry.file in (file, "") or entry.file in self._gone), None)

    @staticmethod
    def _article(file: str, title: str) -> tuple[str, str]:
        """What tells two articles apart: the file, or the title where there is none."""
        return (file, "") if file else ("", title)

    def _place(self, entry: Entry) -> str:
        return f"{self.path}:{self._lines.get(entry, 1)}"


def _among(entry: Entry, rules: Collection[str] | None) -> bool:
    return rules is None or entry.rule in rules


def _told(entry: Entry) -> str:
    return f"{entry.file or entry.article}: {entry.message} [{entry.rule}]"


def _grouped(entries: Iterable[Entry], field: str) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(getattr(entry, field), []).append(entry)
    return groups
