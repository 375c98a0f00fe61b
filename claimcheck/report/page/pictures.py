"""Pictures of an article's figures: measures over time, the timeline of its events, parts beside their total.

Each is a Vega-Lite description, which vl-convert draws as SVG. It is an extra of the package (`charts`), being thirty
times as large as claimcheck; a page without it says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from claimcheck.claims.model import Claim
from claimcheck.finding import Finding
from claimcheck.report.page.readings import unit
from claimcheck.report.parts.excerpt import visible

LEAST = 3
"""Dated claims that make a chart of a measure, and events that make a timeline."""
MOST_CHARTS = 24
MOST_POINTS = 300
WIDTH, HEIGHT = 360, 130
Json = dict[str, Any]


class Picture(msgspec.Struct, frozen=True):
    """A drawing with its caption; `told` says in words what is drawn."""

    title: str
    told: str
    svg: str


@cache
def drawable() -> bool:
    """Whether the drawing library is there."""
    from importlib.util import find_spec

    return find_spec("vl_convert") is not None


def pictures(claims: Sequence[Claim], findings: Sequence[Finding]) -> list[Picture]:
    """The pictures of one article; none where the drawing library is not installed."""
    if not drawable():
        return []
    accused = {(finding.primary.start, finding.primary.end) for finding in findings}
    drawn = [*_measures(claims, accused), *_totals(findings), *_timeline(claims, accused)]
    return [Picture(title, told, _svg(spec)) for title, told, spec in drawn[:MOST_CHARTS]]


Described = tuple[str, str, Json]


def _measures(claims: Iterable[Claim], accused: set[tuple[int, int]]) -> Iterator[Described]:
    """A chart for each measure and unit with enough dated claims."""
    series: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure and claim.amount and claim.time and claim.time.earliest is not None:
            series[claim.measure, unit(claim)].append(claim)
    for (measure, of), members in series.items():
        points = [point for claim in members if (point := _point(claim, accused))][:MOST_POINTS]
        if len({point["day"] for point in points}) >= LEAST:
            title = f"{measure.replace('-', ' ')}{f' ({of})' if of else ''}"
            yield title, f"{len(points)} dated figures of {title}", _chart(points)


def _point(claim: Claim, accused: set[tuple[int, int]]) -> Json | None:
    interval = claim.amount.interval if claim.amount else None
    if interval is None or (interval.low is None and interval.high is None) or claim.time is None:
        return None
    low = interval.low if interval.low is not None else interval.high
    high = interval.high if interval.high is not None else interval.low
    if low is None or high is None or max(abs(low), abs(high)) > 10**18:
        return None
    return {
        "day": _year(claim.time.earliest),
        "low": float(low),
        "high": float(high),
        "value": float((low + high) / 2),
        "text": visible(claim.text),
        "found": (claim.start, claim.end) in accused,
    }


def _year(day: int | None) -> float:
    """Years as an axis has them, BC below zero: a library's calendar may not reach so far."""
    return round((day or 0) / 365.2425 + 1, 3)


def _chart(points: list[Json]) -> Json:
    time = {"field": "day", "type": "quantitative", "title": None, "scale": {"zero": False, "nice": True}}
    return _base(points) | {
        "encoding": {"x": time | {"axis": {"format": "d", "tickCount": 6}}},
        "layer": [
            {
                "mark": {"type": "rule", "strokeWidth": 2, "opacity": 0.6},
                "encoding": {"y": _value("low"), "y2": {"field": "high"}, "color": _colour()},
            },
            {
                "mark": {"type": "point", "filled": True, "size": 45, "opacity": 1},
                "encoding": {"y": _value("value"), "color": _colour(), "shape": _shape()},
            },
        ],
    }


def _value(field: str) -> Json:
    return {"field": field, "type": "quantitative", "title": None, "scale": {"zero": False}, "axis": {"tickCount": 4}}


def _totals(findings: Iterable[Finding]) -> Iterator[Described]:
    """Bars for each finding that compares a total with its parts."""
    for finding in findings:
        amounts = [claim for claim in finding.claims if claim.amount and claim.amount.value is not None]
        if finding.rule.partition("/")[0] not in ("total", "table") or not LEAST <= len(amounts) <= MOST_CHARTS:
            continue
        rows = [_bar(at, claim, finding) for at, claim in enumerate(amounts)]
        printed = finding.source.text[finding.primary.start : finding.primary.end]
        title = f"Line {finding.source.position(finding.primary.start).line}: {printed}"
        yield visible(title), visible(finding.message), _bars(rows)


def _bar(at: int, claim: Claim, finding: Finding) -> Json:
    value = claim.amount.value if claim.amount else None
    label = f"{claim.text} {claim.counted or ''}".strip()
    total = (claim.start, claim.end) == (finding.primary.start, finding.primary.end)
    return {"at": at, "label": visible(label), "value": float(value or 0), "found": total}


def _bars(rows: list[Json]) -> Json:
    label = {"field": "label", "type": "nominal", "sort": {"field": "at"}, "title": None}
    value = {"field": "value", "type": "quantitative", "title": None, "axis": {"tickCount": 5}}
    return _base(rows, {"step": 18}) | {
        "mark": {"type": "bar", "height": 11},
        "encoding": {"y": label, "x": value, "color": _colour()},
    }


def _timeline(claims: Iterable[Claim], accused: set[tuple[int, int]]) -> Iterator[Described]:
    """The dated events of the article in a row for each event, periods as lines."""
    dated = [claim for claim in claims if claim.event and claim.when and claim.passage.context != "citation"]
    rows = [row for claim in dated if (row := _moment(claim, accused))][:MOST_POINTS]
    if len(rows) < LEAST:
        return
    time = {"field": "from", "type": "quantitative", "title": None, "scale": {"zero": False, "nice": True}}
    event = {"field": "event", "type": "nominal", "title": None}
    ends = {
        "x": time | {"axis": {"format": "d", "tickCount": 8}},
        "x2": {"field": "to"},
        "y": event,
        "color": _colour(),
    }
    point = {"x": time, "y": event, "color": _colour(), "shape": _shape()}
    spec = _base(rows, {"step": 20}) | {
        "layer": [
            {"mark": {"type": "rule", "strokeWidth": 3, "opacity": 0.5}, "encoding": ends},
            {"mark": {"type": "point", "filled": True, "size": 45, "opacity": 1}, "encoding": point},
        ]
    }
    yield "Timeline", f"{len(rows)} dated events", spec


def _moment(claim: Claim, accused: set[tuple[int, int]]) -> Json | None:
    if claim.when is None or claim.when.earliest is None or claim.when.latest is None:
        return None
    return {
        "event": visible((claim.event or "").replace("-", " ")),
        "from": _year(claim.when.earliest),
        "to": _year(claim.when.latest),
        "found": (claim.start, claim.end) in accused,
    }


def _base(values: list[Json], height: object = HEIGHT) -> Json:
    text = {"labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": 11}
    line = {"gridColor": "var(--line)", "domainColor": "var(--line)", "tickColor": "var(--line)"}
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": height,
        "background": None,
        "data": {"values": values},
        "config": {"axis": text | line, "view": {"stroke": None}, "font": "inherit"},
    }


def _colour() -> Json:
    """What a finding accuses stands out, by colour and by shape."""
    return {"condition": {"test": "datum.found", "value": "var(--error)"}, "value": "var(--quantity)"}


def _shape() -> Json:
    return {"condition": {"test": "datum.found", "value": "diamond"}, "value": "circle"}


def _svg(spec: Json) -> str:
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec)
    return drawn
