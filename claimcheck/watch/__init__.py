"""Edits as they happen: which of them are looked at, and what each of them broke."""

from __future__ import annotations

from claimcheck.watch.change import Change, Filter, read_change
from claimcheck.watch.state import State
from claimcheck.watch.verdict import Judged, judge

__all__ = ["Change", "Filter", "Judged", "State", "judge", "read_change"]
