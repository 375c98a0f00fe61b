"""A rule in words for people: what it finds, why, what it leaves alone, its options and examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import msgspec

from claimcheck.report.parts.places import relative
from claimcheck.rules import Example, Rule

WIDTH = 100


def described(rule: Rule) -> str:
    """The whole description, ready to be printed."""
    file = rule.file
    lines = [f"{rule.id}: {rule.title}", f"{rule.severity}, {rule.confidence} confidence, {rule.status}"]
    lines[1] += f", since {file.since}" + (", off by default" if file.default == "off" else "")
    lines += ["", *_wrapped(file.why)]
    if file.fix:
        lines += ["", *_wrapped(f"What to do: {file.fix}")]
    for name, told in (("Only where", _settings(file.when)), ("Not where", _settings(file.unless))):
        if told:
            lines += ["", f"{name}:", *told]
    lines += ["", f"Checked by `{rule.kind.name}`: {rule.kind.summary}", *_settings(rule.options)]
    lines += ["", "Flagged, on the part in ⟦⟧:", *_examples(file.examples.bad)]
    lines += ["", "Not flagged:", *_examples(file.examples.good)]
    if file.see:
        lines += ["", "Sources:", *(line for source in file.see for line in _item(source))]
    return "\n".join([*lines, "", f"Written in {relative(str(rule.path))}", ""])


def _settings(struct: msgspec.Struct | None) -> list[str]:
    """The fields of options or conditions that are set, one a line."""
    if struct is None:
        return []
    pairs = ((field.name, getattr(struct, field.name), field.default) for field in msgspec.structs.fields(struct))
    return [
        line for name, value, default in pairs if value not in (default, None, ()) for line in _setting(name, value)
    ]


def _setting(name: str, value: object) -> Iterator[str]:
    if isinstance(value, tuple | list):
        parts = [_plain(part) for part in value]
        if sum(map(len, parts)) + len(name) > WIDTH - 10:
            yield f"  {name}:"
            for part in parts:
                yield from (f"  {line}" for line in _item(part))
            return
        value = ", ".join(parts)
    yield from _item(f"{name}: {_plain(value)}")


def _plain(value: object) -> str:
    if isinstance(value, msgspec.Struct):
        return ", ".join(f"{name}: {_plain(part)}" for name, part in msgspec.structs.asdict(value).items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _examples(examples: tuple[str | Example, ...]) -> Iterator[str]:
    for example in examples:
        if isinstance(example, str):
            yield from _item(example)
        elif example.text:
            yield from _item(example.text)
        elif example.articles:
            yield from _item("; ".join(f"in “{title}”: {text}" for title, text in example.articles.items()))
        else:
            yield from _item(f"before: {example.before}")
            yield from (f"  {line}" for line in _wrapped(f"after: {example.after}"))


def _item(text: str) -> Iterator[str]:
    lines = _wrapped(text, WIDTH - 4)
    yield f"  - {lines[0]}"
    yield from (f"    {line}" for line in lines[1:])


def _wrapped(text: str, width: int = WIDTH) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False, break_long_words=False) or [""]
