"""Rewrites what the commands and programs of README and docs print with what they print now; then read the diff."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from blocks import Block, blocks, shown

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PROGRAM = (sys.executable, "-c", "from claimcheck.cli import main; main()")
PLAIN = {"NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "100"}


def run(command: str) -> subprocess.CompletedProcess[str]:
    """A `claimcheck …` command as pages show it, run in the project's folder."""
    name, *arguments = shlex.split(command)
    assert name == "claimcheck", command
    return _run(*PROGRAM, *arguments)


def run_program(text: str) -> subprocess.CompletedProcess[str]:
    """A Python block, run in the project's folder; a warning is an error."""
    return _run(sys.executable, "-W", "error", "-c", text)


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, env=os.environ | PLAIN, check=False)


def refreshed(block: Block) -> str:
    """A console block with the output of its commands, a Python block with "#> " and what it prints at its end."""
    if block.language == "console":
        return "".join(f"$ {case.command}\n{run(case.command).stdout.rstrip()}\n" for case in shown(block))
    if block.language == "python":
        program = block.text.partition("#> ")[0]
        return program + "".join(f"#> {line}\n" for line in run_program(program).stdout.splitlines())
    return block.text


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in blocks(page, ROOT):
            text = text.replace(block.text, refreshed(block))
        page.write_text(text, encoding="utf-8")
