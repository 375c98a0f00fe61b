"""The page: every claim and finding at its place, both sides linked, and nothing of an article runs or breaks out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

import claimcheck as cc
from claimcheck.finding import Elsewhere, Mark, Report
from claimcheck.report.parts.run import Outcome, Run, Unread

Render = Callable[..., str]

ARTICLE = """\
{{Infobox settlement
| name = Tarnford
| population_total = 12,400
| area_total_km2 = 31.0
| population_density_km2 = 900
}}
'''Tarnford''' is a town. Its population was 9,200 in 1951, 10,100 in 1971 and 12,400 in 2011.<ref>{{cite web
|title=Tarnford |url=http://example.org/2017/05/03/t |date=3 May 2019 |isbn=0-306-40615-3}}</ref>

{| class="wikitable"
|+ Votes of 1998
! Ward !! Men !! Women
|-
! North
| 120 || rowspan="2" | 130
|-
! South
| 200
|}
* The mill stood 27 metres (148 ft) high.
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return cc.examine(ARTICLE, title="Tarnford", name="Tarnford.wikitext", date="2024-01-01")


def page(*outcomes: Outcome) -> html.HtmlElement:
    from claimcheck.report import load

    return html.document_fromstring("".join(load("html")(list(outcomes), Run("1.2.3"))))


def ids(root: html.HtmlElement) -> list[str]:
    return [str(name) for name in root.xpath("//@id")]


def test_every_claim_that_is_shown_is_marked_with_its_reading(report: Report) -> None:
    root = page(report)
    marked = {node.text_content(): node.get("title") for node in root.xpath("//*[@id and @title]")}
    assert marked["9,200"] == "quantity: 9,150 to 9,300 population, in 1951"
    assert marked["1951"] == "date: 1951"
    assert len(root.xpath("//table[@class='claims']/tbody/tr")) == len(report.claims)


def test_a_finding_stands_beside_the_passage_it_speaks_of(report: Report) -> None:
    root = page(report)
    (row,) = root.xpath("//div[contains(@class, 'row')][.//p[@class='item']]")
    assert "27 metres is 88.58 ft, not 148 ft" in row.xpath(".//aside")[0].text_content()
    assert [mark.text for mark in row.xpath(".//div[@class='body']//mark[contains(@class, 'error')]")] == ["148 ft"]
    assert [mark.text for mark in row.xpath(".//div[@class='body']//mark[contains(@class, 'related')]")] == [
        "27 metres"
    ]


def test_both_sides_are_linked_and_every_link_leads_somewhere(report: Report) -> None:
    root = page(report)
    names = ids(root)
    assert len(names) == len(set(names))
    inner = {str(link).removeprefix("#") for link in root.xpath("//a/@href") if str(link).startswith("#")}
    assert inner <= set(names)
    for number, finding in enumerate(report.findings, 1):
        (note,) = root.xpath(f"//article[@id='a1n{number}']")
        assert finding.message in note.text_content()
        assert len(note.xpath(".//ul[@class='jumps']/li")) == len(finding.related)


def test_a_mark_that_is_no_claim_is_found_in_the_text() -> None:
    root = page(cc.examine("The line had five tunnels: Ash, Birch, Cedar and Elder. It closed.", title="Line"))
    assert root.xpath("//main//mark[contains(@class, 'related')]/text()") == ["Ash, Birch, Cedar and Elder"]
    assert root.xpath("//ul[@class='jumps']//a/text()") == ["“Ash, Birch, Cedar and Elder”"]


def test_why_two_figures_belong_together_opens_in_place(report: Report) -> None:
    root = page(report)
    (note,) = root.xpath("//article[@data-rule='ratio/infobox-density']")
    told = {row[0].text: [cell.text for cell in row[1:]] for row in note.xpath(".//table[@class='compared']//tr")}
    assert told["printed"] == ["900", "12,400", "31.0"]
    assert told["measure"] == ["population-density", "population", "area"]


def test_figures_of_two_articles_are_told_apart() -> None:
    here = cc.examine("The mill stood 27 metres (148 ft) high.", title="Mill", name="Mill.txt")
    there = cc.examine("It is 27 metres (148 ft) high.", title="Tarn", name="Tarn.txt")
    (finding,) = here.findings
    mark = Mark(6, 15, "told there", Elsewhere("Tarn", there.source))
    both = replace(finding, related=(mark,), claims=(finding.claims[0], there.findings[0].claims[1]))
    (note,) = page(replace(here, findings=(both,))).xpath("//article")
    assert "“27 metres” told there, Tarn, line 1" in " ".join(note.text_content().split())
    told = {row[0].text: [cell.text for cell in row[1:]] for row in note.xpath(".//table[@class='compared']//tr")}
    assert told["article"] == ["Mill.txt", "Tarn.txt"]


def test_the_intervals_are_drawn_on_one_axis() -> None:
    found = cc.examine("Anna Berg (born 3 May 1920, died 4 June 1910) was a painter.", title="Anna Berg")
    (axis,) = page(found).xpath("//*[local-name()='svg'][@class='axis']")
    assert axis.get("aria-label") == "4 June 1910 means 1910-06-04; 3 May 1920 means 1920-05-03"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mill stood 27 metres (148 ft) high.", "148 ft means exactly 148; 27 metres means exactly 88.5827"),
        ("It weighs 5 kg (99 lb).", "99 lb means exactly 99; 5 kg means exactly 11.0231"),
    ],
)
def test_figures_in_units_that_convert_share_an_axis(text: str, told: str) -> None:
    (axis,) = page(cc.examine(text)).xpath("//*[local-name()='svg'][@class='axis']")
    assert axis.get("aria-label") == told


