"""Wikitext worklists: what an editor needs to find, judge and tag a figure, and nothing that a wiki would follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mwparserfromhell
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.report.parts.run import Unread

Make = Callable[..., Any]
Render = Callable[..., str]


def test_a_finding_has_its_place_its_reason_and_a_template(render: Render) -> None:
    report = cc.examine("== Mill ==\nThe mill stood 27 metres (148 ft) high.", title="Tarn", name="Tarn.wikitext")
    assert render("wikitext", report) == (
        "== [[:Tarn]] ==\n"
        "* '''error''', section “Mill”, line 2: 27 metres is 88.58 ft, not 148 ft (conversion/unit&#45;pair)\n"
        "*: The mill stood 27 metres ('''148 ft''') high.\n"
        "*: line 2, converted from: 27 metres\n"
        "*: <code><nowiki>{{Dubious|reason=27 metres is 88.58 ft, not 148 ft}}</nowiki></code>\n\n"
        "1 error, 0 warnings, 0 notes in 1 article; 2 claims read by claimcheck 1.2.3.\n"
    )


def test_figures_against_each_other_have_another_template(render: Render) -> None:
    report = cc.examine("Anna Berg (born 3 May 1920, died 4 June 1910) was a painter.", title="Anna Berg")
    assert "{{Contradict-inline|reason=born 3 May 1920, died 4 June 1910}}" in render("wikitext", report)


def test_what_could_not_be_read_is_told(render: Render, flagged: Make) -> None:
    out = render("wikitext", flagged("⟦5⟧", errors=("rule a/b crashed",)), Unread("gone.txt: no such file", "gone.txt"))
    assert "== Not read or not checked ==\n* towns/zürich.wikitext&#58; rule a/b crashed\n* gone.txt&#58;" in out


@pytest.mark.parametrize("title", ["A|B", "A]]B", "<b>", "", "a\nb", "{{x}}"])
def test_a_title_that_no_wiki_has_is_no_link(title: str) -> None:
    from claimcheck.report.wikitext import link

    assert "[[" not in link(title)


PIECES = st.sampled_from(["{{x|y}}", "[[a]]", "<script>", "</nowiki>", "~~~~", "'''", "\n== x ==\n", "\n* ", "|}",
                          "__TOC__", "https://evil.example", "&lt;", "a", " ", "é🚂", "\u202e"])  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=6), st.lists(PIECES, max_size=6))
def test_nothing_of_an_article_is_followed(render: Render, flagged: Make, text: list[str], message: list[str]) -> None:
    report = flagged("".join(text) + "⟦5⟧", message="".join(message), note="".join(text))
    out = render("wikitext", report)
    code = mwparserfromhell.parse(out)
    assert len(code.filter_headings()) == 1
    assert {str(node.title) for node in code.filter_wikilinks()} == {":Zürich"}
    assert not code.filter_templates()
    assert not code.filter_external_links()
    assert {str(tag.tag) for tag in code.filter_tags()} <= {"b", "li", "dd", "code", "nowiki"}
    assert "~~~" not in out
    assert "__TOC__" not in out
