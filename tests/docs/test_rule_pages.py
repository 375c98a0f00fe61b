"""Every rule has a page with its reason, its bounds and its examples; nothing in an example is followed as markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.rules import load_rules

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("sphinx", reason="Sphinx is not installed: pip install '.[docs]'")
    from rule_pages import write

    folder = tmp_path_factory.mktemp("pages") / "rules"
    write(folder)
    return folder


def test_every_rule_has_a_page_and_a_line_in_the_index(pages: Path) -> None:
    index = (pages / "index.md").read_text(encoding="utf-8")
    for rule in load_rules(ROOT / "rules"):
        page = (pages / f"{rule.id}.md").read_text(encoding="utf-8")
        assert page.startswith("---\n")
        assert page.partition("\n---\n")[2].startswith(f"# {rule.id}\n")
        assert page.count('<blockquote class="example bad">') == len(rule.file.examples.bad)
        assert page.count('<blockquote class="example good">') == len(rule.file.examples.good)
        assert page.count("<mark>") == page.count("</mark>") >= len(rule.file.examples.bad)
        assert f"[{rule.id}]({rule.id}.md)" in index


@pytest.mark.usefixtures("pages")
def test_examples_are_shown_as_they_are_written() -> None:
    from rule_pages import shown

    assert shown("<ref>⟦5⟧</ref>\n\n{{x}} & y") == "&lt;ref&gt;<mark>5</mark>&lt;/ref&gt;&#10;&#10;{{x}} &amp; y"


def test_pages_of_rules_that_are_gone_go_too(pages: Path) -> None:
    from rule_pages import write

    stale = pages / "gone" / "rule.md"
    stale.parent.mkdir()
    stale.write_text("# gone/rule\n", encoding="utf-8")
    write(pages)
    assert not stale.exists()
