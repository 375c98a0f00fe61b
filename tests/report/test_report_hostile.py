"""Fragments of every markup that a report ends up in: whatever stands in an article, nothing of it is followed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import mwparserfromhell
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from msgspec.structs import replace

import claimcheck as cc
from claimcheck.finding import Report
from claimcheck.report import formats
from claimcheck.report.parts.run import Unread

Render = Callable[..., str]
FRAGMENTS = (
    # HTML and what runs in it
    "<script>alert(1)</script>", "</script><script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    '" onmouseover="alert(1)', "' autofocus onfocus='alert(1)", "</title></style></textarea>", "<!--", "-->",
    "javascript:alert(1)", "data:text/html,<b>", "//evil.example/x", "<a href=javascript:alert(1)>5</a>",
    "&lt;b&gt;", "&#60;",
    # templates of programs
    "{{ 7*7 }}", "{% include 'x' %}", "{0}", "{message.__class__}", "%s%n", "${7*7}", "$(id)", "`id`", "\\1",
    # Markdown and wikitext
    "[x](javascript:alert(1))", "![x](http://evil.example/p.png)", "<http://evil.example>", "http://evil.example",
    "[x]: y",
    "\n# x\n", "\n\n", "\n- [x] ", "\n```\n", "~~~~", "@everyone", "#123", "| x |", "\n    x", "**x**", "\\",
    "www.evil.example",
    "[http://evil.example x]", "[[File:X.png]]", "{{delete}}", "{{subst:x}}", "</nowiki>", "\n== x ==\n", "__NOTOC__",
    "'''",
    "<ref>x</ref>", "\n* ", "\n{|\n| 5\n|}\n", "#REDIRECT [[x]]",
    # commands, tables, XML, JSON
    "\n::error::x", "%0A::error::x", "=1+1", "\n=HYPERLINK(1)", "+cmd", '","', "]]>", "<![CDATA[", "&x;",
    "</testcase>", '"}',
    # what turns a text around or drives a terminal
    "\u202e5\u2066", "\u200f", "\x1b[31m", "\x1b]8;;http://evil.example\x07", "\x00", "\r", "\t", "\u2028",
    "\ud800", "\ufffe",
    "7000 thousand", " 5 km (99 miles) ", "In 31 June 1999 ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join)


def attacked(text: str, title: str) -> Report:
    """An article of fragments in which something is found, with the title in every field that takes one."""
    report = cc.examine(f"{text} of 7000 thousand {text} in 5 km (99 miles).", title=title, name=f"a{title}.txt")
    assert report.findings
    findings = tuple(
        replace(
            finding, message=finding.message + text, related=tuple(replace(mark, note=text) for mark in finding.related)
        )
        for finding in report.findings
    )
    return replace(report, findings=findings, notes=(text,), errors=(text,), remarks=(text,))


def page(out: str, _report: Report) -> None:
    root = html.document_fromstring(out.encode(), parser=html.HTMLParser(encoding="utf-8"))
    assert [script.text.strip()[:12] for script in root.xpath("//script")] == ['"use strict"']
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
    assert not root.xpath("//img | //iframe | //object | //form[@action] | //base | //link | //main//style | //@style")
    assert all(str(link).startswith("#") for link in root.xpath("//@href | //@src"))
    assert len(root.xpath("//h1")) == 1


def markdown(out: str, report: Report) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(out)
    inner = [token for block in tokens for token in (block, *(block.children or []))]
    assert not [token for token in inner if token.type in ("html_block", "html_inline", "image", "fence", "table_open")]
    assert not [token.attrs for token in inner if token.type == "link_open"]
    assert len([token for token in inner if token.type == "heading_open"]) == 2  # the article, what was not checked
    assert out.count("- [ ] ") == len(report.findings)
    bare = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", out)
    assert not re.search(r"@\w|https?://|www\.", bare)


def wikitext(out: str, _report: Report) -> None:
    code = mwparserfromhell.parse(out)
    assert len(code.filter_headings()) == 2
    assert not code.filter_templates()
    assert not code.filter_external_links()
    assert {str(tag.tag) for tag in code.filter_tags()} <= {"b", "li", "dd", "code", "nowiki"}
    assert not re.search(r"~~~|__[A-Z]+__|(?m:^(?:#|\{\|))", out)


def sheet(out: str, report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert len(rows) == len(report.findings)
    assert not [
        cell for row in rows for cell in row.values() if re.match(r"(?:[=@\t\r]|[+-](?![\d.,]))\s*\S", cell or "")
    ]


def commands(out: str, report: Report) -> None:
    lines = out.split("\n")[:-1]
    assert all(re.match(r"::(?:error|warning|notice) [^\n\r]*$", line) for line in lines)
    assert len(lines) == len(report.findings) + 2


def xml(out: str, report: Report) -> None:
    root = ElementTree.fromstring(out)  # noqa: S314 (our own)
    assert len(root.findall(".//failure")) == len(report.findings)


def sarif(out: str, _report: Report) -> None:
    for result in json.loads(out)["runs"][0]["results"]:
        links = re.findall(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(([^)]*)\)", result["message"]["text"])
        assert len(links) == len(result.get("relatedLocations", ()))
        assert all(link.isdigit() for link in links)


def told(out: str, report: Report) -> None:
    found = [finding for article in json.loads(out)["articles"] for finding in article["findings"]]
    assert [finding["message"] for finding in found] == [finding.message for finding in report.findings]


def lines(out: str, report: Report) -> None:
    found = [json.loads(line) for line in out.split("\n")[:-1]]
    assert [line["message"] for line in found if line["type"] == "finding"] == [f.message for f in report.findings]


def terminal(out: str, _report: Report) -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066\u200f\ud800]", out)


def loads(out: str, _report: Report) -> None:
    json.loads(out)


HELD: dict[str, Callable[[str, Report], None]] = {
    "html": page, "markdown": markdown, "wikitext": wikitext, "csv": sheet, "github": commands, "junit": xml,
    "sarif": sarif, "json": told, "jsonl": lines, "text": terminal, "gitlab": loads, "rdjson": loads,
}  # fmt: skip


def test_every_format_is_held_to_something() -> None:
    assert sorted(HELD) == formats()


@pytest.mark.parametrize("style", formats())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=TEXTS, title=TEXTS)
def test_nothing_is_followed(style: str, render: Render, text: str, title: str) -> None:
    report = attacked(text, title)
    out = render(style, report, Unread(text, title))
    HELD[style](out.encode("utf-8", "backslashreplace").decode() if style not in ("json", "jsonl") else out, report)


@pytest.mark.parametrize("style", formats())
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_each_fragment_by_itself(style: str, render: Render, fragment: str) -> None:
    report = attacked(fragment, fragment)
    out = render(style, report, Unread(fragment, fragment))
    HELD[style](out.encode("utf-8", "backslashreplace").decode() if style not in ("json", "jsonl") else out, report)
