"""Settings that hold for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# What passes in CI passes there again: new examples are looked for at the desk, not in somebody's pull request.
settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
