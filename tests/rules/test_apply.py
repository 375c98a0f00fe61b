"""Hits become findings: stamped, in order, with a fingerprint that survives edits elsewhere; a crash costs one rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import claimcheck as cc
from claimcheck.checks.protocol import Kind, Options
from claimcheck.checks.selector import Selector
from claimcheck.checks.view import View
from claimcheck.finding import Hit
from claimcheck.rules import Rule, choose, load_rules

RULES = {rule.id: rule for rule in load_rules()}
TEXT = "The park covers 250 acres (10 ha). It opened on 31 June 1910. It employs 7000 thousand people."


def lint(text: str, *ids: str, **more: str) -> list[cc.Finding]:
    return cc.lint(text, [RULES[name] for name in ids] if ids else None, markup="plain", **more)


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = lint(TEXT)
    assert [(finding.rule, TEXT[finding.primary.start : finding.primary.end]) for finding in found] == [
        ("conversion/unit-pair", "10 ha"),
        ("date/impossible-date", "31 June 1910"),
        ("scale/doubled-scale-word", "7000 thousand"),
    ]


def test_a_finding_carries_its_rule() -> None:
    (finding,) = lint(TEXT, "conversion/unit-pair")
    shape = finding.to_dict()
    assert (shape["severity"], shape["confidence"]) == ("error", "high")
    assert shape["message"] == "250 acres is 101.2 ha, not 10 ha"
    assert shape["related"][0]["note"] == "converted from"
    assert [claim["text"] for claim in shape["claims"]] == ["10 ha", "250 acres"]
    assert shape["help_uri"].endswith("rules/conversion/unit-pair")


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("The park", "The large old park in the north"),
        TEXT.replace("250 acres (10 ha)", "250 acre (10 hectares)"),
        TEXT.replace("It opened", "Its gates opened"),
        "Once upon a time.\n\n" + TEXT,
    ],
)
def test_fingerprints_survive_edits_elsewhere_and_of_form(other: str) -> None:
    assert [finding.fingerprint for finding in lint(other)] == [finding.fingerprint for finding in lint(TEXT)]


@pytest.mark.parametrize("other", [TEXT.replace("250", "260"), TEXT.replace("(10 ha)", "(12 ha)")])
def test_fingerprints_change_with_the_figures(other: str) -> None:
    assert lint(other)[0].fingerprint != lint(TEXT)[0].fingerprint


def test_fingerprints_differ_by_article_rule_and_occurrence() -> None:
    twice = lint(TEXT + "\n\n" + TEXT)
    prints = {finding.fingerprint for finding in twice} | {finding.fingerprint for finding in lint(TEXT, title="Other")}
    assert len(prints) == 9


def test_fingerprints_of_what_is_no_claim_are_by_its_words() -> None:
    one, other = "It has 6,5000,000 trees.", "It has 7,5000,000 trees and 6,5000,000 bushes."
    (first,), later = lint(one, "scale/malformed-digit-groups"), lint(other, "scale/malformed-digit-groups")
    assert [finding.fingerprint == first.fingerprint for finding in later] == [False, True]


def _crash(view: View, options: Options) -> Iterator[Hit]:  # noqa: ARG001
    raise ZeroDivisionError("of its own making")
    yield


def test_a_crash_is_named_and_costs_one_rule() -> None:
    crashing = msgspec.structs.replace(RULES["date/weekday"], id="mine/crash", kind=Kind("x", Options, {}, _crash))
    report = cc.examine(TEXT, [crashing, RULES["conversion/unit-pair"]], markup="plain")
    assert report.errors == ("rule mine/crash crashed: ZeroDivisionError: of its own making",)
    assert [finding.rule for finding in report.findings] == ["conversion/unit-pair"]


def _with(tmp_path: Path, extra: str) -> list[Rule]:
    text = Path(RULES["conversion/unit-pair"].path).read_text(encoding="utf-8")
    path = tmp_path / "mine" / "pair.yaml"
    path.parent.mkdir()
    path.write_text(extra + text, encoding="utf-8")
    return load_rules(tmp_path)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("when: {unit: hectare}", True),
        ("when: {unit: [acre, meter]}", False),
        ("when: {unit: hectare, context: table}", False),
        ("when: {context: prose, hedge: exact, quoted: false}", True),
        ("when: {measure: population}", False),
        ("when: {near: [PARK, garden]}", True),
        ("when: {near: par}", False),
        ("when: {time: unknown}", True),
        ("when: {time: known}", False),
        ("unless: {unit: acre}", False),
        ("unless: {unit: mile}", True),
        ("unless: {near: covers}", False),
        ("unless: {counted: people}", True),
        ("unless: {quoted: true}", True),
        ("unless: {role: from, hedge: about}", True),
    ],
)
def test_when_and_unless(tmp_path: Path, selector: str, found: bool) -> None:
    rules = _with(tmp_path, selector + "\n")
    assert bool(cc.lint("The park covers 250 acres (10 ha).", rules, markup="plain")) is found


@pytest.mark.parametrize(
    ("selector", "holds"),
    [
        (Selector(measure="maternal-mortality-ratio"), True),
        (Selector(measure=("area", "population")), False),
        (Selector(time="199"), True),
        (Selector(time=("20", "18")), False),
        (Selector(time="known"), True),
        (Selector(event="birth"), False),
        (Selector(unit="none", hedge=("exact", "about")), True),
        (Selector(), True),
    ],
)
def test_selectors(selector: Selector, holds: bool) -> None:
    text = "In 1990 the maternal mortality ratio was 230 per 100,000 live births."
    (claim,) = [claim for claim in cc.extract(text, markup="plain") if claim.kind == "quantity"]
    assert selector.all_of(claim) is holds


def test_choosing(tmp_path: Path) -> None:
    (rule,) = _with(tmp_path, "")
    preview = msgspec.structs.replace(rule, id="mine/new", file=msgspec.structs.replace(rule.file, status="preview"))
    off = msgspec.structs.replace(rule, id="mine/off", file=msgspec.structs.replace(rule.file, default="off"))
    rules = [rule, preview, off]

    def ids(**wanted: object) -> list[str]:
        return [one.id.partition("/")[2] for one in choose(rules, **wanted)]  # type: ignore[arg-type]

    assert ids() == ["pair"]
    assert ids(preview=True) == ["pair", "new"]
    assert ids(select=["mine/new"]) == ["new"]
    assert ids(select=["mine"]) == ["pair", "off"]
    assert ids(select=["units"], preview=True) == ["pair", "new", "off"]
    assert ids(select=["all"], ignore=["mine/off"]) == ["pair"]


def test_a_message_shows_figures_of_templates_as_readers_see_them() -> None:
    text = "Exports fell from {{convert|50|km}} in 2001 to {{convert|57|km}} in 2002."
    (finding,) = cc.lint(text, markup="wikitext")
    assert finding.message == "“fell” from 50 km to 57 km: the figures go up"
    assert {claim.text for claim in finding.claims} == {"50|km", "57|km"}
