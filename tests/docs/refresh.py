"""Rewrites what the console blocks of README and docs show with what the commands print now; then read the diff."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from blocks import Block, blocks, shown

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("**/*.md"))]
PROGRAM = (sys.executable, "-c", "from claimcheck.cli import main; main()")
PLAIN = {"NO_COLOR": "1", "PYTHONUTF8": "1"}


def run(command: str) -> subprocess.CompletedProcess[str]:
    """A `claimcheck …` command as pages show it, run in the project's folder."""
    program, *arguments = shlex.split(command)
    assert program == "claimcheck", command
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | PLAIN,
        check=False,
    )


def refreshed(block: Block) -> str:
    """The text of a console block with the output of its commands as it is now."""
    return "".join(f"$ {case.command}\n{run(case.command).stdout.rstrip()}\n" for case in shown(block))


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in blocks(page, ROOT):
            if block.language == "console":
                text = text.replace(block.text, refreshed(block))
        page.write_text(text, encoding="utf-8")
