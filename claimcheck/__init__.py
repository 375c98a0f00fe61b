"""claimcheck: the linter for the numbers in an article."""

from __future__ import annotations

from claimcheck.baseline import Baseline, BaselineError
from claimcheck.claims.model import Claim
from claimcheck.compare import Comparison, compare
from claimcheck.config import ConfigError
from claimcheck.document.model import Document
from claimcheck.document.parse import parse
from claimcheck.finding import Finding, Report
from claimcheck.lint import examine, extract, lint
from claimcheck.memo import Memo
from claimcheck.rules import Rule, RuleError, load_rules
from claimcheck.source import Error, SourceError

__version__ = "0.1.0"

__all__ = [
    "Baseline",
    "BaselineError",
    "Claim",
    "Comparison",
    "ConfigError",
    "Document",
    "Error",
    "Finding",
    "Memo",
    "Report",
    "Rule",
    "RuleError",
    "SourceError",
    "__version__",
    "compare",
    "examine",
    "extract",
    "lint",
    "load_rules",
    "parse",
]
