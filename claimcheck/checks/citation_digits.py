"""Check digits of book and serial numbers (ISO 2108, ISO 3297)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from claimcheck.checks.citation_fields import names
from claimcheck.checks.protocol import Options, check
from claimcheck.checks.view import View
from claimcheck.finding import Hit, Mark
from claimcheck.patterns import lazy

_WRITTEN = lazy(r"[\dXx][\dXx \u00a0\u2010-\u2015-]*")
_LINKED = lazy(r"\bISBN[ \u00a0]((?:97[89][ -]?)?(?:[0-9][ -]?){9}[0-9Xx])(?![\w-])")
_NO_DIGIT = str.maketrans("", "", " \u00a0\u2010\u2011\u2012\u2013\u2014\u2015-")


LONGEST = 40
"""Characters of what may have been meant as one number."""


class Digits(Options, frozen=True):
    """Which numbering."""

    scheme: Literal["isbn", "issn"]


@check("check-digit", Digits, text="the number as printed", reason="what is wrong with it")
def wrong(view: View, options: Digits) -> Iterator[Hit]:
    """A number of a book or serial whose check digit does not follow from the others."""
    fault: Callable[[str], str | None] = isbn_fault if options.scheme == "isbn" else issn_fault
    for cited in view.citations:
        field = cited.fields.get(options.scheme)
        if field is None or any(parameter.name in names().accepted_isbn for parameter in cited.template.parameters):
            continue
        number = field.text if len(field.text) <= LONGEST else ""
        reason = fault(number.translate(_NO_DIGIT).upper()) if _WRITTEN.fullmatch(number) else None
        if reason is not None:
            yield Hit(Mark(field.span.start, field.span.end), (), {"text": field.text, "reason": reason})
    if options.scheme == "isbn" and "ISBN" in view.document.source.text:
        yield from _in_text(view)


def _in_text(view: View) -> Iterator[Hit]:
    """Numbers that the wiki makes links of, outside templates."""
    for passage in view.document.passages:
        for match in _LINKED.finditer(passage.text) if "ISBN" in passage.text else ():
            reason = isbn_fault(match[1].translate(_NO_DIGIT).upper())
            if reason is not None:
                span = passage.span(*match.span(1))
                yield Hit(Mark(span.start, span.end), (), {"text": match[1], "reason": reason})


def isbn_fault(digits: str) -> str | None:
    """What is wrong with an ISBN of ten or thirteen digits, without hyphens; None where nothing is."""
    if len(digits) == 13:
        if not digits.isdecimal() or not digits.startswith(("978", "979")):
            return "thirteen digits begin with 978 or 979"
        return None if _weighted(digits, (1, 3) * 6 + (1,)) % 10 == 0 else "its check digit does not fit"
    if len(digits) == 10:
        return _modulo_11(digits)
    if len(digits) == 9 and _modulo_11("0" + digits) is None:
        return "it is an SBN, which is missing a 0 in front"
    return f"it has {len(digits)} digits, not 10 or 13"


def issn_fault(digits: str) -> str | None:
    """What is wrong with an ISSN without its hyphen; None where nothing is."""
    return _modulo_11(digits) if len(digits) == 8 else f"it has {len(digits)} digits, not 8"


def _modulo_11(digits: str) -> str | None:
    """Weights from the length down to one, X for ten in the last place."""
    if not digits[:-1].isdecimal() or not (digits[-1].isdecimal() or digits[-1] == "X"):
        return "X stands only in the last place"
    weights = tuple(range(len(digits), 0, -1))
    return None if _weighted(digits, weights) % 11 == 0 else "its check digit does not fit"


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(weight * (10 if digit == "X" else int(digit)) for digit, weight in zip(digits, weights, strict=True))
