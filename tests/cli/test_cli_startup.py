"""What a run on a small file must not load: everything that only some runs need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import FLAWED

Write = Callable[..., Path]
HEAVY = (
    "asyncio",
    "concurrent",
    "dateutil",
    "httpx",
    "jinja2",
    "multiprocessing",
    "pint",
    "rich",
    "sqlite3",
    "unittest",
)


PROGRAM = (
    "import sys; from claimcheck.cli import cli; from claimcheck.cli.failures import guarded\n"
    "code = guarded(cli, ['lint', 'a.txt', '--quiet'])\n"
    "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    "sys.exit(code)"
)


@pytest.mark.parametrize(("text", "code"), [("The town has 434,008 people.\n", 0), (FLAWED, 1)])
def test_a_small_file_loads_nothing_heavy(write: Write, tmp_path: Path, text: str, code: int) -> None:
    write("a.txt", text)
    done = run(tmp_path)
    assert done.returncode == code
    assert set(done.stderr.split()) & set(HEAVY) == set()


def test_the_second_run_reads_no_yaml_or_toml(write: Write, tmp_path: Path) -> None:
    """What the first run read of the package's own files is kept; YAML alone takes 20 ms to import."""
    write("a.txt", FLAWED)
    first, second = (run(tmp_path, PYTHONPYCACHEPREFIX=str(tmp_path / "cache")) for _ in range(2))
    assert {"tomllib", "yaml"} <= set(first.stderr.split())
    assert {"tomllib", "yaml"} & set(second.stderr.split()) == set()
    assert first.stdout == second.stdout


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(command, cwd=folder, env=kept | environment, capture_output=True, text=True, check=False)
