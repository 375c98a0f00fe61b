"""Where in a text a number or date may begin: digits and the words that the recognisers ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims import dates, quantities

_WORDS = sorted({*dates.WORDS, *quantities.WORDS})
_START = re.compile(rf"\d+|[{quantities.SIGNS}]|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def candidates(text: str) -> Iterator[int]:
    """Offsets at which a recogniser is worth trying, from left to right."""
    for match in _START.finditer(text):
        yield match.start()
