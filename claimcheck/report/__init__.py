"""Reports: one module for each output format, found by its file name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from claimcheck.report.parts.run import Outcome, Run


class Format(Protocol):
    """Renders what became of each article, piece by piece; `run` says how the program was called."""

    def __call__(self, outcomes: Iterable[Outcome], run: Run) -> Iterator[str]:
        """The report in pieces of text."""
        ...


def formats() -> list[str]:
    """Names of the formats: the modules of this package."""
    return sorted(module.name for module in iter_modules(__path__) if not module.ispkg)


def load(name: str) -> Format:
    """The renderer of a format, which is the function `render` of its module."""
    render: Format = import_module(f"{__name__}.{name}").render
    return render


def report_format(render: Format) -> Format:
    """Marks the renderer of a module, so that the type checker refuses a wrong signature."""
    return render
