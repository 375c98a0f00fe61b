"""Template calls, and what a reader sees where one stands: text of its own, its arguments in words, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.document.amounts import AMOUNTS, show_money
from claimcheck.document.buffer import Buffer
from claimcheck.document.model import Context, Parameter, Template
from claimcheck.document.template_names import vocabulary
from claimcheck.patterns import lazy
from claimcheck.source import Span


class Call:
    """A template call being read: its name and its arguments, each a buffer, in source order."""

    __slots__ = ("arguments", "head", "name", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.name = ""
        self.head = Buffer()  # the name as written, and what follows the colon of a parser function
        self.arguments: list[tuple[str | None, Buffer]] = []

    def named(self) -> Iterator[tuple[str, Buffer]]:
        """(name, buffer) of each argument; positional ones are numbered from 1."""
        position = 0
        for key, buffer in self.arguments:
            if key is None:
                position += 1
            yield (str(position) if key is None else key), buffer

    @property
    def by_name(self) -> dict[str, Buffer]:
        """The arguments that hold something, the last of a name winning, as in MediaWiki."""
        return {name: buffer for name, buffer in self.named() if not buffer.blank}

    def parameters(self, context: Context, section: tuple[str, ...]) -> tuple[Parameter, ...]:
        """A passage for each argument in which a reader sees something."""
        out = []
        for name, buffer in self.named():
            passage = buffer.passage(context, section, (self.name, name))
            if passage is not None:
                out.append(Parameter(name, passage))
        return tuple(out)

    def template(self, end: int, parameters: tuple[Parameter, ...], section: tuple[str, ...]) -> Template:
        """The finished call."""
        return Template(self.name, Span(self.start, end), parameters, section)


def normal_name(text: str) -> str:
    """A template's name in lower case, with spaces, without its namespace."""
    name = " ".join(text.replace("_", " ").split()).lower()
    return name.removeprefix("template:").strip()


def is_citation(name: str) -> bool:
    """True for the templates that describe a source."""
    if name.startswith(("cite ", "citation", "vcite", "cite-")):
        return name not in vocabulary().no_citation
    return name in vocabulary().citation


def is_infobox(name: str) -> bool:
    """True for the boxes that sum up an article in named parameters."""
    return "infobox" in name or name in vocabulary().infobox


def render(call: Call, end: int) -> Buffer | None:
    """What a reader sees of a template that we know, mapped onto its arguments; None where we do not know it."""
    words = vocabulary()
    name = call.name
    if not call.arguments and name in words.text:
        return _literal(words.text[name], call.start, end)
    if ":" in name:
        return _magic_word(call)
    special = AMOUNTS.get(name)
    if special is not None:
        return special(call)
    money = show_money(call)
    if money is not None:
        return money
    if name in words.sic:
        return _sic(call)
    forms = words.render.get(name)
    if forms is None:
        return _literal(words.text[name], call.start, end) if name in words.text else None
    arguments = call.by_name
    for form in forms:
        shown = _fill(form, arguments, call.start, end)
        if shown is not None:
            return shown
    return Buffer()


def _literal(text: str, start: int, end: int) -> Buffer:
    out = Buffer()
    if len(text) == end - start > 1:  # as long as its source by chance, which would pass for a copy of it
        out.put(text[0], start, end)
        text, start = text[1:], end
    out.put(text, start, end)
    return out


_PIECE = lazy(r"\[([^\[\]{}]*)\{([^{}]+)\}([^\[\]{}]*)\]|\{([^{}]+)\}|([^\[\]{}]+)")


def _fill(form: str, arguments: dict[str, Buffer], start: int, end: int) -> Buffer | None:
    """A form with its arguments put in; None where one that is not optional is missing.

    The form's own words take no room in the source: they stand at the edge of the argument beside them.
    """
    out = Buffer()
    at, waiting = -1, ""
    for before, optional, after, needed, literal in _PIECE.findall(form):
        name = optional or needed
        if literal:
            waiting += literal
        elif name not in arguments:
            if needed:
                return None
        else:
            argument = arguments[name].stripped()
            out.put(waiting + before, argument.start, argument.start)
            out.put_buffer(argument)
            at, waiting = argument.end, after
    if at < 0:
        return _literal(waiting, start, end)
    out.put(waiting, at, at)
    return out


def _sic(call: Call) -> Buffer | None:
    arguments = call.by_name
    out = Buffer()
    for name in ("1", "2"):
        if name in arguments:
            out.put_buffer(arguments[name])
    if out.length:
        out.noted.sic.append(Span(0, out.length))
    return out


def _magic_word(call: Call) -> Buffer | None:
    """A variable or parser function: `formatnum` shows its argument, all others are out of our sight."""
    function = call.name.partition(":")[0]
    if function == "formatnum":
        return call.head.slice(call.head.text.index(":") + 1, call.head.length)
    return Buffer() if function in ("defaultsort", "displaytitle", "#tag") else None
