"""What an edit did to the numbers of an article: pairs of texts as a specification."""

from __future__ import annotations

import json
import time
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.compare import Comparison, between

ARTICLE = """'''Elbing''' is a [[town]] of 48,212 people on 3.7 km2.<ref name=a>{{cite web|title=Count}}</ref>

The mill was built in 1857 for $7.5 million. It had 5 wheels and about 60 workers; in May 1901 some 40% of them left.

{| class=wikitext
! Year !! Loaves !! Rolls
|-
| 1990 || 512 || 1,204
|-
| 1991 || 530 || 1,310
|}

The harbour handles 1200 tonnes a day. On 5 May 2001 the last of 31 boats left it.
"""


def pairs(found: Comparison) -> list[tuple[str, str]]:
    return [(old.text, new.text) for old, new in found.changed]


def quiet(found: Comparison) -> bool:
    return not (found.changed or found.added or found.removed or found.new or found.fixed)


FORM_ONLY = {
    "grouping": ("It has 5000 people.", "It has 5,000 people."),
    "a word for a figure": ("It has five mills.", "It has 5 mills."),
    "a figure for a word": ("The 12 boats sank.", "The twelve boats sank."),
    "a scale word written out": ("It cost $7.5 million in all.", "It cost $7,500,000 in all."),
    "a unit in full": ("The road is 5 km long.", "The road is 5 kilometres long."),
    "no-break space": ("The road is 5 km long.", "The road is 5&nbsp;km long."),
    "two spaces": ("It has 5 mills. It is old.", "It has 5 mills.  It is old."),
    "a dash": ("It ran from 1990-1995 on 5 days.", "It ran from 1990–1995 on 5 days."),
    "minus sign": ("The mean is -7.4 °C in winter.", "The mean is −7.4 °C in winter."),
    "order of a date": ("It opened on May 5, 2001.", "It opened on 5 May 2001."),
    "a date in figures": ("It opened on 2001-05-05 at last.", "It opened on 5 May 2001 at last."),
    "a template for text": ("The road is 5 km long.", "The road is {{convert|5|km}} long."),
    "text for a template": ("The road is {{convert|5|km}} long.", "The road is 5 km (3.1 mi) long."),
    "a link": ("It has 5 mills.", "It has 5 [[watermill|mills]]."),
    "bold": ("It has 5 mills.", "It has '''5''' mills."),
    "words elsewhere": ("It has 5 mills and a church.", "It has 5 mills and an old church."),
    "paragraphs split": ("It has 5 mills. It has 12 boats.", "It has 5 mills.\n\nIt has 12 boats."),
    "paragraphs joined": ("It has 5 mills.\n\nIt has 12 boats.", "It has 5 mills. It has 12 boats."),
    "a reference renamed": (
        "It has 5 mills.<ref name=a>{{cite web|title=Mills}}</ref>",
        "It has 5 mills.<ref name=mills>{{cite web|title=Mills}}</ref>",
    ),
    "a section renamed": ("== Past ==\nIt had 5 mills.", "== History ==\nIt had 5 mills."),
    "parameters in another order": (
        "{{Infobox town|area=12 km2|people=48,212}}",
        "{{Infobox town|people=48,212|area=12 km2}}",
    ),
    "blanks in a template": ("{{Infobox town|people=48,212}}", "{{Infobox town\n| people = 48,212\n}}"),
    "trailing zeros of a year": ("It was built in 1857.", "It was built in [[1857]]."),
}


@pytest.mark.parametrize(("before", "after"), FORM_ONLY.values(), ids=FORM_ONLY)
def test_edits_of_form_are_silent(before: str, after: str) -> None:
    found = cc.compare(before, after, markup="wikitext")
    assert pairs(found) == []
    assert [claim.text for claim in (*found.added, *found.removed)] == []
    assert found.new == []


