"""Whole citations: what is said of their dates, and what is left alone."""

from __future__ import annotations

import pytest

import claimcheck

TODAY = "2024-06-01"
WEB = "{{cite web |url=http://e.org/p |title=Opening day"
COPY = "https://web.archive.org/web/20140302000000/http://e.org/p"


def found(text: str) -> list[tuple[str, str]]:
    findings = claimcheck.lint(text, markup="wikitext", title="Kelby", date=TODAY)
    return [(finding.rule, text[finding.primary.start : finding.primary.end]) for finding in findings]


BAD = [
    (f"{WEB} |date=12 May 2015 |access-date=3 March 2014}}}}", "access-before-publication", "3 March 2014"),
    (f"{WEB} |date=12 May 2015 |accessdate=2014-03-03}}}}", "access-before-publication", "2014-03-03"),
    (f"{WEB} |date=[[12 May]] [[2015]] |accessdate=2014-03-03}}}}", "access-before-publication", "2014-03-03"),
    (f"{WEB} |year=2015 |accessdate=2014-03-03}}}}", "access-before-publication", "2014-03-03"),
    (f"{WEB} |date=12 May 2025 |access-date=3 March 2024}}}}", "access-before-publication", "3 March 2024"),
    (f"{WEB} |access-date=3 July 2024}}}}", "access-in-future", "3 July 2024"),
    (f"{WEB} |access-date=3 March 1999}}}}", "access-before-wikipedia", "3 March 1999"),
    (f"{WEB} |archive-url=http://a.org/ |archive-date=3 March 1990}}}}", "archive-before-archives", "3 March 1990"),
    (f"{WEB} |archive-url=http://a.org/ |archive-date=3 July 2024}}}}", "archive-in-future", "3 July 2024"),
    (f"{WEB} |archive-url={COPY} |archive-date=2 March 2013}}}}", "archive-date-mismatch", "2 March 2013"),
    (f"{WEB} |date=2015 |archive-url={COPY}}}}}", "archive-before-publication", COPY),
    (f"{{{{webarchive |url={COPY} |date=March 12, 2014}}}}", "archive-date-mismatch", "March 12, 2014"),
    (f"{WEB} |date=12 May 2031}}}}", "publication-in-future", "12 May 2031"),
    (f"{WEB} |date=12 May 2012 |year=2011}}}}", "year-against-date", "2011"),
    ("[http://e.org Opening day], 12 May 2015. Retrieved 3 March 2014.", "access-before-publication", "3 March 2014"),
    ("[http://e.org Opening day]. Retrieved on 3 March 1914.", "access-before-wikipedia", "3 March 1914"),
    ("[http://e.org Opening day]. Accessed: 3 March 2034", "access-in-future", "3 March 2034"),
]


@pytest.mark.parametrize(("reference", "rule", "mark"), BAD)
def test_told(reference: str, rule: str, mark: str) -> None:
    assert found(f"It opened.<ref>{reference}</ref>") == [(f"citation/{rule}", mark)]


GOOD = [
    f"{WEB} |date=12 May 2015 |access-date=12 May 2015}}}}",
    f"{WEB} |date=12 May 2015 |access-date=10 May 2015}}}}",
    f"{WEB} |date=May 2015 |access-date=1 May 2015}}}}",
    f"{WEB} |date=2015 |access-date=1 January 2015}}}}",
    f"{WEB} |date=c. 2015 |access-date=1 November 2014}}}}",
    f"{WEB} |date= |access-date=1 June 2024}}}}",
    f"{WEB} |access-date=15 January 2001}}}}",
    f"{WEB} |archive-url={COPY} |archive-date=1 March 2014 |date=2014-03-02}}}}",
    f"{WEB} |archive-url={COPY} |archive-date=March 3, 2014 |date=March 2014}}}}",
    f"{{{{webarchive |url={COPY} |date=March 2, 2014}}}}",
    f"{{{{webarchive |url={COPY}}}}}",
    f"{WEB} |date=12 May 2012 |year=2012b}}}}",
    "{{cite book |title=Openings |year=1840 |publication-date=1908}}",
    "{{cite book |title=Openings |date=2025 |access-date=1 June 2024}}",
    "{{cite journal |title=Openings |journal=Acta |date=December 2023 |access-date=1 June 2023}}",
    "[http://e.org Opening on 12 May 2035], The Post, 12 May 2012. Retrieved 3 March 2014.",
    "The Post, 12 May 2015. Retrieved 3 March 2014 and 4 May 2015.",
    "Archived in the cellar on 3 March 1914.",
]


@pytest.mark.parametrize("reference", GOOD)
def test_left_alone(reference: str) -> None:
    assert found(f"It opened.<ref>{reference}</ref>") == []


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("ISBN 0-306-40615-3", "0-306-40615-3"),
        ("ISBN 978 0 306 40615 8", "978 0 306 40615 8"),
        ("ISBN 0-306-40615-2", None),
        ("ISBN 9780306406157", None),
        ("ISBN 0-306-4061", None),
        ("MSBN 0-306-40615-3", None),
    ],
)
def test_book_numbers_in_running_text(number: str, told: str | None) -> None:
    expected = [("citation/isbn", told)] if told else []
    assert found(f"It is told.<ref>Jane Doe, ''Openings'', {number}.</ref>") == expected


def test_other_templates_say_when_a_source_was_read() -> None:
    assert found("{{single chart|Norland|4|artist=Jane Doe|access-date=3 July 2034}}") == [
        ("citation/access-in-future", "3 July 2034")
    ]
    assert found("{{single chart|Norland|4|artist=Jane Doe|date=2031|access-date=3 July 2014}}") == []


def test_impossible_days_are_told_once() -> None:
    assert found(f"It opened.<ref>{WEB} |access-date=31 June 2012}}}}</ref>") == [
        ("date/impossible-date", "31 June 2012")
    ]


NEWS = "<ref>{{cite news |title=Bridge closed |newspaper=The Post |date=3 June 2010}}</ref>"
OLD = "citation/source-older-than-fact"
SENTENCES = [
    (f"The bridge was closed in May 2012.{NEWS}", [(OLD, "May 2012")]),
    (f"In 2012 Kelby closed the bridge.{NEWS}", [(OLD, "2012")]),
    (f"The bridge was closed in May 2011.{NEWS}", []),
    (f"The bridge is to be closed in May 2022.{NEWS}", []),
    (f"The games were seen at the 2016 Summer Games.{NEWS}", []),
    (f"The bridge,{NEWS} which is old, was closed in May 2012.", []),
    (f"The bridge was closed in May 2012,{NEWS} and then opened again.", []),
    (f"The bridge was closed in May 2012.{NEWS}<ref>A letter.</ref>", []),
    (f'He wrote: "The bridge was closed in May 2012."{NEWS}', []),
    (f"The bridge was closed about 2012.{NEWS}", []),
    (f"The bridge was closed from 2012 to 2014.{NEWS}", []),
]


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_sources_older_than_the_fact(text: str, told: list[tuple[str, str]]) -> None:
    rules = [rule for rule in claimcheck.load_rules() if rule.id == OLD]  # in preview
    marked = [text[f.primary.start : f.primary.end] for f in claimcheck.lint(text, rules, "wikitext", "Kelby", TODAY)]
    assert [(OLD, words) for words in marked] == told
