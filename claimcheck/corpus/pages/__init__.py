"""Pages of a corpus from dumps, directories and wikis, and which of them are kept."""

from __future__ import annotations

from claimcheck.corpus.pages.keep import Keep
from claimcheck.corpus.pages.opened import open_source, open_titles

__all__ = ["Keep", "open_source", "open_titles"]
