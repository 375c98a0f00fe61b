"""What a run on a small file must not load: everything that only some runs need."""

from __future__ import annotations

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


@pytest.mark.parametrize(("text", "code"), [("The town has 434,008 people.\n", 0), (FLAWED, 1)])
def test_a_small_file_loads_nothing_heavy(write: Write, tmp_path: Path, text: str, code: int) -> None:
    write("a.txt", text)
    program = (
        "import sys; from claimcheck.cli import cli; from claimcheck.cli.failures import guarded\n"
        "code = guarded(cli, ['lint', 'a.txt', '--quiet'])\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert set(done.stderr.split()) & set(HEAVY) == set()
