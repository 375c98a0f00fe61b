"""The hooks for pre-commit: valid by its own schema, installed by it and run on commits of a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PACKAGE = ["claimcheck", "rules", "pyproject.toml", "README.md", "LICENSE", MANIFEST.name]
FLAWED = "The agency employed 7000 thousand nurses in that year.\n"
WRONG = "The line is 266 miles (364 km) long.\n"
Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def cached(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str], need: Callable[[str, object, str], None]
) -> dict[str, str]:
    """The environment with an empty cache for pre-commit."""
    asked = "pre-commit" in os.environ.get("CLAIMCHECK_REQUIRE", "")
    need("pre-commit", asked, "installs from a package index, takes a minute: CLAIMCHECK_REQUIRE=pre-commit runs it")
    need("pre-commit", find_spec("pre_commit"), "pre-commit is not installed")
    return environment | {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit"))}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory, cached: dict[str, str]) -> Git:
    """`git(…)` in a repository of articles whose commits run both hooks, installed from a repository of claimcheck."""

    def runner(cwd: Path) -> Git:
        def run(*command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
            done = subprocess.run(command, cwd=cwd, env=cached, capture_output=True, encoding="utf-8", check=False)
            assert not check or done.returncode == 0, done.stdout + done.stderr
            return done

        return run

    source = tmp_path_factory.mktemp("claimcheck")
    for name in PACKAGE:
        path = ROOT / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, source / name)
    hooks = runner(source)
    hooks("git", "init", "-q")
    hooks("git", "add", "-A")
    hooks("git", "commit", "-q", "-m", "first")

    revision = hooks("git", "rev-parse", "HEAD").stdout.strip()
    place = tmp_path_factory.mktemp("articles")
    own = runner(place)
    own("git", "init", "-q")
    config = {
        "repos": [{"repo": str(source), "rev": revision, "hooks": [{"id": "claimcheck-new", "args": ["--quiet"]}]}]
    }
    (place / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    (place / "old.wikitext").write_text(FLAWED)
    own("git", "add", "-A")
    own("git", "commit", "-q", "-m", "first")
    installed = own(sys.executable, "-m", "pre_commit", "install", "--install-hooks", check=False)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    own.place = place  # type: ignore[attr-defined]
    return own


def commit(articles: Git, name: str, text: str) -> subprocess.CompletedProcess[str]:
    (articles.place / name).write_text(text, encoding="utf-8")  # type: ignore[attr-defined]
    articles("git", "add", "-A")
    return articles("git", "commit", "-m", "change", check=False)


def test_the_manifest_is_valid() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.pre-commit-hooks", str(MANIFEST)]
    if find_spec("pre_commit"):
        command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_commit_answers_for_what_it_brings(articles: Git) -> None:
    moved = commit(articles, "old.wikitext", f"A church stands there.\n\n{FLAWED}")
    assert moved.returncode == 0, moved.stdout + moved.stderr
    assert "Passed" in moved.stderr
    refused = commit(articles, "Zürich.wiki", f"Zürich 🚂. {WRONG}")
    assert refused.returncode == 1
    assert "Zürich.wiki:1:34: error 266 miles is 428.1 km, not 364 km" in refused.stderr
    assert commit(articles, "Zürich.wiki", "Nothing.\n").returncode == 0


def test_files_that_are_no_articles_are_left_alone(articles: Git) -> None:
    articles("git", "reset", "-q", "--hard")
    assert "(no files to check)Skipped" in commit(articles, "requirements.txt", FLAWED).stderr


def test_all_articles_by_the_other_hook(articles: Git) -> None:
    config = articles.place / ".pre-commit-config.yaml"  # type: ignore[attr-defined]
    before = config.read_text()
    config.write_text(before.replace("claimcheck-new", "claimcheck"))
    done = articles(sys.executable, "-m", "pre_commit", "run", "--all-files", check=False)
    config.write_text(before)
    assert done.returncode == 1
    assert "old.wikitext:3:21: error 7000 thousand" in done.stdout
