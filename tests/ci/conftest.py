"""What the tests of CI files share: a clean environment, a git, the program on the path."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """No workflow around, a git with no settings but a name, `claimcheck` first on the path."""
    programs = tmp_path_factory.mktemp("bin")
    shim = programs / "claimcheck"
    shim.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "from claimcheck.cli import main; main()" "$@"\n'
    )
    shim.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "CI_"))}
    names = {f"GIT_{role}_{part}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    settings = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PYTHONUTF8": "1"}
    return kept | names | settings | {"PATH": f"{programs}:{os.environ['PATH']}"}


@pytest.fixture(scope="session")
def git(environment: dict[str, str]) -> Git:
    """`git(directory, "init")`, which gives what git prints; `commit` adds everything first."""

    def run(cwd: Path, *arguments: str) -> str:
        if arguments[0] == "commit":
            run(cwd, "add", "-A")
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, encoding="utf-8")
        return done.stdout.strip()

    return run
