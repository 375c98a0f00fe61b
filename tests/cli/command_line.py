"""What the tests of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

FLAWED = "The agency employed 7000 thousand nurses in that year.\n"
"""A text in which the shipped rule `scale/doubled-scale-word` finds an error."""


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]
