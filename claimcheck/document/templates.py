"""Template calls, and what a reader sees where one stands: text of its own, its arguments in words, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from claimcheck.document.buffer import Buffer
from claimcheck.document.model import Context, Parameter, Template
from claimcheck.source import Span


class Vocabulary(msgspec.Struct, frozen=True):
    """`data/templates.yaml` as read."""

    hidden: frozenset[str]
    text: dict[str, str]
    render: dict[str, list[str]]
    sic: frozenset[str]
    quote: frozenset[str]
    infobox: frozenset[str]
    citation: frozenset[str]
    no_citation: frozenset[str]
    convert_units: dict[str, str]
    convert_adjectives: dict[str, str]
    convert_words: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The template names that we know; read on first need."""
    data = (files("claimcheck") / "data" / "templates.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(data, Loader=yaml.CSafeLoader), Vocabulary)


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
    special = _SPECIAL.get(name)
    if special is not None:
        return special(call)
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
    out.put(text, start, end)
    return out


_PIECE = re.compile(r"\[([^\[\]{}]*)\{([^{}]+)\}([^\[\]{}]*)\]|\{([^{}]+)\}|([^\[\]{}]+)")


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


_LONGEST = 40
"""Characters of the longest number that a {{convert}} is believed to hold."""
_NUMBER_FORM = re.compile(
    r"[-−+]?(?:\d[\d,.]*(?:\s*\d+/\d+|[⁄/]\d+)?|\d+[-+]\d+/\d+)(?:e[-+]?\d+)?$|\d+(?:[+-]\d+)?/+\d+$"
)


def _is_number(text: str) -> bool:
    return len(text) <= _LONGEST and _NUMBER_FORM.match(text) is not None


def _convert(call: Call) -> Buffer | None:
    """`{{convert}}`: numbers, range words and the units they are given in; the computed side is not in the source."""
    words = vocabulary()
    positional = [b.stripped() for key, b in call.arguments if key is None]
    adjective = "adj" in call.by_name and call.by_name["adj"].text.strip() == "on"
    out = Buffer()
    index, expect_unit = 0, False
    while index < len(positional):
        argument = positional[index]
        text = argument.text
        if not expect_unit and _is_number(text):
            out.put_buffer(argument)
            expect_unit = True
        elif expect_unit and text in words.convert_words:
            out.put(words.convert_words[text], argument.start, argument.end)
            expect_unit = False
        elif expect_unit and text:
            whole = words.convert_adjectives.get(text) if adjective else None
            out.put("-" if whole else " ", argument.start, argument.start)
            out.put(whole or words.convert_units.get(text, text), argument.start, argument.end)
            expect_unit = False
            if not _more(positional, index):
                return out
            out.put(" ", argument.end, argument.end)
        else:
            break
        index += 1
    return out if out.length else None


def _more(positional: list[Buffer], index: int) -> bool:
    """True where a second number and unit follow, as in 5 ft 9 in: a number and then, before the end, a unit."""
    rest = [b.text for b in positional[index + 1 : index + 4]]
    units = vocabulary().convert_units
    return len(rest) >= 2 and _is_number(rest[0]) and rest[1] in units


def _val(call: Call) -> Buffer | None:
    """`{{val}}`: a number with its uncertainty, power of ten and unit."""
    a = call.by_name
    if "1" not in a:
        return None
    out = Buffer()
    if "p" in a:
        out.put_buffer(a["p"])
    out.put_buffer(a["1"].stripped())
    if "2" in a and "3" not in a:
        out.put(" ± ", a["2"].start, a["2"].start)
        out.put_buffer(a["2"].stripped())
    if "e" in a:
        out.put("×10^", a["e"].start, a["e"].start)
        out.put_buffer(a["e"].stripped())
    for key in ("u", "ul"):
        if key in a:
            out.put(" ", a[key].start, a[key].start)
            out.put_buffer(a[key].stripped())
    for key in ("up", "upl"):
        if key in a:
            out.put("/", a[key].start, a[key].start)
            out.put_buffer(a[key].stripped())
    return out


_SPECIAL: dict[str, Callable[[Call], Buffer | None]] = {
    "convert": _convert,
    "cvt": _convert,
    "convert/sandbox": _convert,
    "val": _val,
}
