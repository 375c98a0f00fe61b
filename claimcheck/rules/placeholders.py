"""The placeholders of a rule's message: each must be a word that the check kind gives."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from claimcheck.checks.protocol import Kind
from claimcheck.rules.faults import listed, nearest


def misused(message: str, kind: Kind) -> Iterator[str]:
    """What is wrong with the placeholders of a message."""
    try:
        fields = [(name, form, conversion) for _, name, form, conversion in Formatter().parse(message)]
    except ValueError as error:
        yield f"message: {error}"
        return
    for name, form, conversion in fields:
        if form or conversion:
            yield f"placeholder `{{{name}}}` may have no format"
        elif name is not None and name not in kind.words:
            near = nearest(name, kind.words) or f"; `{kind.name}` has {listed(kind.words)}"
            yield f"unknown placeholder `{{{name}}}`{near}"