def test_figures_of_unlike_kinds_have_no_axis(report: Report) -> None:
    (note,) = page(report).xpath("//article[@data-rule='ratio/infobox-density']")
    assert not note.xpath(".//*[local-name()='svg']")


def test_denominators_are_made_alike_for_the_axis() -> None:
    from claimcheck.report.page.axis import axis

    claims = cc.extract("Infant mortality was 48.1 per 1,000 live births, then 2,000 per 100,000 live births.")
    drawn = axis([claim for claim in claims if claim.per])
    assert drawn is not None
    assert [bar.means for bar in drawn.bars] == ["48.05 to 48.15", "15 to 30"]
    assert axis(cc.extract("It sold 5 apples per day and 6 apples per person.")) is None


def test_tables_and_boxes_keep_their_shape(report: Report) -> None:
    root = page(report)
    (table,) = root.xpath("//div[@class='body']//table")
    assert [[cell.text_content().strip() for cell in row] for row in table.xpath(".//tr")] == [
        ["Ward", "Men", "Women"],
        ["North", "120", "130"],
        ["South", "200"],
    ]
    assert table.xpath(".//td[@rowspan='2']")[0].text_content().strip() == "130"
    assert table.xpath("./caption")[0].text_content().strip() == "Votes of 1998"
    assert root.xpath("//div[@class='box']//dt/text()")[:2] == ["name", "population_total"]


def test_references_stand_at_the_end_and_are_linked(report: Report) -> None:
    root = page(report)
    assert root.xpath("//sup/a/@href") == ["#a1r0"]
    (reference,) = root.xpath("//p[@id='a1r0']")
    assert "3 May 2019" in reference.text_content()


def test_what_no_reader_sees_is_told_all_the_same() -> None:
    found = cc.examine("Text.<ref>{{cite book |title=T |date=2001 |isbn=0-306-40615-3}}</ref>", title="T")
    assert [finding.rule for finding in found.findings] == ["citation/isbn"]
    root = page(found)
    assert len(root.xpath("//article[@data-rule='citation/isbn']")) == 1
    assert not set(re.findall(r'href="#([^"]+)"', html.tostring(root, encoding="unicode"))) - set(ids(root))


