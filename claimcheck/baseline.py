"""Known findings that a project has accepted: a file of them, what it hides, which entries are no longer needed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

import msgspec
from msgspec.structs import replace

from claimcheck.finding import Finding, Report
from claimcheck.source import Error, Position, Source

VERSION = 1
"""Raised when entries change their meaning; other versions are refused."""


class BaselineError(Error):
    """A baseline that cannot be read or written, as file:line:column where a line is at fault."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One accepted finding. File and fingerprint decide which; the rest tells people what it is."""

    file: str
    """Path of the article, relative to the directory of the baseline; empty for one that is no file (a wiki's page)."""
    article: str
    rule: str
    message: str
    fingerprint: str

    @property
    def key(self) -> tuple[str, ...]:
        """What entries are sorted by."""
        return self.file, self.article, self.rule, self.message, self.fingerprint


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    findings: tuple[Entry, ...]


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
        file, lines = _parsed(Path(path))
        return cls(Path(path), file.findings, lines)

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
        """Write the file in one step: whoever reads it meanwhile sees all of the old one or all of the new one."""
        lines = ",\n".join(f"  {_line(entry)}" for entry in self.entries)
        text = f'{{\n "version": {VERSION},\n "findings": [{f"{chr(10)}{lines}{chr(10)} " if lines else ""}]\n}}\n'
        fresh = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        try:
            fresh.write_bytes(text.encode("utf-8", "backslashreplace"))
            fresh.replace(self.path)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise BaselineError(f"{self.path}: cannot be written: {error.strerror}") from error

    def entry(self, finding: Finding) -> Entry:
        """The entry that accepts a finding."""
        file = self.file(finding.source.name)
        return Entry(file, finding.article, finding.rule, finding.message, finding.fingerprint)

    def file(self, name: str) -> str:
        """The name of an article as entries have it."""
        path = Path(name)
        if not path.is_absolute() and not path.exists():
            return ""  # a page of a wiki, standard input
        return PurePath(os.path.relpath(path.absolute(), self._ground)).as_posix()

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


def _parsed(path: Path) -> tuple[_File, Iterator[int]]:
    """What stands in the file, and the line of each entry."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BaselineError(f"{path}: no such baseline (--update-baseline writes one)") from error
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}:1:1: not UTF-8 at byte {error.start}") from error
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        raise BaselineError(f"{path}:{line}:{column}: not JSON: {error}") from error
    if isinstance(data, dict) and data.get("version", VERSION) != VERSION:
        raise BaselineError(f"{path}:1:1: a baseline of version {data['version']!r}; this claimcheck reads {VERSION}")
    places = list(_places(text, data))
    try:
        file = msgspec.convert(data, _File)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        item = re.match(r"`\$\.findings\[(\d+)\]", where)
        line, column = places[int(item[1])] if item else (1, 1)
        raise BaselineError(f"{path}:{line}:{column}: {what[0].lower()}{what[1:]}{where and f' ({where})'}") from error
    return file, (place.line for place in places)


def _places(text: str, data: Any) -> Iterator[Position]:
    """Where each item under `findings` stands."""
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        return
    source, decoder = Source(text), json.JSONDecoder()
    at = _after_key(text, decoder)
    for _ in data["findings"]:
        at = _skip(text, at)
        yield source.position(at)
        at = decoder.raw_decode(text, at)[1]


def _after_key(text: str, decoder: json.JSONDecoder) -> int:
    """Behind the bracket that opens the last `findings` of a JSON object; the last one of several counts."""
    at, opened = _skip(text, 0) + 1, 0
    while text[at := _skip(text, at)] != "}":
        key, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if key == "findings":
            opened = at + 1
        at = decoder.raw_decode(text, at)[1]
    return opened


def _skip(text: str, at: int) -> int:
    """The next character that is neither white space nor a separator."""
    while text[at] in " \t\r\n,:":
        at += 1
    return at


def _among(entry: Entry, rules: Collection[str] | None) -> bool:
    return rules is None or entry.rule in rules


def _line(entry: Entry) -> str:
    return json.dumps(msgspec.to_builtins(entry), ensure_ascii=False)


def _told(entry: Entry) -> str:
    return f"{entry.file or entry.article}: {entry.message} [{entry.rule}]"


def _grouped(entries: Iterable[Entry], field: str) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(getattr(entry, field), []).append(entry)
    return groups
