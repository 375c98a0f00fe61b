"""The floors that the architecture page draws are those that the import contract enforces."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "claimcheck"


def test_page_draws_the_floors_of_the_contract() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = page.split("```text\n")[1].split("```")[0].splitlines()
    assert [re.split(r" · ", floor) for floor in drawn] == [floor for floor in enforced() if floor]


def enforced() -> list[list[str]]:
    """The layers of the contract, without rooms that do not exist yet."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [[room for room in re.findall(r"\w+", layer) if exists(room)] for layer in contract["layers"]]


def exists(room: str) -> bool:
    return (PACKAGE / room / "__init__.py").is_file() or (PACKAGE / f"{room}.py").is_file()
