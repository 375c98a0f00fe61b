"""Runs the command line: in this process for its answers, in another where it matters that it is one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Result, Run

from claimcheck.cli import cli
from claimcheck.cli.failures import guarded


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """`run("lint", "x.txt", stdin=b"")` in an empty directory; what it answers may hold no traceback."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = guarded(cli, list(arguments))
        out, err = (stream.decode("utf-8") for stream in capsysbinary.readouterr())
        assert "Traceback" not in out + err
        assert "internal error" not in err
        return Result(code, out, err)

    return call


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """The same in a process of its own."""

    def call(*arguments: str, stdin: bytes = b"", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-c", "from claimcheck.cli import main; main()", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert "Traceback" not in out + err
        return Result(done.returncode, out, err)

    return call


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file below the working directory."""

    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put
