"""Dates of one infobox that follow each other, and templates that work out an age."""

from __future__ import annotations

import pytest

import claimcheck

BAD = [
    ("|term_start=4 May 2004 |term_end=3 May 2001", "order/infobox-dates", "3 May 2001"),
    ("|term_start2=4 May 2004 |term_end2=3 May 2001", "order/infobox-dates", "3 May 2001"),
    ("|launch_date={{start date|2004|5|4}} |landing_date=1 May 2004", "order/infobox-dates", "1 May 2004"),
    ("|years_active=1995–1965", "order/infobox-period", "1995–1965"),
    ("|spouse={{marriage|Jane Doe|1995|1985}}", "order/marriage-period", "1985"),
    ("|spouse=Jane Doe (m. 1995–1985)", "order/infobox-period", "1995–1985"),
    ("|years_active={{start date|1995}}–{{end date|1965}}", "order/infobox-period", "1995}}–{{end date|1965"),
    ("|birth_date=May 1900 |death_date=3 June 1950 (aged 52)", "elapsed/age-in-infobox", "52"),
    ("|birth_date={{birth date|1900|5|12}} |death_date=3 June 1950, age 51", "elapsed/age-in-infobox", "51"),
    ("|released=4 June 2010 ({{start date|2010|5|4}})", "date/template-against-text", "2010|5|4"),
    ("|birth_date={{birth date|1950|0|5}}", "date/template-date", "0"),
    ("|founded=1987 |dissolved=1978", "order/infobox-dates", "1978"),
    ("|death_date={{death date and age|1900|5|12|1950|6|3|df=y}}", "order/death-template", "1900|5|12"),
    ("|death_date={{death date and age|2000|5|12|1850|6|3}}", "plausibility/age-in-template", "2000|5|12"),
]
GOOD = [
    "|years_active=1965–95",
    "|years_active=1995–1965 BC",
    "|years_active=1995–2003, 1988–1991",
    "|birth_date=12 May 1900 |death_date=3 June 1950 (aged about 52)",
    "|birth_date=12 May 1900 |death_date=3 June 1950 (husband aged 52)",
    "|birth_date=May 1900 |death_date=3 May 1950 (aged 49)",
    "|released={{start date|2010|5|4}}, 4 June 2010",
    "|released={{start date|2010|5|4}} (premiere 4 June 2010)",
    "|released={{start date|2010|5|4|13|45|50}}",
    "|term_start=4 May 2004 |term_end2=3 May 2001",
    "|term_start=May 2004 |term_end=4 May 2004",
    "|founded=1987, 2004 |dissolved=1999",
    "|founded=87 BC |dissolved=30 AD",
    "|opened=4 March 1712 (O.S.) |closed=3 March 1712",
    "|birth_date=c. 1900 |death_date=1899",
    "|death_date={{death date and age|1950|6|3|1900|5|12}} |birth_date={{birth date|1900|5|12}}",
    "|death_date={{death date and age|1950|6|3}}",
    "|death_date={{death date and age|1950|June|3|1990|May|1}}",
]


def found(parameters: str) -> list[tuple[str, str]]:
    text = f"{{{{Infobox thing |name=Kelby {parameters}}}}}\n"
    findings = claimcheck.lint(text, markup="wikitext", title="Kelby", date="2024-06-01")
    return [(finding.rule, text[finding.primary.start : finding.primary.end]) for finding in findings]


@pytest.mark.parametrize(("parameters", "rule", "mark"), BAD)
def test_told(parameters: str, rule: str, mark: str) -> None:
    assert found(parameters) == [(rule, mark)]


@pytest.mark.parametrize("parameters", GOOD)
def test_left_alone(parameters: str) -> None:
    assert found(parameters) == []
