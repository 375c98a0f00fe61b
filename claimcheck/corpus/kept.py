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
        return _written(where, str(directory))
    if manifest.header.version != VERSION:
        raise SourceError(
            f"{directory}: its tables are of version {manifest.header.version}, this program reads {VERSION}"
        )
    parts = {table: tuple(where / table / name for name in manifest.parts(table)) for table in TABLES}
    parts[BETWEEN] = saved(where)
    _complete(where, manifest)
    return Kept(where, parts, manifest.finished, str(manifest.header.settings.get("claims", "all")))


def _written(where: Path, name: str) -> Kept:
    """Tables that `write_tables` has left, which keeps no manifest: all the files of each table belong to it.

    SourceError where tables are missing. While Spark writes one its files stand elsewhere, under `_temporary`.
    """
    missing = [table for table in TABLES if not (where / table).is_dir()]
    if len(missing) == len(TABLES):
        raise SourceError(f"{name}: not the output of a scan (there is no {MANIFEST} in it, and no table)")
    if missing:
        told = f"there is no {MANIFEST} in it, and of the tables that write_tables leaves {', '.join(missing)}"
        raise SourceError(
            f"{name}: not the whole output of a scan ({told} {'is' if len(missing) == 1 else 'are'} missing)"
        )
    try:
        parts = {table: tuple(sorted((where / table).glob("[!._]*.parquet"))) for table in TABLES}
    except OSError as error:
        raise SourceError(f"{name}: cannot be read: {error.strerror}") from error
    under_way = any((where / table / "_temporary").exists() for table in TABLES)
    return Kept(where, parts | {BETWEEN: saved(where)}, not under_way)


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
