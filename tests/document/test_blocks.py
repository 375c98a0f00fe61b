"""A page read block by block is the page: after any edit, and with whatever an edit leaves open."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.document.blocks import Block, read_blocks
from claimcheck.document.model import Document, Passage, Template
from claimcheck.document.parse import parse
from claimcheck.document.placing import joined, place
from claimcheck.document.seams import LEAST, seams
from claimcheck.document.tokens import MisreadError
from claimcheck.source import Source

CORPUS = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "articles"
FILLER = "The mill on the river was burned and built again by the same family, who kept it for a long time. " * 7
PAGE = "\n\n".join(
    (
        "'''Elbing''' is a [[town]] of 48,212 people.<ref name=a>{{cite web|title=Count|url=https://e.org}}</ref> "
        + FILLER,
        "{{Infobox town\n| area = 12 km2\n\n| people = 48,212\n}}\n" + FILLER,
        "== History ==\nIn 1857 it had two mills.<ref name=a /> " + FILLER + "\n* one\n* two {{cite book|title=Mills}}",
        FILLER + "{| class=wikitext\n! a !! b\n|-\n| 1 || 2\n\n|}\nAfter the table.<ref>Bare, 1990.</ref>",
        "=== Later ===\n''Soon'' <!-- hidden\n\ntext --> in 1923. " + FILLER,
        "== Notes ==\n<references>\n<ref name=b>{{cite book|title=Late}}</ref>\n</references>"
        + FILLER
        + "<ref name=b/>",
    )
)


def passage(one: Passage | None) -> Any:
    if one is None:
        return None
    spans = [one.span(at, at + 1) for at in range(0, len(one.text), max(1, len(one.text) // 5))]
    return one.text, spans, one.context, one.section, one.path, one.links, one.italics, one.anchors, one.sic


def template(one: Template) -> Any:
    return one.name, one.span, one.section, [(own.name, passage(own.passage)) for own in one.parameters]


def shape(document: Document) -> dict[str, Any]:
    """All that a document says, to be compared."""
    return {
        "passages": [passage(one) for one in document.passages],
        "templates": [template(one) for one in document.templates],
        "citations": [(c.span, c.name, c.text, [template(one) for one in c.templates]) for c in document.citations],
        "tables": [
            (
                table.span,
                table.section,
                passage(table.caption),
                [(c.row, c.column, c.header, passage(c.passage)) for c in table.cells],
            )
            for table in document.tables
        ],
    }


def by_blocks(text: str, old: list[Block]) -> tuple[Document, list[Block]]:
    blocks = read_blocks(text, None, old)
    return joined(Source(text), None, place(blocks, {})), blocks


def test_the_page_of_these_tests_has_several_blocks() -> None:
    assert len(read_blocks(PAGE, None)) > 4


def test_cells_of_a_table_are_passages_of_the_document() -> None:
    document, _ = by_blocks(PAGE, [])
    held = {id(one) for one in document.passages}
    assert all(id(cell.passage) in held for table in document.tables for cell in table.cells if cell.passage.text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("48,212 people", "51,340 people"),
        ("== History ==", "== Past ==\n\n=== Early ==="),
        ("== History ==\n", ""),
        ("'''Elbing'''", "{{open '''Elbing'''"),
        ("'''Elbing'''", "<!-- never closed '''Elbing'''"),
        ("'''Elbing'''", "<small>'''Elbing'''"),
        ("'''Elbing'''", "<ref name=c\n\n'''Elbing'''"),
        ("In 1857", "In [[1857"),
        ("|}\nAfter", "After"),
        ("{| class", "text class"),
        ("<references>", ""),
        ("</ref>", ""),
        ("<ref name=a>", "<ref name=b>"),
        ("<ref name=a />", "<ref name=a>Another.</ref>"),
        ("\n\n", "\n"),
        ("\n\n", "\n\n\n"),
        ("hidden\n\ntext -->", "hidden\n\ntext"),
        (PAGE, ""),
    ],
)
def test_a_page_after_an_edit_is_read_as_if_it_were_new(old: str, new: str) -> None:
    for text in (PAGE.replace(old, new) if old else PAGE, PAGE.replace(old, new, 1)):
        _, known = by_blocks(PAGE, [])
        found, blocks = by_blocks(text, known)
        assert shape(found) == shape(parse(text, "wikitext"))
        again, _ = by_blocks(PAGE, blocks)
        assert shape(again) == shape(parse(PAGE, "wikitext"))


def test_an_edit_of_one_sentence_reads_one_block() -> None:
    known = read_blocks(PAGE, None)
    after = read_blocks(PAGE.replace("In 1857", "In 1875"), None, known)
    assert len([block for block in after if block not in known]) == 1


def test_seams_are_far_enough_from_each_other() -> None:
    found = seams(PAGE)
    assert found.closed
    assert all(b - a >= LEAST for a, b in zip([0, *found.offsets], [*found.offsets, len(PAGE)], strict=True))


MARKUP = st.sampled_from(
    [
        "{{", "}}", "[[", "]]", "<ref>", "</ref>", "<ref name=a/>", "<ref name=a>", "\n{|\n", "\n|}\n", "\n|-\n| 1\n",
        "\n\n", "\n\n\n", "\n", "\n== H ==\n", "\n=== K ===\n\n", "<!--", "-->", "<nowiki>", "</nowiki>", "''", "'''",
        "\n* ", "* x\n\n", "|", "=", " 5 km ", "<small>", "</small>", "\n ", "<", ">", "<p>", "<li>", "&nbsp;",
        "<sup>2", "; a : b\n", "\r\n\r\n", "{{cite web|title=x}}", "[http://a b]", "<blockquote>", "</blockquote>",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def short_blocks() -> Iterator[None]:
    """Seams as close as they can be, so that short texts have many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimcheck.document.seams.LEAST", 1)
        yield


@pytest.mark.usefixtures("short_blocks")
@settings(max_examples=300, deadline=None)
@given(st.lists(MARKUP, max_size=30).map("".join), st.lists(MARKUP, max_size=30).map("".join), st.data())
def test_any_markup_before_and_after_any_edit(first: str, second: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(first)))
    end = data.draw(st.integers(start, len(first)))
    text = first[:start] + second + first[end:]
    try:
        _, known = by_blocks(first, [])
        found, _ = by_blocks(text, known)
    except MisreadError:
        return  # such pages are read as plain text
    assert shape(found) == shape(parse(text, "wikitext"))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real articles is not beside the project")
def test_real_articles_block_by_block() -> None:
    for path in sorted(CORPUS.glob("*.wikitext"))[::12]:
        text = path.read_text(encoding="utf-8")
        whole = parse(text, "wikitext")
        if not whole.notes:
            assert shape(by_blocks(text, [])[0]) == shape(whole), path.name
