"""The GitLab component and example: valid by GitLab's schema of pipelines, their scripts run as a runner would."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "templates" / "claimcheck.yml"
FLAWED = "The agency employed 7000 thousand nurses in that year.\n"
WRONG = "The line is 266 miles (364 km) long.\n"


def component(**inputs: str) -> Any:
    """The component with its inputs filled in, as GitLab does before anything else."""
    head, body = TEMPLATE.read_text(encoding="utf-8").split("\n---\n")
    declared = yaml.safe_load(head)["spec"]["inputs"]
    assert set(re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", body)) == set(declared)
    values = {name: item["default"] for name, item in declared.items()} | inputs
    return yaml.safe_load(re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda match: values[match[1]], body))


@pytest.mark.parametrize("name", ["component", "example"])
def test_pipelines_are_valid(name: str, tmp_path: Path) -> None:
    path = tmp_path / ".gitlab-ci.yml"
    example = (ROOT / "examples" / "ci" / "gitlab-ci.yml").read_text(encoding="utf-8")
    path.write_text(yaml.safe_dump(component()) if name == "component" else example, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the script in one shell that stops at the first failure; pip installs nothing."""

    def call(inputs: dict[str, str], **variables: str) -> subprocess.CompletedProcess[str]:
        script = "\n".join(["pip() { :; }", *component(**inputs)["claimcheck"]["script"]])
        command = ["bash", "-eo", "pipefail", "-c", script]
        given = environment | variables
        return subprocess.run(command, cwd=tmp_path, env=given, capture_output=True, encoding="utf-8", check=False)

    return call


def test_a_merge_request_answers_for_what_it_brings(
    run: Callable[..., subprocess.CompletedProcess[str]], git: Callable[..., str], tmp_path: Path
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "old.txt").write_text(FLAWED)
    git(tmp_path, "commit", "-q", "-m", "first")
    base = git(tmp_path, "rev-parse", "HEAD")
    (tmp_path / "new.txt").write_text("Nothing.")
    git(tmp_path, "commit", "-q", "-m", "a clean change")
    assert run({}, CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode == 0
    assert run({}).returncode == 1
    (tmp_path / "new.txt").write_text(f"Zürich 🚂. {WRONG}", encoding="utf-8")
    assert run({"fail-on": "error"}, CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode == 1
    issues = json.loads((tmp_path / "gl-code-quality-report.json").read_text())
    assert {issue["location"]["path"] for issue in issues} == {"old.txt", "new.txt"}
    assert [suite.name for suite in JUnitXml.fromfile(str(tmp_path / "claimcheck.xml"))] == ["new.txt"]


def test_what_goes_wrong_fails_the_job(run: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = run({"paths": "gone.txt"})
    assert (done.returncode, "gone.txt: no such file" in done.stderr) == (2, True)


def test_reports_are_what_the_job_collects() -> None:
    job = component()["claimcheck"]
    written = dict(re.findall(r"--output (\w+)=(\S+)", "\n".join(job["script"])))
    assert job["artifacts"]["reports"] == {"codequality": written["gitlab"], "junit": written["junit"]}
    assert job["artifacts"]["when"] == "always"
