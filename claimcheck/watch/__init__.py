"""Edits as they happen: which of them are looked at, and what each of them broke."""

from __future__ import annotations

from claimcheck.watch.change import Change, Filter, read_change
from claimcheck.watch.judge import Judged, judge
from claimcheck.watch.state import State

__all__ = ["Change", "Filter", "Judged", "State", "judge", "read_change"]
