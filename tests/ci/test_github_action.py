"""The GitHub action: valid by the schema of actions, its scripts run as the runner runs them, in real clones."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

import claimcheck as cc

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
LINT = ROOT / ".github" / "action" / "lint.sh"
INSTALL = ROOT / ".github" / "action" / "install.sh"
FLAWED = "The agency employed 7000 thousand nurses in that year.\n"
WRONG = "The line is 266 miles (364 km) long.\n"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts need bash")


Git = Callable[..., str]


class Done(NamedTuple):
    code: int
    out: str
    err: str
    outputs: dict[str, str]
    summary: str


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    path = tmp_path / "workspace"
    path.mkdir()
    return path


@pytest.fixture
def run(tmp_path: Path, workspace: Path, environment: dict[str, str], git: Git) -> Callable[..., Done]:
    """`run(base="", …)`: the script with what action.yml hands to it, inputs not given at their defaults."""

    def call(cwd: Path = workspace, event: str = "push", sha: str = "", **inputs: str) -> Done:
        defaults = {name: item["default"] for name, item in ACTION["inputs"].items()}
        given = defaults | {name.replace("_", "-"): value for name, value in inputs.items()}
        step = ACTION["runs"]["steps"][-1]
        handed = {name: given[re.findall(r"inputs\.([\w-]+)", value)[0]] for name, value in step["env"].items()}
        outputs, summary = tmp_path / "outputs", tmp_path / "summary.md"
        outputs.write_text("")
        summary.write_text("")
        known = (cwd / ".git").exists()
        given_by_runner = {
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_EVENT_NAME": event,
            "GITHUB_SHA": sha or (git(cwd, "rev-parse", "HEAD") if known else "0" * 40),
            "GITHUB_BASE_REF": "main" if event == "pull_request" else "",
        }  # fmt: skip
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command,
            cwd=cwd,
            env=environment | handed | given_by_runner,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        told = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
        return Done(done.returncode, done.stdout, done.stderr, told, summary.read_text(encoding="utf-8"))

    return call


@pytest.fixture
def pull_request(tmp_path: Path, workspace: Path, git: Git) -> Path:
    """A clone as GitHub checks a pull request out: only the commit that merges it into what main is by now."""
    origin = tmp_path / "origin"
    origin.mkdir()
    git(origin, "init", "-q", "-b", "main")
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")  # as GitHub has it
    (origin / "old.txt").write_text(FLAWED)
    git(origin, "commit", "-q", "-m", "first")
    git(origin, "checkout", "-q", "-b", "branch")
    (origin / "new.txt").write_text(f"Zürich 🚂. {WRONG}")
    git(origin, "commit", "-q", "-m", "the change")
    git(origin, "checkout", "-q", "main")
    (origin / "meanwhile.txt").write_text(FLAWED)
    git(origin, "commit", "-q", "-m", "meanwhile")
    git(origin, "checkout", "-q", "--detach")
    git(origin, "merge", "-q", "--no-ff", "-m", "merge", "branch")
    git(origin, "update-ref", "refs/pull/1/merge", "HEAD")
    git(origin, "checkout", "-q", "main")
    git(workspace, "init", "-q")
    git(workspace, "remote", "add", "origin", f"file://{origin}")
    git(workspace, "fetch", "-q", "--depth=1", "origin", "+refs/pull/1/merge:refs/remotes/pull/1/merge")
    git(workspace, "checkout", "-q", "refs/remotes/pull/1/merge")
    return workspace


@pytest.mark.parametrize(("schema", "file"), [
    ("github-actions", "action.yml"),
    ("github-workflows", ".github/workflows/ci.yml"),
    ("github-workflows", "examples/ci/github-actions.yml"),
])  # fmt: skip
def test_files_are_valid(schema: str, file: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_inputs_reach_the_scripts_as_variables_only() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "an input in a script could run as code"
        assert ("shell" in step) == ("run" in step)
    scripts = LINT.read_text() + INSTALL.read_text()
    handed = {name for step in ACTION["runs"]["steps"] for name in step.get("env", {})}
    assert handed == set(re.findall(r"\bCLAIMCHECK_[A-Z_]+", scripts)) - {"CLAIMCHECK_"}
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text()))
    assert used == set(ACTION["inputs"])


def test_the_page_explains_every_input() -> None:
    page = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE) == list(ACTION["inputs"])
    assert all(f"`{name}`" in page for name in ACTION["outputs"])


def test_annotations_summary_and_sarif(run: Callable[..., Done], workspace: Path) -> None:
    (workspace / "a.txt").write_text(f"Zürich 🚂. {FLAWED}")
    done = run()
    assert done.code == 1, done.err
    assert done.out.startswith("::error file=a.txt,line=1,endLine=1,col=31,endColumn=44,title=scale/doubled-scale-word")
    assert done.summary.startswith("## a\n")
    assert done.outputs == {"exit-code": "1", "sarif": "claimcheck.sarif"}
    (result,) = json.loads((workspace / "claimcheck.sarif").read_text())["runs"][0]["results"]
    assert result["ruleId"] == "scale/doubled-scale-word"


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"fail_on": "error", "sarif": ""}, 1),
        ({"fail_on": "never"}, 0),
        ({"fail_on": "fatal"}, 2),
        ({"paths": "clean place\n\na.txt"}, 1),
        ({"paths": "clean place"}, 0),
        ({"paths": "--help"}, 2),
        ({"paths": "$(touch bad); `touch bad`; & touch bad"}, 2),
        ({"arguments": "--ignore\nscale"}, 0),
        ({"baseline": "known.json"}, 0),
        ({"base": "HEAD"}, 2),
        ({"output": "gitlab=a.json\r\njunit=a b.xml\n"}, 1),
    ],
)
def test_inputs(run: Callable[..., Done], workspace: Path, inputs: dict[str, str], code: int) -> None:
    (workspace / "a.txt").write_text(FLAWED)
    (workspace / "clean place").mkdir()
    (workspace / "clean place" / "b.txt").write_text("Nothing.")
    report = cc.examine(FLAWED, title="a", name=str(workspace / "a.txt"))
    cc.Baseline(workspace / "known.json").renewed([report]).write()
    done = run(**inputs)
    assert (done.code, done.outputs["exit-code"]) == (code, str(code)), done.err
    assert (workspace / "claimcheck.sarif").exists() == (inputs.get("sarif") != "" and (code < 2 or "paths" in inputs))
    assert not (workspace / "bad").exists()
    if "output" in inputs:
        assert (workspace / "a.json").exists()
        assert (workspace / "a b.xml").exists()


@pytest.mark.usefixtures("pull_request")
def test_a_pull_request_answers_for_what_it_brings(run: Callable[..., Done]) -> None:
    done = run(event="pull_request")
    assert done.code == 1, done.err
    assert [line.split(",")[0] for line in done.out.splitlines()] == ["::error file=new.txt"]
    assert run(event="pull_request", base="").out.count("::error") == 3
    assert run(event="push").out.count("::error") == 3


def test_another_checkout_of_a_pull_request(run: Callable[..., Done], pull_request: Path, git: Git) -> None:
    merged = git(pull_request, "rev-parse", "HEAD")
    git(pull_request, "fetch", "-q", "--unshallow", "origin", "+refs/heads/*:refs/remotes/origin/*")
    git(pull_request, "checkout", "-q", "origin/branch")
    done = run(event="pull_request", sha=merged)
    assert (done.code, [line.split(",")[0] for line in done.out.splitlines()]) == (1, ["::error file=new.txt"])


def test_installing_from_the_action_itself(tmp_path: Path) -> None:
    """pip is a stand-in that tells what it was asked for; the real one runs in the test of the pre-commit hook."""
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(
        '#!/bin/sh\nif [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; '
        'printf "#!/bin/sh\\necho version" >"$3/bin/claimcheck"; chmod +x "$3/bin/claimcheck"; exit; fi\n'
        'for last; do :; done; echo "pip: $last"\n'
    )
    python.chmod(0o755)
    environment = {
        "PATH": f"{python.parent}:{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path / "runner temp"),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_PATH": str(tmp_path / "path"),
    }
    for version, asked in [("", str(ROOT)), ("0.1.0", "claimcheck-lint==0.1.0")]:
        done = subprocess.run(
            [str(INSTALL)],
            env=environment | {"CLAIMCHECK_VERSION": version},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == f"pip: {asked}\nversion\n"
    assert set((tmp_path / "path").read_text().splitlines()) == {str(tmp_path / "runner temp" / "claimcheck" / "bin")}


def test_scripts_can_be_run() -> None:
    assert os.access(LINT, os.X_OK)
    assert os.access(INSTALL, os.X_OK)
    bash = shutil.which("bash")
    assert bash
    for script in (LINT, INSTALL):
        subprocess.run([bash, "-n", str(script)], check=True)
