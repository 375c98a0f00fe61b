"""Rules between articles: statements over the claims of a scan, and their answers as findings."""

from __future__ import annotations

from claimcheck.corpus.between.records import records
from claimcheck.corpus.between.run import between

__all__ = ["between", "records"]
