"""JSON: one object for the whole run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claimcheck.report import report_format
from claimcheck.report.parts import public
from claimcheck.report.parts.run import Outcome, Run, Tally, Unread


@report_format
def render(outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
    """One JSON document, written article by article so that a long run needs no more memory than a short one."""
    tally = Tally()
    unread = []
    yield f'{{\n"version": {public.VERSION},\n"tool": {_dump(public.tool(run))},\n"articles": ['
    comma = ""
    for outcome in tally.watch(outcomes):
        if isinstance(outcome, Unread):
            unread.append(public.unread(outcome))
        else:
            yield f"{comma}\n{_dump(public.article(outcome))}"
            comma = ","
    yield f'\n],\n"unread": {_dump(unread)},\n"summary": {_dump(public.summary(tally))}\n}}\n'


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
