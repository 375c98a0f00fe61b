"""Libraries that only whole corpora need: loaded on first use, and a clear word where they are not installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimcheck.source import Error

EXTRAS = {"pyspark": "spark"}
"""Which extra of the package brings a library, where it is not `corpus`."""


class ExtraError(Error):
    """A library that an optional extra of the package brings is not installed."""


def need(name: str) -> Any:
    """The module of that name; ExtraError tells how to install it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        package = name.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise
        extra = EXTRAS.get(package, "corpus")
        raise ExtraError(f"this needs {package}: pip install 'claimcheck-lint[{extra}]'") from error
