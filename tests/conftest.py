"""Settings that hold for all tests."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import settings

# What passes in CI passes there again: new examples are looked for at the desk, not in somebody's pull request.
settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(scope="session")
def need() -> Callable[[str, object, str], None]:
    """`need(name, found, reason)` skips a test for which something is not installed.

    Where CLAIMCHECK_REQUIRE, a list with commas, names it (as CI does), the test fails instead.
    """
    required = os.environ.get("CLAIMCHECK_REQUIRE", "").split(",")

    def check(name: str, found: object, reason: str) -> None:
        if found:
            return
        if name in required:
            pytest.fail(f"CLAIMCHECK_REQUIRE asks for {name}: {reason}")
        pytest.skip(reason)

    return check
