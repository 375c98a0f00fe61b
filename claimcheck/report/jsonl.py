"""JSON Lines: one object for each finding, article and unread input, and a closing summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claimcheck.report import report_format
from claimcheck.report.parts import public
from claimcheck.report.parts.run import Outcome, Run, Tally, Unread


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """Lines whose `type` is finding, suppressed, known, article, unread or summary."""
    tally = Tally(run)
    for outcome in tally.watch(outcomes):
        if isinstance(outcome, Unread):
            yield _line("unread", public.unread(outcome))
            continue
        shape = public.article(outcome)
        for kind, key in (("finding", "findings"), ("suppressed", "suppressed"), ("known", "known")):
            for finding in shape.pop(key):
                yield _line(kind, {"file": shape["file"], "url": shape["url"], **finding})
        yield _line("article", shape)
    yield _line("summary", {"tool": public.tool(run), **public.summary(tally)})


def _line(kind: str, shape: dict[str, Any]) -> str:
    return public.dump({"version": public.VERSION, "type": kind, **shape}) + "\n"
