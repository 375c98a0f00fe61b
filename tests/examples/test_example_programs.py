"""Every file under examples/ is run: the program, the rules, and the commands of the CI configurations."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PROGRAM = (sys.executable, "-c", "from claimcheck.cli import main; main()")


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command in UTF-8, with no workflow to write summaries for."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=cwd, env=env | {"PYTHONUTF8": "1"}, check=False
    )


def test_library_program() -> None:
    done = run(sys.executable, "-W", "error", "examples/library.py", "seeds/")
    assert done.returncode == 1
    assert done.stderr == ""
    assert "7000 thousand" in done.stdout
    assert "  medical staff: 50,000 (2015), 28,000 (2020)\n" in done.stdout


def test_history_program() -> None:
    revisions = ("examples/revisions/old.wikitext", "examples/revisions/new.wikitext")
    done = run(sys.executable, "-W", "error", "examples/history.py", *revisions)
    assert (done.returncode, done.stderr) == (1, "")
    assert "  1857 → 1875: date, transposed\n" in done.stdout
    assert "  warning: 8 + 9 + 12 = 29, not 26\n" in done.stdout
    again = run(sys.executable, "examples/history.py", revisions[0], revisions[0])
    assert (again.returncode, again.stdout.count("\n")) == (0, 1)


def test_own_rules_pass_their_examples() -> None:
    done = run(*PROGRAM, "rules", "test", "examples/own-rules")
    assert done.returncode == 0, done.stdout + done.stderr


def test_own_rules_run_beside_the_shipped_ones(tmp_path: Path) -> None:
    article = tmp_path / "line.txt"
    article.write_text("The branch employed 7000 thousand men. In 1890 the fastest steam train reached 212 mph.\n")
    done = run(*PROGRAM, "lint", "--rules", "examples/own-rules", "--format", "json", str(article))
    (report,) = json.loads(done.stdout)["articles"]
    rules = {finding["rule"] for finding in report["findings"]}
    assert rules == {"scale/doubled-scale-word", "railway/steam-speed"}


CI = [
    pytest.param(path, command, id=f"{path.name}: {command}")
    for path in sorted((EXAMPLES / "ci").glob("*.yml"))
    for command in re.findall(r"- (?:run: )?(claimcheck .*)", path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("path", "command"), CI)
def test_ci_command_fails_on_an_error_and_leaves_its_report(path: Path, command: str, tmp_path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))
    shutil.copytree(ROOT / "seeds", tmp_path / "articles")
    done = run(*PROGRAM, *shlex.split(command)[1:], cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    (report,) = re.findall(r"--output \w+=(\S+)", command)
    assert json.loads((tmp_path / report).read_text(encoding="utf-8"))
    assert report in path.read_text(encoding="utf-8").replace(command, "")


def test_each_ci_configuration_lints() -> None:
    assert {case.values[0] for case in CI} == set((EXAMPLES / "ci").iterdir())
