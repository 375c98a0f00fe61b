"""Consistent sentences of which a hasty reader would say that they are not: no rule may speak, preview or not."""

from __future__ import annotations

import pytest

import claimcheck as cc
from claimcheck.rules import load_rules

RULES = load_rules()

SILENT = """
From 1961 on 28,422 nurses went to the north, 31,181 to the south and 7,986 to the islands: "67,000 nurses in all".
In four decades it sent 67,000 nurses for at least two years each, an average of 3,350 abroad at any time.
The group had 29 doctors, three dentists, 15 nurses and eight technicians. There were 45 men and ten women.
Among the sixty-four were twenty-five islanders, twenty from the coast, two from the hills and seventeen others.
It helped to set up nine medical faculties in Yemen, Guyana, Ethiopia, Uganda, Ghana, Gambia, Haiti, Benin and Chad.
The oil was worth $7.5 million per day, or nearly $3 billion per year.
Doctors serving elsewhere leapt from about 5000 in 2003 to more than 25,000 in 2005.
The staff abroad fell from 50,000 in 2015 to 28,000 in 2020, after it had been 67,000 over four decades.
The pay was $183 per month abroad and $23 per month at home.
The state keeps between 70 and 90% of their pay, and who leaves is punished with three to eight years.
About 70,000 are taught in all, more than in the north, where there are somewhere between 64,000 to 68,000 students.
Sixteen doctors came in 2007, and an additional sixteen were expected; in 2008 there were fifteen.
The team rose from 17th to 9th place in the table, and its ranking fell from 3 to 12 a year later.
The doctor to patient ratio fell from 1:139 to 1:179.
Its exchange rate fell from 3.5 to 5.2 per dollar.
The interval between trains was increased from 10 to 5 minutes, as the frequency is called there.
The temperature fell from −5 °C to −12 °C in an hour.
Prices rose from $26 to $31 million.
The price rose from 95 cents to $1.20.
The average fell from 12.5 in the first round to 9.75.
She won by 6–3, 3–6, 7–5 in 2 hours and 5 minutes.
The 2010–11 season had 38 games, of which 22 were won, 10 drawn and 6 lost.
The 1,200 million pesetas were paid in three parts of 400 million.
Their wheat harvest was 7,000 thousand tonnes, a tenth of the world's.
He reigned from 27 BC to AD 14, and his grandfather from 60 to 44 BC.
The house, built in 1854, was bought by Jane Doe (born 1900) in 1931.
The dry season lasts from November to April.
The ship was 150 ft (46 m) long and 20 to 25 ft (6.1 to 7.6 m) wide.
The well is 1,000 feet (300 m) deep and holds 500 gallons (1,900 L; 420 imp gal).
In winter it is 10 to 15 °C (18 to 27 °F) colder than in summer.
He was 29 when he died in 1950; his wife was born in 1922 and died in 2001, aged 78.
Twelve of the 40 members (30%) and 18 of the 24 guests (three quarters) came.
They adopted two children, a girl (2) and a boy (5), in 2001 and 2004.
Some 110% of the yearly plan was reached, and pay rose to 150% of the average.
The four children were Ann, Bob, and the twins Cyd and Dan.
The district has three villages: Aa, Bb, and Cc, of which Aa is the largest with 1,200 of the 2,300 inhabitants.
It took place on Tuesday, 25 October 1905, as the old calendar has it.
Infant mortality was reduced from 30.8 to 10.1 per 1,000 live births between 1998 and 2003.
The phone number is 6500-2004, and the ISBN is 0-306-40615-2.
In 3001: The Final Odyssey, a novel of 1997, the story is set in 3001.
The vote was 312–105 on 31 May 1990, 217 more than were needed a year before.
"""


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
@pytest.mark.parametrize("markup", ["plain", "wikitext"])
def test_silent(text: str, markup: str) -> None:
    found = cc.lint(text, RULES, markup=markup, date="2024-06-01")  # type: ignore[arg-type]
    assert [(finding.rule, finding.message) for finding in found if finding.severity != "note"] == []
