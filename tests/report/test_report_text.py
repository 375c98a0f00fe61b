"""The text report, as a reader sees it."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.report.parts.run import Unread

Make = Callable[..., object]
Render = Callable[..., str]
ALONE = """\
towns/zürich.wikitext:1:12: error 20000 thousand is too large [size/town]
    1 | Zürich has ⟦20000 thousand⟧ people.
      |            ^^^^^^^^^^^^^^
""".replace("⟦", "").replace("⟧", "")


def test_a_finding_with_its_line_and_caret(render: Render, flagged: Make) -> None:
    out = render("text", flagged("Zürich has ⟦20000 thousand⟧ people."))
    assert out == ALONE + "\n1 error, 0 warnings, 0 notes in 1 article; 1 claim read.\n"


def test_related_marks_stand_below_with_their_notes(render: Render, flagged: Make) -> None:
    out = render("text", flagged("Zürich has ⟦20000 thousand⟧ people.\n\n🚂 ⟨430,000⟩ in the census."))
    assert (
        out.split("\n\n")[0]
        == ALONE
        + """\
  towns/zürich.wikitext:3:3: the census says this
    3 | 🚂 430,000 in the census.
      |    -------"""
    )


def test_a_suggestion_is_shown(render: Render, flagged: Make) -> None:
    out = render("text", flagged("⟦20000 thousand⟧", replacement="20 thousand"))
    assert "\n  the census has: 20 thousand\n" in out


def test_colours_stand_around_words_not_in_them(render: Render, flagged: Make) -> None:
    out = render("text", flagged("Zürich has ⟦5⟧ people."), colour=True)
    assert "\x1b[1;31merror\x1b[0m" in out
    assert "\x1b[1;31m^\x1b[0m" in out
    assert "\x1b" not in render("text", flagged("Zürich has ⟦5⟧ people."))


def test_an_article_cannot_drive_the_terminal(render: Render, flagged: Make) -> None:
    out = render("text", flagged("\x1b[2J⟦5⟧\x07", message="\x1b[2Jread", name="a\x1b.txt", note="\x1b"))
    assert "\x1b" not in out
    assert "\x07" not in out


def test_quiet_has_no_summary(render: Render, flagged: Make) -> None:
    assert render("text", flagged("Zürich has ⟦20000 thousand⟧ people."), quiet=True) == ALONE + "\n"
    assert render("text", flagged("nothing"), quiet=True) == ""


def test_nothing_found_is_said(render: Render, flagged: Make) -> None:
    assert render("text", flagged("nothing")) == "Nothing found in 1 article; 0 claims read.\n"
    assert render("text") == "Nothing found in 0 articles; 0 claims read.\n"


def test_suppressed_findings_are_counted_not_shown(render: Render, flagged: Make) -> None:
    out = render("text", flagged("⟦5⟧ and ⟦6⟧", suppressed=True))
    assert out == "Nothing found in 1 article; 2 claims read; 2 findings suppressed.\n"


def test_verbose_says_what_was_not_read(render: Render, flagged: Make) -> None:
    report = flagged("nothing", notes=("a table is never closed",))
    assert "a table is never closed" in render("text", report, verbose=True)
    assert "1 remark on what was not read as markup (--verbose shows them)" in render("text", report)


def test_severities_are_counted(render: Render, flagged: Make) -> None:
    reports = [flagged("⟦5⟧ ⟦6⟧", severity="warning"), flagged("⟦5⟧", severity="note"), Unread("x: no such file")]
    assert render("text", *reports).endswith("\n0 errors, 2 warnings, 1 note in 2 articles; 3 claims read.\n")
