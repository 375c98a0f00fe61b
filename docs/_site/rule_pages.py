"""A page for every rule, from its YAML file and from what docs/precision.md measured, and an index of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
import yaml
from markupsafe import escape
from sphinx.application import Sphinx

from claimcheck.rules import Rule, load_rules
from claimcheck.rules.rule import Example

DOCS = Path(__file__).parents[1]
MEASURED = re.compile(
    r"^\| (?P<rule>[\w-]+/[\w-]+)[^|]*\| (?P<found>\d+) \| (?P<articles>\d+) \| (?P<read>\d+) \| (?P<true>[^|]+) \|",
    re.MULTILINE,
)
LOADER = jinja2.FileSystemLoader(Path(__file__).parent)


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the pages before Sphinx looks for them."""
    app.connect("builder-inited", lambda _: write(DOCS / "rules"))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(folder: Path) -> None:
    """Write the pages; those of rules that are gone go too, and what is the same is left, so that builds stay quick."""
    rules = load_rules(DOCS.parent / "rules")
    pages = dict(_pages(rules, folder))
    for old in folder.glob("**/*.md") if folder.is_dir() else ():
        if old not in pages:
            old.unlink()
    for path, text in pages.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _pages(rules: list[Rule], folder: Path) -> Iterator[tuple[Path, str]]:
    # The pages are Markdown; what stands in them as HTML is escaped by `shown`.
    environment = jinja2.Environment(loader=LOADER, trim_blocks=True, lstrip_blocks=True)  # noqa: S701
    environment.filters |= {"shown": shown, "plain": plain}
    measured = {row["rule"]: row for row in MEASURED.finditer((DOCS / "precision.md").read_text(encoding="utf-8"))}
    families = [(family, list(members)) for family, members in groupby(rules, key=lambda rule: rule.family)]
    yield folder / "index.md", environment.get_template("rules.md.jinja").render(families=families, count=len(rules))
    for rule in rules:
        written = yaml.safe_load(Path(rule.path).read_text(encoding="utf-8"))
        parts = {key: yaml.safe_dump({key: written[key]}, allow_unicode=True, sort_keys=False, width=100)
                 for key in ("options", "when", "unless") if key in written}  # fmt: skip
        text = environment.get_template("rule.md.jinja").render(
            rule=rule, file=rule.file, parts=parts, measured=measured.get(rule.id)
        )
        yield folder / f"{rule.id}.md", text


def shown(example: str | Example) -> str:
    """An example as HTML, the flagged part marked."""
    text, notes = (example, []) if isinstance(example, str) else _told(example)
    body = str(escape(text)).replace("⟦", "<mark>").replace("⟧", "</mark>")
    said = "".join(f'<span class="note">{escape(note)}</span>' for note in notes)
    # A blank line would end the HTML block.
    return f"{body}{said}".replace("\n", "&#10;")


def _told(example: Example) -> tuple[str, list[str]]:
    text = example.text or example.after
    text = text or "\n".join(f"{title}: {told}" for title, told in example.articles.items())
    notes = [f"before: {example.before}"] if example.before else []
    notes += [f"{name}: {told}" for name, told in (("title", example.title), ("read on", example.date)) if told]
    notes += [f"compared with: {'; '.join(example.related)}"] if example.related else []
    return text, notes


def plain(text: str) -> str:
    """Text that Markdown leaves alone."""
    return re.sub(r"([\\`*_{}\[\]<>#|$~])", r"\\\1", text.strip())
