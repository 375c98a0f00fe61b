"""Settings that hold for all tests."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

# No test is about time: on a busy machine any example may be slow.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# What passes in CI passes there again: new examples are looked for at the desk, not in somebody's pull request.
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


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
