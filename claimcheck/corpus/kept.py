"""What a scan left in its directory: the parts of each table, and whether it came to its end."""

from __future__ import annotations

from pathlib import Path

import msgspec

from claimcheck.corpus.saved import saved
from claimcheck.corpus.schema import BETWEEN, TABLES
from claimcheck.corpus.store import MANIFEST, VERSION, Manifest, read_manifest
from claimcheck.source import SourceError


class Kept(msgspec.Struct, frozen=True):
    """The parts of a scan's tables, in the order of its corpus."""

    directory: Path
    parts: dict[str, tuple[Path, ...]]
    finished: bool
    """False where the scan goes on or was stopped."""
    claims: str = "all"
    """Which claims were kept as rows."""


def kept(directory: str | Path) -> Kept:
    """What stands in the directory of a scan; SourceError where no scan has been there or a part of it is gone."""
    where = Path(directory).resolve()
    if not where.is_dir():
        raise SourceError(f"{directory}: no such directory")
    try:
        manifest = read_manifest(where)
    except OSError as error:
        raise SourceError(f"{where / MANIFEST}: cannot be read: {error.strerror}") from error
    if manifest is None:
        raise SourceError(f"{directory}: not the output of a scan (there is no {MANIFEST} in it)")
    if manifest.header.version != VERSION:
        raise SourceError(
            f"{directory}: its tables are of version {manifest.header.version}, this program reads {VERSION}"
        )
    parts = {table: tuple(where / table / name for name in manifest.parts(table)) for table in TABLES}
    parts[BETWEEN] = saved(where)
    _complete(where, manifest)
    return Kept(where, parts, manifest.finished, str(manifest.header.settings.get("claims", "all")))


def _complete(directory: Path, manifest: Manifest) -> None:
    """SourceError where a part that the manifest names is gone, or is not as long as it was written."""
    for entry in manifest.entries.values():
        for table, part in entry.parts.items():
            path = directory / table / part.file
            try:
                size = path.stat().st_size
            except OSError as error:
                raise SourceError(f"{path}: a part of the scan cannot be read: {error.strerror}") from error
            if part.size and size != part.size:
                raise SourceError(f"{path}: damaged: it has {size:,} bytes and was written with {part.size:,}")
