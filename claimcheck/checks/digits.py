"""Digit groups that no convention has: "6,5000,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.document.model import Passage
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_GROUPS = lazy(r"(?<![\w.,/=|(\[{])(?:[$€£¥]\s?)?\d{1,3}(?:,\d{1,7}){2,6}(?:\.\d{1,9})?(?![\w,(/])(?!\.\d)")
_WORDS = ("citation", "template")
"""Contexts of page lists, identifiers and parameters, where a comma separates numbers."""


@check("digits", Options, text="the figure as printed", group="the group that is too short or too long")
def malformed(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    """A number whose digit groups are neither of three digits nor in Indian pairs."""
    for passage in view.document.passages:
        if ",000" not in passage.text or passage.context in _WORDS:
            continue
        for match in _GROUPS.finditer(passage.text):
            group = _wrong(match.group())
            if group is not None:
                yield _hit(passage, match, group)


def _wrong(text: str) -> str | None:
    """The one group that breaks the pattern of an otherwise well grouped number.

    Only numbers with a group 000 count: "1,500,2000" may be a list without spaces.
    """
    first, *groups = text.lstrip("$€£¥ ").partition(".")[0].split(",")
    wrong = [group for group in groups if len(group) != 3]
    indian = all(len(group) == 2 for group in groups[:-1]) and len(groups[-1]) == 3
    if len(wrong) != 1 or indian or "000" not in groups or first.startswith("0"):
        return None
    return wrong[0]


def _hit(passage: Passage, match: re.Match[str], group: str) -> Hit:
    span = passage.span(match.start(), match.end())
    return Hit(Mark(span.start, span.end), (), {"text": match.group(), "group": group})
