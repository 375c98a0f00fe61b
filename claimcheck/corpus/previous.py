"""An earlier scan opened so that another one can take rows from it: it must be one of the same kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from claimcheck.corpus.earlier import Earlier, Stretch, as_expected
from claimcheck.corpus.extra import need
from claimcheck.corpus.kept import kept
from claimcheck.corpus.schema import NESTED
from claimcheck.corpus.store import Header, StoreError, differences, read_manifest


def previous(directory: Path, header: Header) -> Earlier:
    """An earlier scan, whose rows are those of a scan with this header over pages that have not changed since.

    SourceError where there is none or a part of it is gone, StoreError where it was another one in kind.
    """
    parts = kept(directory)
    manifest = read_manifest(parts.directory)
    if manifest is None:
        raise StoreError(f"{directory}: no manifest in it that tells how its tables were made")
    if manifest.history:
        raise StoreError(f"{directory}: a scan of histories, of which nothing can be taken over")
    old = msgspec.structs.replace(manifest.header, source={}, settings=_but_lists(manifest.header))
    other = differences(old, msgspec.structs.replace(header, source={}, settings=_but_lists(header)))
    if old.program != header.program:
        other.append(f"program (claimcheck {old.program})")
    if other:
        raise StoreError(f"{directory}: nothing can be taken over, it is a scan with another {', '.join(other)}")
    stretches = [
        Stretch(*_pages(parts.directory / "articles" / entry.parts["articles"].file), _files(entry.parts))
        for entry in manifest.entries.values()
        if "articles" in entry.parts
    ]
    stretches.sort(key=lambda stretch: stretch.low)
    return Earlier(parts.directory, tuple(stretches), old.today)


def _but_lists(header: Header) -> dict[str, Any]:
    """The settings; who stands on which list is seen page by page."""
    return {name: value for name, value in header.settings.items() if name != "lists"}


def _files(parts: dict[str, Any]) -> dict[str, str]:
    return {table: parts[table].file for table in ("articles", *NESTED) if table in parts}


def _pages(path: Path) -> tuple[int, int]:
    """The least and the greatest number of a page in a part of the table of articles, from its footer."""
    found = need("pyarrow.parquet").ParquetFile(path)
    as_expected(path, found.schema_arrow, "articles")
    column = found.schema_arrow.get_field_index("page")
    ends = [found.metadata.row_group(group).column(column).statistics for group in range(found.num_row_groups)]
    return min(end.min for end in ends), max(end.max for end in ends)
