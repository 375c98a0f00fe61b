"""The number of a source (ISBN, DOI, address …) that an edit changed while the source stayed the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from claimcheck.checks.protocol import Options, revision_check
from claimcheck.checks.view import View
from claimcheck.document.model import Document, Passage, Template
from claimcheck.finding import Hit, Mark

_DIGITS = re.compile(r"\d+")
_ISBN = re.compile(r"(?:97[89])?(\d{9})[\dXx]")
_NAMES = ("title", "chapter", "author", "last", "last1")


class RevisedIdentifierOptions(Options, frozen=True):
    """Options of `revised-identifier`."""

    parameters: tuple[str, ...] = ()
    """Parameters of citation templates that hold identifiers."""


@revision_check(
    "revised-identifier",
    RevisedIdentifierOptions,
    text="the identifier as it is now",
    was="the identifier as it was",
    parameter="its parameter",
)
def identifiers(view: View, options: RevisedIdentifierOptions) -> Iterator[Hit]:
    """An identifier with other digits in a citation of the same title."""
    if view.edit is None:
        return
    known = _by_title(view.edit.before)
    for title, templates in _by_title(view.document).items():
        for old, new in zip(known.get(title, []), templates, strict=False):
            for name in options.parameters:
                one, other = old.get(name), new.get(name)
                if one is not None and other is not None and _misprinted(one.text, other.text):
                    yield _hit(name, one, other)


def _by_title(document: Document) -> dict[tuple[str, ...], list[Template]]:
    """Citation templates in order, by what names their source."""
    out: defaultdict[tuple[str, ...], list[Template]] = defaultdict(list)
    for citation in document.citations:
        for template in citation.templates:
            named = tuple(" ".join(found.text.split()) if (found := template.get(name)) else "" for name in _NAMES)
            if named[0]:
                out[named].append(template)
    return out


def _misprinted(before: str, after: str) -> bool:
    """True where only digits differ: hyphens, the prefix of 13 digits, an address that moved are another thing."""
    old, new = (re.sub(r"[\s-]", "", text) for text in (before, after))
    if old == new or _DIGITS.sub("#", old) != _DIGITS.sub("#", new):
        return False
    one, other = _ISBN.fullmatch(old), _ISBN.fullmatch(new)
    return not (one and other and one[1] == other[1] and len(old) != len(new))


def _hit(name: str, old: Passage, new: Passage) -> Hit:
    text = new.text.strip()
    start = new.text.index(text)
    span = new.span(start, start + len(text))
    words = {"text": text, "was": old.text.strip(), "parameter": name}
    return Hit(Mark(span.start, span.end), (), words)
