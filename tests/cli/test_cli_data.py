"""`--data DIR`: a user's own units, measures and templates; every fault of them with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run

from claimcheck import overlay
from claimcheck.cli.data_faults import faults

Write = Callable[..., Path]
OWN = {
    "units.txt": "# lengths of bridges\nsmoot = 1.7018 * meter\n",
    "unit_names.tsv": "smoot\tk\tsmt\tsmoot\nsmoot / hour\t\tsph\t\n",
    "measures.yaml": "bridge-length:\n  phrases: [bridge length]\n  unit: smoot\n"
    "population:\n  phrases: [denizen count]\n",
    "templates.yaml": "hidden: [my box]\ntext: {our town: Kelby}\n",
}
TEXT = (
    "The denizen count is 120. The bridge length was 364 smoots (800 m). "
    "{{my box|7 km}} In {{our town}} trains go at 90 kmh and 5 sph.\n"
)


@pytest.fixture
def own(write: Write) -> str:
    for name, content in OWN.items():
        write(f"own/{name}", content)
    write("a.wiki", TEXT)
    return "own"


def units(out: str) -> dict[str, str]:
    return {claim["text"]: claim["unit"] for claim in json.loads(out)["articles"][0]["claims"]}


def test_units_measures_and_templates_of_ones_own(process: Run, own: str) -> None:
    extract = process("extract", "-", "--format", "json", "--data", own, stdin=TEXT.encode())
    assert units(extract.out) == {
        "120": None, "364 smoots": "smoot", "800 m": "meter", "90 kmh": "kilometer / hour", "5 sph": "smoot / hour"
    }  # fmt: skip
    measures = [claim["measure"] for claim in json.loads(extract.out)["articles"][0]["claims"]]
    assert measures[:2] == ["population", "bridge-length"]
    lint = process("lint", "a.wiki", "--data", own, "--jobs", "2", "--quiet")
    assert lint.code == 1
    assert "a.wiki:1:61: error 364 smoots is 619.5 m, not 800 m" in lint.out
    assert "7 km" in units(process("extract", "a.wiki", "--format", "json").out)


def test_the_configuration_names_a_directory(process: Run, own: str, write: Write) -> None:
    write("claimcheck.toml", f'data = ["{own}"]')
    assert "[conversion/unit-pair]" in process("lint", "a.wiki").out
    assert "unit:        smoot" in process("explain", "a.wiki:1:49").out
    assert process("lint", "a.wiki", "--no-config").code == 0


def test_several_directories_and_the_environment(process: Run, own: str, write: Write, tmp_path: Path) -> None:
    write("more/units.txt", "beard_second = 5e-9 * meter\n")
    write("more/unit_names.tsv", "beard_second\t\t\tbeard-second\n")
    text = b"It grew 40 smoots and 7 beard-seconds."
    both = process("extract", "-", "--format", "json", "--data", own, "--data", "more", stdin=text)
    assert units(both.out) == {"40 smoots": "smoot", "7 beard-seconds": "beard_second"}
    laid = {overlay.VARIABLE: str(tmp_path / own)}
    again = process("extract", "-", "--format", "json", "--data", "more", stdin=text, **laid)
    assert again.out == both.out


def test_faults_end_the_run(process: Run, own: str, write: Write) -> None:
    write("own/units.txt", "smoot = 1.7018 * metre\nyard2 = 5 * blarg\n")
    write("own/unit_names.tsv", "smott\n")
    result = process("lint", "a.wiki", "--data", own)
    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert "units.txt:2:1: not a definition that pint reads: 'blarg' is not defined in the unit registry" in first
    assert second.endswith("unit_names.tsv:1:1: `smott` is no unit; define it in units.txt")


def test_it_cannot_be_laid_over_a_program_that_runs(run: Run, own: str) -> None:
    result = run("lint", "a.wiki", "--data", own)
    assert (result.code, "set CLAIMCHECK_DATA before that" in result.err) == (2, True)


@pytest.mark.parametrize("path", ["gone", "a.wiki"])
def test_what_is_no_directory(run: Run, own: str, path: str) -> None:
    del own
    result = run("lint", "a.wiki", "--data", path)
    assert (result.code, "cannot be read as a directory of data" in result.err) == (2, True)


@pytest.mark.parametrize(("name", "content"), OWN.items())
def test_nothing_wrong(write: Write, name: str, content: str) -> None:
    write("own/units.txt", OWN["units.txt"])
    assert list(faults([write(f"own/{name}", content).parent])) == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("units.txt", "smoot 5\n", "1:1: expected a definition like `furlong = 220 * yard`"),
        ("units.txt", "# x\n\nsmoot = 1.7 *\n", "3:1: not a definition that pint reads"),
        ("units.txt", "5x = 3 * meter\n", "1:1: expected a definition"),
        ("units.txt", "smoot = 5 * meter\nsmoot = 6 * meter\n", "2:1: `smoot` is defined already"),
        ("units.txt", "meter = 6 * inch\n", "1:1: `meter` is defined already"),
        ("units.txt", "smoot = [length2\n", "1:1: not a definition that pint reads"),
        ("unit_names.tsv", "smott\t\tsm\tsmott\n", "1:1: `smott` is no unit"),
        ("unit_names.tsv", "meter\tq\tmq\t\n", "1:7: `q` are no prefixes"),
        ("unit_names.tsv", "meter\t\tm\tmetre\textra\n", "1:16: expected unit, prefixes, symbols and names, no more"),
        ("unit_names.tsv", "__import__('os')\n", "1:1: `__import__('os')` is no unit"),
        ("unit_names.tsv", "meter / hour\n", "1:1: `meter / hour` has neither a symbol nor a name"),
        ("measures.yaml", "- a\n", "1:1: expected a mapping of measures"),
        (
            "measures.yaml",
            "a: {unit: count, phrases: [b]}\na: {unit: count, phrases: [c]}\n",
            "2:1: key `a` stands here",
        ),
        ("measures.yaml", "a:\n  unit: blarg\n  phrases: [b]\n", "2:3: `blarg` is no unit"),
        ("measures.yaml", "a:\n  unit: count\n  phrase: [b]\n", "3:3: unknown key `phrase`; did you mean `phrases`?"),
        ("measures.yaml", "a: {phrases: [b]}\n", "1:4: missing `unit`"),
        ("measures.yaml", "a: {unit: meter}\n", "1:4: `a` has no phrases"),
        ("measures.yaml", "a: {unit: meter, phrases: [5 k]}\n", "1:4: phrases begin with a letter"),
        ("measures.yaml", "a: [\n", "2:1: not YAML"),
        ("templates.yaml", "hiden: [x]\n", "1:1: unknown key `hiden`; did you mean `hidden`?"),
        ("templates.yaml", "hidden: {x: y}\n", "1:9: expected a list, got a mapping"),
        ("templates.yaml", "text: {x: [1]}\n", "1:11: expected text, got a list"),
        ("measure.yaml", "a: 5\n", "1:1: not a data file that can be added to; did you mean `measures.yaml`?"),
        ("hedges.tsv", "a\tb\n", "1:1: not a data file that can be added to"),
    ],
)
def test_faults(write: Write, name: str, content: str, told: str) -> None:
    path = write(f"own/{name}", content)
    found = [str(fault) for fault in faults([path.parent])]
    assert found
    assert found[0].startswith(f"{path}:{told}")


@pytest.mark.parametrize("content", [b"\xff", b"a\x00b", b"\xff\xfea"])
@pytest.mark.parametrize("name", OWN)
def test_what_is_no_text(run: Run, write: Write, name: str, content: bytes) -> None:
    write("a.wiki", TEXT)
    write(f"own/{name}", content)
    result = run("lint", "a.wiki", "--data", "own")
    assert (result.code, f"{name}:1:" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ([1], [2], [1, 2]),
        ({"a": [1], "b": 1}, {"a": [2], "c": 3}, {"a": [1, 2], "b": 1, "c": 3}),
        ({"a": {"b": 1}}, {"a": {"b": 2}}, {"a": {"b": 2}}),
        ({"a": 1}, None, {"a": 1}),
    ],
)
def test_trees_join(ours: object, theirs: object, both: object) -> None:
    assert overlay.joined(ours, theirs) == both


def test_a_scan_is_another_one_with_other_data(process: Run, own: str, write: Write) -> None:
    pytest.importorskip("pyarrow")
    scan = ("scan", ".", "--output", "first", "--quiet", "--exit-zero")
    assert process(*scan, "--data", own).code == 0
    second = ("scan", ".", "--output", "second", "--quiet", "--exit-zero", "--previous", "first")
    refused = process(*second)
    assert refused.code == 2
    assert "it is a scan with another setting `data`" in refused.err
    assert process(*second, "--data", own).code == 0
    write(f"{own}/templates.yaml", "hidden: [other box]\n")
    assert "another setting `data`" in process(*scan, "--resume", "--data", own).err
