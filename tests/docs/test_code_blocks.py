"""Everything that README and docs show is run: commands print it, programs run, rules pass their tests."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from blocks import Block, Shown, blocks, shown
from refresh import PAGES, ROOT, run, run_program

ELSEWHERE = ("python", "docs/clusters.md")
"""Its programs need Spark: tests/corpus/test_spark.py runs them."""
BLOCKS = [block for page in PAGES for block in blocks(page, ROOT) if (block.language, block.file) != ELSEWHERE]
RULE_PATH = re.compile(r"# (?P<path>[\w-]+/[\w-]+/[\w-]+\.yaml)\n")


def of(language: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language]


@pytest.mark.parametrize("case", [case for block in of("console") for case in shown(block)], ids=lambda case: case.name)
def test_command_prints_what_the_page_shows(case: Shown) -> None:
    done = run(case.command)
    assert done.stderr == ""
    assert done.stdout.rstrip() == case.output.rstrip(), "python tests/docs/refresh.py brings the pages up to date"
    assert done.returncode in (0, 1)


@pytest.mark.parametrize("block", of("python"), ids=lambda block: block.name)
def test_program_prints_what_its_comments_say(block: Block) -> None:
    done = run_program(block.text)
    assert done.stderr == ""
    assert done.stdout.splitlines() == re.findall(r"^#> (.*)", block.text, re.MULTILINE)


@pytest.mark.parametrize("block", of("yaml"), ids=lambda block: block.name)
def test_rule_passes_its_own_examples(block: Block, tmp_path: Path) -> None:
    where = RULE_PATH.match(block.text)
    assert where, "a rule begins with its path in a comment"
    path = tmp_path / where["path"]
    path.parent.mkdir(parents=True)
    path.write_text(block.text, encoding="utf-8")
    shipped = ROOT / "examples" / where["path"]
    assert block.text == f"# {where['path']}\n{shipped.read_text(encoding='utf-8')}", "the example file says the same"
    done = run(f"claimcheck rules test '{path.parent.parent}'")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("block", of("toml"), ids=lambda block: block.name)
def test_configuration_is_accepted(block: Block, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "own-rules", tmp_path / "own-rules")
    path = tmp_path / "claimcheck.toml"
    path.write_text(block.text, encoding="utf-8")
    done = run(f"claimcheck lint --config '{path}' seeds/")
    assert (done.returncode, done.stderr) == (1, "")


def test_every_kind_of_block_is_run() -> None:
    assert {block.language for block in BLOCKS} <= {"console", "python", "yaml", "", "sh", "toml", "text"}
    assert all(map(of, ("console", "python", "yaml", "toml", "sh")))


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = [line for block in of("sh") for line in block.text.splitlines() if "pytest" in line]
    assert len(commands) == 1
    assert commands[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
