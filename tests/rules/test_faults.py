"""Every fault of a rule file at once, each as file:line:column."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.rules import RuleError, load_rules

GOOD = """\
check: scale
title: Too many scale words
severity: error
since: 0.1.0
options:
  limits:
    - {scale: thousand, least: 1000}
message: "{text} is {value}"
why: It cannot be.
examples:
  bad:
    - "It had ⟦7000 thousand⟧ members."
  good:
    - "It had 7 thousand members."
    - "It had 7000 members."
"""

CONTEXTS = "`lead`, `prose`, `quote`, `list`, `table`, `infobox`, `template`, `caption`, `citation`, `heading`"
SELECTORS = "`measure`, `unit`, `counted`, `event`, `context`, `role`, `hedge`, `quoted`, `time`, `near`, `topic`"


def faults(folder: Path, text: str) -> list[str]:
    path = folder / "scale" / "mine.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    try:
        load_rules(folder)
    except RuleError as error:
        return [f"{fault.line}:{fault.column}: {fault.message}" for fault in error.faults]
    return []


def test_good_file_loads(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD) == []
    (rule,) = load_rules(tmp_path)
    assert (rule.id, rule.kind.name, rule.severity, rule.confidence) == ("scale/mine", "scale", "error", "high")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title:", "tittle:", ["1:1: missing `title`", "2:1: unknown key `tittle`; did you mean `title`?"]),
        ("severity: error", "severity: eror", [
            "3:11: `eror` is not one of `error`, `warning`, `note`; did you mean `error`?"]),
        ("since: 0.1.0", "since: 1", ["4:8: expected text that matches '^\\\\d+\\\\.\\\\d+\\\\.\\\\d+$', got `1`"]),
        ("check: scale", "check: scales", ["1:8: no check kind `scales`; did you mean `scale`?"]),
        ("least: 1000", "least: 1e3.5", ["7:32: expected a whole number, got `1e3.5`"]),
        ("least: 1000", "lest: 1000", ["7:7: missing `least`", "7:25: unknown key `lest`; did you mean `least`?"]),
        ('"{text} is {value}"', '"{test} is {value}"', ["8:10: unknown placeholder `{test}`; did you mean `text`?"]),
        ('"{text} is {value}"', '"{text!r} is {value:>9}"', [
            "8:10: placeholder `{text}` may have no format", "8:10: placeholder `{value}` may have no format"]),
        ('"{text} is {value}"', '"{text is"', ["8:10: message: expected '}' before end of string"]),
        ("why: It", "title: Twice\nwhy: It", ["9:1: key `title` stands here a second time"]),
        ("  good:\n", "  goud:\n", ["11:3: missing `good`", "13:3: unknown key `goud`; did you mean `good`?"]),
        ("why: It cannot be.", "why:", ["9:5: expected text, got nothing"]),
        ("why: It cannot be.", "why: [a, b]", ["9:6: expected text, got a list"]),
        ("why: It cannot be.", "why: &a It", []),
        ("why: It cannot be.", "why: &a It\nfix: *a", ["9:6: anchors and aliases are not used in rules"]),
        ("why: It cannot be.", "why: !!python/name:os.system It", [
            "9:6: tags are not used in rules: tag:yaml.org,2002:python/name:os.system"]),
        ("since: 0.1.0", "since: 0.1.0\nwhen: {quoted: yes}", ["5:16: expected true or false or nothing, got `yes`"]),
        ("since: 0.1.0", "since: 0.1.0\nunless: {context: [quote, tabel]}", [
            f"5:27: `tabel` is not one of {CONTEXTS}; did you mean `table`?"]),
        ("since: 0.1.0", "since: 0.1.0\nwhen: {colour: red}", [
            f"5:8: unknown key `colour`; known are {SELECTORS}"]),
        ("check: scale", "check: [scale]", ["1:8: expected text, got a list"]),
        ("check: scale\n", "", ["1:1: missing `check`"]),
        ("  limits:\n    - {scale: thousand, least: 1000}\n", "  {}\n", ["6:3: missing `limits`"]),
        ("severity: error", "severity: error\n  deep: 1", [
            "4:7: not YAML: mapping values are not allowed in this context"]),
        (GOOD, "", ["1:1: the file is empty"]),
        (GOOD, "- a list", ["1:1: expected a mapping"]),
        (GOOD, "a: 1\n---\nb: 2", ["2:1: not YAML: but found another document"]),
        (GOOD, "[" * 100_000, ["1:1: a rule file may have 65,536 characters, this has 100,000"]),
        (GOOD, "[" * 60_000, ["1:1: a rule file may have 200 opening brackets"]),
        (GOOD, "title: \x01", ["1:8: not YAML: control characters are not allowed"]),
    ],
)  # fmt: skip
def test_faults(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert old in GOOD
    got = faults(tmp_path, GOOD.replace(old, new, 1))
    assert [line[: len(want)] for line, want in zip(got, expected, strict=True)] == expected


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        path = tmp_path / "scale" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(GOOD.replace("title:", "tittle:").replace("error", "eror").replace("{text}", "{txet}"))
    with pytest.raises(RuleError) as caught:
        load_rules(tmp_path)
    places = [(Path(fault.path).name, fault.line, fault.column) for fault in caught.value.faults]
    assert places == [
        (f"{name}.yaml", *place) for name in ("one", "two") for place in ((1, 1), (2, 1), (3, 11), (8, 10))
    ]
    assert str(caught.value).splitlines()[0] == f"{tmp_path}/scale/one.yaml:1:1: missing `title`"


def test_a_broken_file_leaves_the_others_usable(tmp_path: Path) -> None:
    from claimcheck.rules import read_rules

    (tmp_path / "scale").mkdir()
    (tmp_path / "scale" / "good.yaml").write_text(GOOD)
    (tmp_path / "scale" / "bad.yaml").write_text("nothing")
    rules, broken = read_rules(tmp_path)
    assert [rule.id for rule in rules] == ["scale/good"]
    assert [file.id for file in broken] == ["scale/bad"]


def test_unreadable_places(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such directory"):
        load_rules(tmp_path / "none")
    with pytest.raises(RuleError, match="no rules here"):
        load_rules(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.yaml").write_bytes(b"title: \xff")
    with pytest.raises(RuleError, match="cannot be read"):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    "text", ["no", "010", "12:30:45", "1e-3", "1984", "true", "0x1F", "1_000", "2001-01-01", "off"]
)
def test_text_stays_as_it_is_written(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, GOOD.replace("Too many scale words", text)) == []
    assert load_rules(tmp_path)[0].title == text


@pytest.mark.parametrize(
    ("text", "value"), [("010", 10), ("1000", 1000), ("+5", 5), ("0x1F", None), ("1_000", None), ("12:30:45", None)]
)
def test_whole_numbers_are_decimal(tmp_path: Path, text: str, value: int | None) -> None:
    told = faults(tmp_path, GOOD.replace("least: 1000", f"least: {text}"))
    assert bool(told) == (value is None)
    if value is not None:
        assert load_rules(tmp_path)[0].options.limits[0].least == value  # type: ignore[attr-defined]


def test_the_same_id_twice(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder / "scale").mkdir(parents=True)
        (tmp_path / folder / "scale" / "mine.yaml").write_text(GOOD)
    with pytest.raises(RuleError, match=r"rule `scale/mine` is defined in .*one/scale/mine\.yaml too"):
        load_rules(tmp_path / "one", tmp_path / "two")
