"""Known findings that a project has accepted, by what their claims say."""

from __future__ import annotations

from claimcheck.baseline.accepted import Baseline
from claimcheck.baseline.file import BaselineError, Entry

__all__ = ["Baseline", "BaselineError", "Entry"]
