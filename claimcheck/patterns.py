"""Regular expressions that are compiled when they are first used: a rule that finds nothing to do costs nothing."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern until something is asked of it."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        value = getattr(compiled, name)
        setattr(self, name, value)
        return value


def lazy(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Like `re.compile`, but compiled on first use (those that a small article does without take 60 ms).

    Its matches name the compiled one: `match.re is …` never holds.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
