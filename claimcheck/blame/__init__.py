"""Which version of an article brought each of its findings."""

from __future__ import annotations

from claimcheck.blame.origins import Blame, Origin, blame, day_of
from claimcheck.blame.search import introductions

__all__ = ["Blame", "Origin", "blame", "day_of", "introductions"]
