"""Every visible character stands where its offset says, on written cases, generated markup and real articles."""

import pathlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.document.mask import mask
from claimcheck.document.parse import parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "articles"

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉", "0123456789+-0123456789", strict=True))


def assert_exact(text, document):
    """A letter or digit that a reader sees is the one in the source, unless it was rendered from something longer."""
    for passage in document.passages:
        for index, shown in enumerate(passage.text):
            if not shown.isalnum():
                continue
            low, high = passage.span(index, index + 1)
            assert 0 <= low <= high <= len(text)
            if high - low == 1 and text[low] not in "CF":  # unit codes of {{convert}} show as °C and °F
                assert text[low] == shown or RAISED.get(shown) == text[low]


FRAGMENTS = [
    "5", " km", "'''", "''", "[[", "]]", "|", "{{", "}}", "{{{", "}}}", "<ref>", "</ref>", "<ref name=a/>",
    "&#8211;", "<br>", "\n", "\n\n", "== H ==\n", "* ", "# ", "{|", "|}", "\n|-\n", "\n| ", "\n! ", "||", "<!--",
    "&nbsp;", "-->",
    "<nowiki>", "</nowiki>", "[http://a.b/1 ", "]", "{{convert|5|km|mi}}", "{{cite web|date=1 May 2010}}",
    "=", "<", ">", "name=", '"', "\0", "é", "🎉", "\ue000", "__TOC__", "a", "1990", "<div>", "</div>", "http://x.y ",
    "--", "<sup>2</sup>",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
@settings(max_examples=600, deadline=None)
def test_any_markup_keeps_its_offsets(text):
    document = parse(text, "wikitext")
    assert document.notes == ()
    assert_exact(text, document)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_keeps_its_offsets(text):
    for markup in ("wikitext", "plain"):
        assert_exact(text, parse(text, markup))


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_the_mask_keeps_the_length(text):
    masked = mask(text)
    assert len(masked.text) == len(text)
    assert masked.dropped not in text


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real articles is not beside the project")
def test_real_articles_keep_their_offsets():
    for path in sorted(CORPUS.glob("*.wikitext"))[::8]:
        text = path.read_text(encoding="utf-8")
        document = parse(text, "wikitext")
        assert document.notes == (), path.stem
        assert_exact(text, document)


N = 20_000
HOSTILE = {
    "open braces": "{{" * N,
    "open links": "[[a|" * N,
    "open references": "<ref>" * N,
    "open named references": "<ref name=x>a" * N,
    "open tables": "{|\n" * N,
    "nested templates": "{{a|" * N + "}}" * N,
    "nested links": "[[a|" * N + "]]" * N,
    "crossed": "{{[[" * N + "]]}}" * N,
    "apostrophes": "''" * N + "'''''a" * N,
    "equals signs": "=" * N * 5,
    "digits": "1" * 200_000,
    "less than": "<2 a " * N,
    "open comments": "<!--" * N,
    "open tags": "<div>" * N,
    "nested tags": "<div>" * 5000 + "</div>" * 5000,
    "open external links": "[http://a " * N,
    "entities": "&#1" * N,
    "wide cells": "{|\n" + "| colspan=1000 | a\n" * 5000 + "|}",
    "high cells": "{|\n" + "|-\n| rowspan=1000 | a\n" * 5000 + "|}",
    "list marks": "*" * N,
    "raw tags": "<nowiki>" * N,
    "attributes": "<a " + "x=1 " * N + ">",
    "NULs": "a\0b 5 \0" * 1000,
    "lone surrogates": "a\ud800 5" * 1000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_whole(name):
    text = HOSTILE[name]
    began = time.monotonic()
    document = parse(text, "wikitext")
    assert document.source.text == text
    # A guard against a hang, not a measurement: the slowest takes about a second.
    assert time.monotonic() - began < 60