def test_many_articles_have_an_index(report: Report) -> None:
    clean = cc.examine("In 1999 it had 5 rooms.", title="Clean", name="Clean.txt")
    root = page(report, clean, Unread("gone.txt: no such file", "gone.txt"))
    rows = [[cell.text_content() for cell in row] for row in root.xpath("//nav//table[1]/tbody/tr")][:2]
    assert rows[1] == ["Clean", "0", "0", "0", "0", "2", "0"]
    assert rows[0][0] == "Tarnford"
    assert root.xpath("//section[@class='article']/h2/text()") == ["Tarnford"]
    assert "gone.txt: no such file" in root.text_content()
    rules = {row.xpath(".//span")[0].text_content() for row in root.xpath("//table")[1].xpath("./tbody/tr")}
    assert rules == {finding.rule for finding in report.findings}


def test_an_article_without_findings_is_shown_where_it_is_the_only_one() -> None:
    root = page(cc.examine("In 1999 it had 5 rooms.", title="Clean"))
    assert root.xpath("//section[@class='article']//p[contains(., '5 rooms')]")


def test_a_page_of_many_findings_keeps_to_what_a_browser_shows_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from claimcheck.report import html as module
    from claimcheck.report.page import article

    monkeypatch.setattr(article, "MOST_EXPLAINED", 3)
    monkeypatch.setattr(article, "MOST_ROWS", 7)
    monkeypatch.setattr(module, "MOST_LISTED", 4)
    told = "".join(f"The mill number {n} has a tower of 27 metres (148 ft).\n\n" for n in range(5))
    root = page(cc.examine(told, title="A"), cc.examine(told, title="B"))
    first, second = root.xpath("//section[@class='article']")
    assert len(root.xpath("//article")) == 10
    assert [len(section.xpath(".//article//details")) for section in (first, second)] == [3, 0]
    assert [len(section.xpath(".//ol[@class='toc']/li")) for section in (first, second)] == [4, 4]
    assert "And 1 more, beside the text." in first.text_content()
    assert [len(section.xpath(".//table[@class='claims']/tbody/tr")) for section in (first, second)] == [7, 0]
    assert "10 claims read; claimcheck extract lists them." in second.text_content()
    last = second.xpath(".//article")[-1].text_content()
    assert "not 148 ft" in last
    assert "rule conversion/unit-pair" in " ".join(last.split())


def test_measures_over_time_are_drawn(report: Report) -> None:
    pytest.importorskip("vl_convert")
    root = page(report)
    (figure,) = root.xpath("//figure")
    assert figure.xpath("./figcaption")[0].text == "population"
    assert figure.xpath(".//*[local-name()='svg']")


def test_the_page_needs_no_network(report: Report) -> None:
    root = page(report)
    assert not root.xpath("//link | //img | //iframe | //object | //script[@src] | //*[@srcset] | //@style")
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[javascript:alert(1) 1999]",
    "{{ 7*7 }}{% include 'x' %}",
    '" onmouseover="alert(1)',
    "</style></script></title><svg onload=alert(1)>",
    "\u202e1999\u2066",
    "]]>-->",
    "''' ''",
    "[[1999|<b onclick=x>5 km</b>]]",
    "{{cite web|title=<script>1</script>|url=javascript:alert(1)|date=31 June 1999}}",
    "7000 thousand",
    "In 31 June 1874",
    "\x00\ufffe\ud800",
    "\n\n",
    "{|\n! 1 !! <script>\n|-\n| rowspan=99999 | 5\n|}",
]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=8), st.sampled_from(HOSTILE))
def test_nothing_of_an_article_runs_or_breaks_out(parts: list[str], title: str) -> None:
    report = cc.examine("5 km and ".join(parts), markup="wikitext", title=title, name=title)
    root = page(report)
    (script,) = root.xpath("//script")
    assert script.text.strip().startswith('"use strict"')
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on") or name == "style"]
    assert all(str(link).startswith("#") for link in root.xpath("//@href"))
    assert "49" not in "".join(parts) or "{{ 7*7 }}" not in parts or "7*7" in root.text_content()
    assert not re.search("[\u202e\u2066\x00]", root.text_content())
    assert not set(root.xpath("//*[local-name()='img' or local-name()='iframe' or local-name()='object']"))


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", "//evil.example/x", "data:text/html,x", "rules/a/b", "http://[x"]
)
def test_only_web_addresses_become_links(uri: str) -> None:
    from claimcheck.report.page.notes import web_address

    assert web_address(uri) == ""
