"""JSON: one object for the whole run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.report import report_format
from claimcheck.report.parts import public
from claimcheck.report.parts.run import Outcome, Run, Tally, Unread


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """One JSON document, written article by article so that a long run needs no more memory than a short one."""
    tally = Tally(run)
    unread = []
    yield f'{{\n"version": {public.VERSION},\n"tool": {public.dump(public.tool(run))},\n"articles": ['
    comma = ""
    for outcome in tally.watch(outcomes):
        if isinstance(outcome, Unread):
            unread.append(public.unread(outcome))
        else:
            yield f"{comma}\n{public.dump(public.article(outcome))}"
            comma = ","
    yield f'\n],\n"unread": {public.dump(unread)},\n"summary": {public.dump(public.summary(tally))}\n}}\n'
