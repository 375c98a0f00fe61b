"""What a check kind is: options, the words that it gives to messages, and a generator of hits."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Protocol, TypeVar

import msgspec

from claimcheck.checks.view import View
from claimcheck.finding import Hit


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the options of every kind; a kind without options uses it as it is."""

    def problems(self) -> Iterator[tuple[str, str]]:
        """(field, what is wrong with it) for every option that has the right type and yet makes no sense."""
        yield from ()


O_contra = TypeVar("O_contra", bound=Options, contravariant=True)
O_any = TypeVar("O_any", bound=Options)


class Check(Protocol[O_contra]):
    """Looks through the view of an article and yields what is wrong in the eyes of one rule's options."""

    def __call__(self, view: View, options: O_contra, /) -> Iterator[Hit]:
        """Hits of one article, in any order."""
        ...


class Kind(msgspec.Struct, frozen=True, eq=False):
    """A registered check: its name in rule files, its options, the placeholders that its messages may use."""

    name: str
    options: type[Options]
    words: Mapping[str, str]
    run: Callable[[View, Any], Iterator[Hit]]
    revision: bool = False
    """True where it looks at an edit, so that it runs only where two revisions are compared."""
    corpus: bool = False
    """True where it looks at the claims of many articles, so that it runs only over a finished scan."""

    @property
    def summary(self) -> str:
        """First line of what its author says about it."""
        return (self.run.__doc__ or "").strip().splitlines()[0]


_KINDS: dict[str, Kind] = {}


def check(name: str, options: type[O_any], **words: str) -> Callable[[Check[O_any]], Check[O_any]]:
    """Register a generator of hits as the check kind `name`; `words` describe the placeholders of its messages."""

    def register(run: Check[O_any]) -> Check[O_any]:
        _KINDS[name] = Kind(name, options, words, run)
        return run

    return register


def revision_check(name: str, options: type[O_any], **words: str) -> Callable[[Check[O_any]], Check[O_any]]:
    """Register a generator that looks at the edit which brought the article (`view.edit`, never None for it)."""

    def register(run: Check[O_any]) -> Check[O_any]:
        _KINDS[name] = Kind(name, options, words, run, revision=True)
        return run

    return register


def corpus_check(name: str, options: type[O_any], **words: str) -> Callable[[Check[O_any]], Check[O_any]]:
    """Register a kind whose work is a statement over a scan (claimcheck.corpus.between); in one article it is idle."""

    def register(run: Check[O_any]) -> Check[O_any]:
        _KINDS[name] = Kind(name, options, words, run, corpus=True)
        return run

    return register


@cache
def kinds() -> Mapping[str, Kind]:
    """Every check kind by name: whatever the modules of this folder register."""
    package = __name__.rpartition(".")[0]
    for module in pkgutil.iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
    return dict(sorted(_KINDS.items()))
