"""Pages of a corpus from dumps, directories and wikis, and which of them are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.corpus.pages.keep import Keep

if TYPE_CHECKING:
    from claimcheck.corpus.pages.opened import open_source, open_titles

__all__ = ["Keep", "open_source", "open_titles"]


def __getattr__(name: str) -> Any:
    """What opens sources is loaded on first use: it needs `dump`, which itself needs `keep`."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claimcheck.corpus.pages import opened

    return getattr(opened, name)
