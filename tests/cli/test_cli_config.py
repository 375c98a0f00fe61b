"""Configuration: the closest file alone, each key in force, the command line above it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import FLAWED, Run

from claimcheck.config import Config, ConfigError, closest, read

Write = Callable[..., Path]
RULE = "scale/doubled-scale-word"


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ("", 1),
        ('select = ["scale"]', 1),
        ('ignore = ["scale"]', 0),
        (f'ignore = ["{RULE}"]', 0),
        ('ignore = ["*/doubled-*"]', 0),
        (f'[severity]\n"{RULE}" = "warning"', 0),
        (f'fail-on = "warning"\n[severity]\n"{RULE}" = "warning"', 1),
        (f'fail-on = "warning"\n[severity]\n"{RULE}" = "note"', 0),
        (f'[options."{RULE}"]\nlimits = [{{scale = "thousand", least = 100000}}]', 0),
        (f'[options."{RULE}"]\nlimits = [{{scale = "thousand", least = 1000}}]', 1),
        ('[per-path-ignores]\n"a.txt" = ["scale"]', 0),
        ('[per-path-ignores]\n"*" = ["scale"]', 0),
        ('[per-path-ignores]\n"b/*" = ["scale"]', 1),
    ],
)
def test_each_key_is_in_force(run: Run, write: Write, config: str, code: int) -> None:
    write("a.txt", FLAWED)
    write("claimcheck.toml", config)
    assert run("lint", "a.txt").code == code


def test_a_table_of_pyproject(run: Run, write: Write) -> None:
    write("a.txt", FLAWED)
    write("pyproject.toml", '[tool.claimcheck]\nignore = ["scale"]')
    assert run("lint", "a.txt").code == 0


def test_the_closest_holds_alone(run: Run, write: Write) -> None:
    write("towns/north/a.txt", FLAWED)
    write("claimcheck.toml", 'ignore = ["scale"]')
    assert run("lint", "towns").code == 0
    write("towns/pyproject.toml", "[project]\nname = 'x'")
    assert run("lint", "towns/north/a.txt").code == 0
    write("towns/claimcheck.toml", "preview = true")
    assert run("lint", "towns/north/a.txt").code == 1
    assert run("lint", "towns/north/a.txt", "--no-config").code == 1
    assert run("lint", "towns/north/a.txt", "--config", "claimcheck.toml").code == 0


def test_what_holds_for_all_inputs_is_above_all_of_them(run: Run, write: Write) -> None:
    write("north/a.txt", FLAWED)
    write("south/a.txt", FLAWED)
    write("north/claimcheck.toml", 'ignore = ["scale"]')
    assert run("lint", "north").code == 0
    assert run("lint", "north", "south").code == 1


def test_standard_input_has_the_place_of_its_name(run: Run, write: Write) -> None:
    write("north/claimcheck.toml", '[per-path-ignores]\n"towns/*" = ["scale"]')
    assert run("lint", "-", stdin=FLAWED.encode()).code == 1
    assert run("lint", "-", "--stdin-filename", "north/towns/a.txt", stdin=FLAWED.encode()).code == 0
    assert run("lint", "-", "--stdin-filename", "north/a.txt", stdin=FLAWED.encode()).code == 1


def test_paths_are_relative_to_the_configuration(run: Run, write: Write) -> None:
    write("project/old/a.txt", FLAWED)
    write("project/new/a.txt", FLAWED)
    write("project/claimcheck.toml", '[per-path-ignores]\n"old/*" = ["scale"]')
    articles = json.loads(run("lint", "project", "--format", "json").out)["articles"]
    assert [(article["file"], len(article["findings"])) for article in articles] == [
        ("project/new/a.txt", 1),
        ("project/old/a.txt", 0),
    ]


def test_directories_of_rules_are_relative_to_the_configuration(run: Run, write: Write) -> None:
    run("rules", "new", "size/town", "--dir", "project/house")
    path = Path("project/house/size/town.yaml")
    path.write_text(path.read_text().replace("preview", "stable"))
    write("project/claimcheck.toml", 'rules = ["house"]')
    write("project/a.txt", "The agency employed 7000 million nurses.")
    assert "[size/town]" in run("lint", "project").out


def test_the_command_line_wins(run: Run, write: Write) -> None:
    write("a.txt", FLAWED)
    write("claimcheck.toml", 'ignore = ["scale"]\nfail-on = "note"')
    assert run("lint", "a.txt", "--ignore", "total").code == 1
    write("claimcheck.toml", f'fail-on = "note"\n[severity]\n"{RULE}" = "note"')
    assert run("lint", "a.txt").code == 1
    assert run("lint", "a.txt", "--fail-on", "error").code == 0


def test_preview_rules_run_when_asked_for(run: Run, write: Write) -> None:
    run("rules", "new", "size/town", "--dir", "house")
    write("a.txt", "The agency employed 7000 million nurses.")

    def fires(*options: str) -> bool:
        return "[size/town]" in run("lint", "a.txt", "--rules", "house", *options).out

    assert not fires()
    assert fires("--preview")
    assert fires("--select", "size/town")
    assert not fires("--select", "size")
    assert not fires("--select", "size/*")
    assert fires("--select", "size/*", "--preview")
    assert not fires("--preview", "--ignore", "size/*")


def test_two_configurations_in_one_directory(run: Run, write: Write) -> None:
    write("a.txt", FLAWED)
    write("claimcheck.toml", "")
    write("pyproject.toml", "[tool.claimcheck]")
    result = run("lint", "a.txt")
    assert result.code == 2
    assert "both claimcheck.toml and [tool.claimcheck] of pyproject.toml configure claimcheck; keep one" in result.err


def test_all_faults_of_a_file_at_once(write: Write) -> None:
    path = write("claimcheck.toml", 'selct = ["scale"]\nignore = 5\npreview = "yes"\n')
    with pytest.raises(ConfigError) as error:
        read(path)
    assert len(str(error.value).splitlines()) == 3


def test_an_unusable_pyproject_of_others_is_passed_over(write: Write) -> None:
    write("a/pyproject.toml", "not TOML [")
    path = write("claimcheck.toml", "")
    assert closest(path.parent / "a") == path


def test_an_empty_file_changes_nothing(write: Write) -> None:
    assert read(write("claimcheck.toml", "")) == Config()
