"""What an earlier report found, read back from its JSON or JSON Lines."""

from __future__ import annotations

from pathlib import Path

import msgspec

from claimcheck.source import Error


class PastError(Error):
    """A file that is no report of `claimcheck lint`, or cannot be read."""


class PastFinding(msgspec.Struct, frozen=True):
    """One finding of the earlier report."""

    article: str
    rule: str
    severity: str
    message: str
    fingerprint: str


class Past(msgspec.Struct, frozen=True):
    """An earlier report: its findings by fingerprint, which names rule, article and figures wherever they stand."""

    name: str
    findings: dict[str, PastFinding]


class _Article(msgspec.Struct):
    findings: list[PastFinding]


class _Whole(msgspec.Struct):
    version: int
    articles: list[_Article]
    summary: msgspec.Raw


class _Line(msgspec.Struct):
    version: int
    type: str


VERSION = 1
"""Of the reports that are read."""


def read_past(path: Path | str) -> Past:
    """The report in a file; PastError says where it is none."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise PastError(f"{path}: cannot be read: {error.strerror}") from error
    found = _lines(str(path), content) if _is_lines(content) else _whole(str(path), content)
    return Past(str(path), {finding.fingerprint: finding for finding in found})


def _is_lines(content: bytes) -> bool:
    """True where the first line is an object by itself that says what it is."""
    try:
        return bool(msgspec.json.decode(content.partition(b"\n")[0], type=_Line).type)
    except (msgspec.DecodeError, RecursionError):
        return False


def _whole(path: str, content: bytes) -> list[PastFinding]:
    """The findings of one JSON document."""
    try:
        whole = msgspec.json.decode(content, type=_Whole)
    except (msgspec.DecodeError, RecursionError) as error:
        raise PastError(f"{path}: not a JSON report of claimcheck lint: {error}") from error
    _current(path, whole.version)
    return [finding for article in whole.articles for finding in article.findings]


def _lines(path: str, content: bytes) -> list[PastFinding]:
    """The findings of JSON Lines, whose last line is the summary."""
    found: list[PastFinding] = []
    kind = ""
    for number, text in enumerate(content.splitlines(), 1):
        try:
            line = msgspec.json.decode(text, type=_Line)
            kind = line.type
            _current(path, line.version)
            if kind == "finding":
                found.append(msgspec.json.decode(text, type=PastFinding))
        except (msgspec.DecodeError, RecursionError) as error:
            raise PastError(f"{path}:{number}: not a line of a JSON report of claimcheck lint: {error}") from error
    if kind != "summary":
        raise PastError(f"{path}: no whole JSON report of claimcheck lint: the summary that closes it is missing")
    return found


def _current(path: str, version: int) -> None:
    if version != VERSION:
        raise PastError(f"{path}: a report of version {version}; this claimcheck reads {VERSION}")