CHANGED = {
    "a value": ("It has 48,212 people.", "It has 51,340 people.", ("value",)),
    "ten times": ("It has 4,000 people.", "It has 40,000 people.", ("value", "magnitude")),
    "a scale word": ("It cost $39 billion.", "It cost $39 trillion.", ("value", "magnitude")),
    "two digits swapped": ("It covers 5,732 hectares.", "It covers 7,532 hectares.", ("value", "transposed")),
    "two digits of a year": ("It was built in 1857.", "It was built in 1875.", ("date", "transposed")),
    "a digit doubled": ("It has 3,413,660 people.", "It has 33,413,660 people.", ("value", "doubled")),
    "a digit lost": ("It has 177,527 people.", "It has 77,527 people.", ("value", "dropped")),
    "a digit put in": ("It has 26,418 people.", "It has 126,418 people.", ("value", "inserted")),
    "the sign": ("The mean is −7.4 °C in winter.", "The mean is 7.4 °C in winter.", ("sign",)),
    "the unit": ("The road is 42 km long.", "The road is 42 miles long.", ("unit",)),
    "the denominator": (
        "It was 540 per 100,000 live births.",
        "It was 540 per 1,000 live births.",
        ("denominator",),
    ),
    "a hedge": ("It has 5,000 people.", "It has more than 5,000 people.", ("hedge",)),
    "value and hedge": ("It has 5,000 people.", "It has about 6,000 people.", ("value", "hedge")),
    "a day": ("It opened on 5 May 2001.", "It opened on 6 May 2001.", ("date",)),
    "a range": ("It has 5–7 mills.", "It has 5–9 mills.", ("value",)),
    "a share": ("It took 40% of the vote.", "It took 44% of the vote.", ("value",)),
    "a rank": ("It came 12th in the race.", "It came 17th in the race.", ("value",)),
    "a word": ("It has five mills.", "It has six mills.", ("value",)),
    "among many": (
        "The crew had 29 cooks, 3 smiths, 15 nurses and 8 clerks.",
        "The crew had 29 cooks, 4 smiths, 15 nurses and 8 clerks.",
        ("value",),
    ),
    "in a cell": ("{|\n|-\n| Ash || 512\n|}", "{|\n|-\n| Ash || 513\n|}", ("value",)),
    "in a parameter": ("{{Infobox town|people=512}}", "{{Infobox town|people=530}}", ("value",)),
    "in a moved and reworded sentence": (
        "It lies by the sea.\n\nThe last count of the port found 512 masters of small boats there.\n\nThat is all.",
        "The last count of the port found 530 masters of small boats.\n\nIt lies by the sea.\n\nThat is all.",
        ("value",),
    ),
}


@pytest.mark.parametrize(("before", "after", "ways"), CHANGED.values(), ids=CHANGED)
def test_a_changed_figure_is_one_pair(before: str, after: str, ways: tuple[str, ...]) -> None:
    found = cc.compare(before, after, markup="wikitext")
    assert [change.ways for change in found.changes] == [ways]
    assert found.added == found.removed == []


def test_factor_is_exact_and_in_the_old_unit() -> None:
    assert cc.compare("It is 5 km long.", "It is 7 km long.").changes[0].factor == Fraction(7, 5)
    assert cc.compare("It is 5 km long.", "It is 2,500 m long.").changes[0].factor == Fraction(1, 2)
    assert cc.compare("Built in 1857.", "Built in 1875.").changes[0].factor is None


def test_what_is_added_removed_and_moved() -> None:
    first, second = "The mill on the river has 5 wheels.", "The church on the hill has 12 bells."
    found = cc.compare(f"{first}\n\n{second}", f"{second}\n\n{first}\n\nThe bridge had 3 arches once.")
    assert [claim.text for claim in found.added] == ["3"]
    assert [claim.text for claim in found.moved] in (["5"], ["12"])
    assert found.removed == []
    back = cc.compare(f"{second}\n\n{first}\n\nThe bridge had 3 arches once.", f"{first}\n\n{second}")
    assert [claim.text for claim in back.removed] == ["3"]


@pytest.mark.parametrize(
    ("before", "after", "recited"),
    [
        ("<ref>{{cite web|title=A}}</ref>", "<ref>{{cite web|title=A}}</ref>", False),
        ("<ref>{{cite web|title=A}}</ref>", "<ref name=x>{{cite web|title=A}}</ref>", False),
        ("<ref>{{cite web|title=A}}</ref>", "<ref>{{cite web|title=B}}</ref>", True),
        ("", "<ref>{{cite web|title=A}}</ref>", True),
        ("<ref>The count.</ref>", "<ref>The count.</ref>", False),
    ],
)
def test_citations_are_compared_by_what_they_say(before: str, after: str, recited: bool) -> None:
    found = cc.compare(f"It has 48,212 people.{before}", f"It has 51,340 people.{after}", markup="wikitext")
    assert [change.recited for change in found.changes] == [recited]


WRONG = "The sample had 27 animals: 8 cats, 6 dogs, and 12 rabbits."


def test_findings_are_new_fixed_or_kept() -> None:
    right = WRONG.replace("27", "26")
    rules = [finding.rule for finding in cc.compare(right, WRONG).new]
    assert "total/listed-parts-miss-total" in rules
    assert "revision/identity-broken" in rules
    assert [finding.rule for finding in cc.compare(WRONG, right).fixed] == ["total/listed-parts-miss-total"]


