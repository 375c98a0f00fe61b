"""What was found between the articles of a scan, kept beside its tables until the scan goes on."""

from __future__ import annotations

import os
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claimcheck.corpus.extra import need
from claimcheck.corpus.schema import BETWEEN, table_schema

FILE = "part-000000.parquet"


def save(directory: Path, records: Sequence[dict[str, Any]]) -> None:
    """Write rows of the table `between` in one step, in the place of earlier ones.

    OSError where nothing can be written; what was there stays.
    """
    table = need("pyarrow").Table.from_pylist(list(records), table_schema(BETWEEN))
    folder = directory / BETWEEN
    folder.mkdir(exist_ok=True)
    fresh = folder / f".{uuid.uuid4().hex}"
    try:
        need("pyarrow.parquet").write_table(table, fresh, compression="zstd")
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(folder / FILE)
    finally:
        fresh.unlink(missing_ok=True)


def saved(directory: Path) -> tuple[Path, ...]:
    """The file of what was found between the articles of the scan there; none where nobody asked."""
    path = directory / BETWEEN / FILE
    return (path,) if path.is_file() else ()


def forget(directory: Path) -> None:
    """Remove it: the scan changes."""
    (directory / BETWEEN / FILE).unlink(missing_ok=True)
