"""pint's registry is cached per installation, and read without a cache where none can be had."""

import os
import pathlib
import subprocess
import sys

import pytest

from claimcheck.values.units import cache_folder

PROGRAM = (
    "from fractions import Fraction; from claimcheck.values.units import quantity; print(quantity(Fraction(5), 'mile'))"
)


def run(home: pathlib.Path) -> str:
    environment = {**os.environ, "XDG_CACHE_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_each_installation_has_a_folder_of_its_own():
    assert cache_folder("/one/pint/__init__.py") != cache_folder("/other/pint/__init__.py")


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is moved by XDG_CACHE_HOME on Linux only")
def test_a_second_process_reads_what_the_first_wrote(tmp_path):
    assert run(tmp_path) == "5 mile"
    assert any((tmp_path / "claimcheck").iterdir())
    assert run(tmp_path) == "5 mile"


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder is moved by XDG_CACHE_HOME on Linux only")
def test_no_cache_can_be_written(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert run(blocked) == "5 mile"