@pytest.mark.parametrize(
    "after",
    [
        WRONG.replace("The sample", "By all accounts the old sample"),
        f"It is a study of 31 villages. {WRONG} It took 4 years.",
        f"A paragraph with 9 lines.\n\n{WRONG}",
        WRONG.replace("12 rabbits", "twelve rabbits"),
    ],
)
def test_a_finding_is_kept_through_edits_around_it(after: str) -> None:
    found = cc.compare(WRONG, after)
    assert [finding.rule for finding in found.kept] == ["total/listed-parts-miss-total"]
    assert found.new == found.fixed == []


def test_the_shape_is_versioned_and_plain_json() -> None:
    shape: dict[str, Any] = cc.compare(ARTICLE, ARTICLE.replace("48,212", "51,340")).to_dict()
    assert shape["version"] == 1
    assert [*shape] == [
        "version", "article", "before", "after", "changed", "added", "removed", "moved", "new", "fixed", "kept",
        "notes", "errors",
    ]  # fmt: skip
    assert [*shape["changed"][0]] == ["before", "after", "ways", "factor", "citation_changed"]
    assert json.loads(json.dumps(shape)) == shape


def test_reports_made_before_compare_the_same() -> None:
    after = ARTICLE.replace("5 wheels", "50 wheels")
    memo = cc.Memo(title="Elbing")
    found = between(memo.examine(ARTICLE), memo.examine(after))
    direct = cc.compare(ARTICLE, after, title="Elbing")
    assert pairs(found) == pairs(direct) == [("5", "50")]
    assert [f.to_dict() for f in found.new] == [f.to_dict() for f in direct.new]


def test_a_revision_that_brings_the_first_markup_is_read_like_the_other() -> None:
    assert quiet(cc.compare("It has 5 km of walls.", "It has 5 km of [[wall]]s."))


MANY = 1_500
LONG = {
    "one sentence": ("5 km, " * MANY, "6 km, " * MANY, MANY),
    "one line said again and again": ("It has 5 mills.\n" * MANY, "It has 6 mills.\n" * MANY, MANY),
    "everything moved": (
        "\n\n".join(f"Item number {at} has {at} parts." for at in range(MANY)),
        "\n\n".join(f"Item number {at} has {at} parts." for at in reversed(range(MANY))),
        0,
    ),
    "one figure among other words": ("alpha beta 5 gamma delta. " * MANY, "zeta eta theta 5 alpha beta.\n\n" * MANY, 0),
    "everything gone": ("It has 5 mills. " * MANY, "", 0),
    "digits": ("1" * 100_000, "2" * 100_000, 0),
}


@pytest.mark.parametrize(("before", "after", "changed"), LONG.values(), ids=LONG)
def test_long_texts_take_no_more_than_their_length(before: str, after: str, changed: int) -> None:
    began = time.process_time()
    found = cc.compare(before, after, rules=[], markup="plain")
    assert time.process_time() - began < 10
    assert len(found.changed) == changed


NUMBERS = [
    claim
    for claim in cc.extract(ARTICLE, "wikitext")
    if claim.text.replace(",", "").isdigit() and claim.passage.context != "citation"
]


@given(st.lists(st.sampled_from([*ARTICLE, "\n\n", "{{", "}}", " 5 km ", "<ref>", "</ref>", " in 1990 "])).map("".join))
@settings(max_examples=60, deadline=None)
def test_a_text_compared_with_itself_is_unchanged(text: str) -> None:
    found = cc.compare(text, text, rules=[])
    assert quiet(found)
    assert found.moved == []


@given(st.sampled_from(NUMBERS), st.integers(2, 9_999))
@settings(max_examples=80, deadline=None)
def test_one_changed_number_is_exactly_that_pair(number: cc.Claim, other: int) -> None:
    old = int(number.text.replace(",", ""))
    if old == other or (1500 < old < 2100) != (1500 < other < 2100):
        return  # a year made a count is another kind of claim
    after = f"{ARTICLE[: number.start]}{other}{ARTICLE[number.end :]}"
    found = cc.compare(ARTICLE, after, rules=[], markup="wikitext")
    assert [(one.start, one.text, two.text) for one, two in found.changed] == [(number.start, number.text, str(other))]
    assert found.added == found.removed == []


FORMS = [
    ("48,212", "48212"),
    ("5 wheels", "five wheels"),
    ("1200 tonnes", "1,200 tonnes"),
    (". ", ".  "),
    ("31 boats", "31&nbsp;boats"),
]


@given(st.sets(st.sampled_from(FORMS)), st.permutations(range(4)))
@settings(max_examples=40, deadline=None)
def test_edits_of_form_and_order_leave_every_number(forms: set[tuple[str, str]], order: list[int]) -> None:
    parts = ARTICLE.strip().split("\n\n")
    after = "\n\n".join(parts[at] for at in order if at < len(parts))
    for old, new in forms:
        after = after.replace(old, new)
    found = cc.compare(ARTICLE, after, rules=[], markup="wikitext")
    assert pairs(found) == []
    assert found.added == found.removed == []
