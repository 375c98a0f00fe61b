"""Numbers that are no quantities: a wrong reading is worse than none, so these must stay unread."""

from __future__ import annotations

import pytest

import claimcheck as cc


def quantities(text: str) -> list[str]:
    return [claim.text for claim in cc.extract(text, markup="plain") if claim.kind != "date"]


NONE = [
    # ordinals, decades, anniversaries
    "He came 21st in the race.",
    "The 22nd Amendment passed.",
    "It began in the 1990s.",
    "He was in his 20s then.",
    "The 1st Battalion marched.",
    "The twenty-first century began.",
    "Its hundred and fifth issue.",
    # roman numerals
    "World War II ended.",
    "Elizabeth II reigned.",
    "Chapter IV explains it.",
    # places in a work
    "See page 12 of it.",
    "See pp. 12–15 of it.",
    "In chapter 3 he explains it.",
    "Section 4 applies.",
    "Article 5 applies.",
    "Figure 2 shows it.",
    "See Table 3 below.",
    "Psalm 23 is sung.",
    "The poem is no. 5 of them.",
    # identifiers
    "ISBN 978-0-306-40615-7",
    "ISBN 0-306-40615-2 is given.",
    "Call 555-1234-567 for it.",
    "The host is 127.0.0.1 here.",
    "It listens on port 5984 by default.",
    "Agent 007 is dead.",
    "COVID 19 cases rose.",
    # colours
    "It is 0066FF or #0066FF.",
    # ratings
    "On 9/11 and on 4/10 he scored.",
    "The service is rated 24/7.",
    "It is scored out of 100.",
    # versions
    "Version 2.1.3 came out.",
    "It uses Windows 95 still.",
    "The framework WebWork 2.2 was adopted.",
    "Maven 3.0 has a new core.",
    "It is under the LGPL 2.1 now.",
    "The parser (Java 1.4) is old.",
    "It needs C# 2.0 to run.",
    "GL ES 1.0, 1.1 and 2.0 differ.",
    # volumes of journals
    "Machine Intelligence 35.8 (2013): 1958-1971",
    "Classical Quarterly, 38 (1988): pp. 25",
    "Botanica, 13: 1-6, Waltham",
    # old pence and ordinals, image sizes, intervals
    "The 2d Cavalry came.",
    "a field over 3d space",
    "[x] 275px thumb",
    "in the interval [-1, 1] only",
    "A spacing of 10⁻ⁿ is used.",
    "Article 135.1 stipulates it.",
    "The Motorola 68k was used.",
    "On one hand it is so.",
    "The purpose is twofold.",
    "He is a 30-something now.",
    "in the 880s–1240 there",
    "A two-dimensional plot.",
    "A four-sided tower.",
    # scores and ratios
    "The match ended 3–1.",
    "They won 6–4.",
    "They lost 2-0.",
    "The scale is 1:50.",
    "The ratio was 3:1 then.",
    # models, roads, vehicles, missions
    "A Boeing 747 landed.",
    "The Apollo 11 crew walked.",
    "The F-16 flew.",
    "The AK-47 fired.",
    "Route 66 is famous.",
    "Interstate 95 runs there.",
    "The G8 met.",
    "COVID-19 spread.",
    "They bought COVID -19 tests.",
    "An A350 landed.",
    "The iPhone 5 sold well.",
    "Formula One cars race.",
    "Channel 4 aired it.",
    "Area 51 is closed.",
    "The U2 is a plane.",
    "PM10 is measured.",
    "A 3D film.",
    "It is on the M25.",
    "The 486 is a chip.",
    # times of day
    "It began at 10:30.",
    "It began at 10 am.",
    "It began at 10 p.m.",
    "They met at 5 o'clock.",
    # years and dates
    "In 1945 it ended.",
    "He served from 1998 to 2006.",
    "The 2008–09 season was good.",
    "The 2003 elections were held.",
    "She was born on 3 May 1972.",
    "It dates to 480 BC.",
    # fixed phrases
    "The attacks of 9/11 shook it.",
    "It is open 24/7 now.",
    "One another, they said.",
    "No one came.",
    "One must not do it.",
    "The latter one is red.",
    "One-way streets.",
    "The first half was dull.",
    "A third man came.",
    "A quarter past noon.",
    "Absolute zero is cold.",
    "On the other hand.",
    # list marks, formulas, footnotes
    "As noted [12] elsewhere.",
    "Here T = 0 holds.",
    "It is a 2×2 matrix.",
    "The 3′ end binds.",
    "For a > 0 this holds.",
    "Here 1/r + 1/s is one.",
    "Take b·5 + a then.",
    "Here i=4k+1 holds.",
    "For t = 1, 2, 3 it holds.",
    "In {1, 2, 3} it holds.",
    # houses, verses, years, compounds
    "He lived at 40 Baker Street.",
    "The shop at 221 Great Northern Road.",
    "They met at 10 West 53rd Street.",
    "It is told in 2 Kings 3:4.",
    "Compare 1 Cor. 13 there.",
    "Psalms: Ps 23 is sung.",
    "The summer of '69 was hot.",
    "He played Fighters ’98 there.",
    "The ether 18-crown-6 binds it.",
    "The space of 2-vectors is large.",
    "It was filmed in 3-D there.",
    "Two-factor checks are used.",
    "C# 3.0 introduces lambdas.",
    "One grazed his arm.",
    "There is one extra for it.",
    "They found one more of it.",
    "The planet lies 5Rp away.",
    "It lay in room 16.  A man came.",
    "It was lost between rounds 16 and 17.",
    "They differ in accent 1 and 2 there.",
    "It is played in divisions 1 and 2.",
    "It lasted until at least 1802.",
    "It was gone by about 1750.",
    "They count the 2006 and 2001 censuses.",
    # denominators and references without their figure
    "The rate per 100,000 rose.",
    "See pp. 34; 77 there.",
    "(Jones 1990: 34; 77)",
    "As in Smith 34; 77 there.",
    "(in millions of dollars)",
    # vague
    "Several hundred people came.",
    "A few thousand people came.",
    "Many people came.",
    # malformed
    "They counted 6,5000,000 birds.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


SOME = [
    ("In 1945, 300 men fell.", ["300"]),
    ("On page 12 he counts 30 men.", ["30"]),
    ("The Boeing 747 carries 400 passengers.", ["400"]),
    ("They won 3–1 before 40,000 fans.", ["40,000"]),
    ("World War II killed 60 million people.", ["60 million"]),
    ("Version 2.1.3 has 12 modules.", ["12"]),
    ("Of the 53 cities, 42 grew.", ["53", "42"]),
    ("The G8 has eight members.", ["eight"]),
    ("At 10:30 some 200 men came.", ["200"]),
    ("He rode 20 miles in 9 hours.", ["20 miles", "9 hours"]),
    ("In Cuba 300 people died.", ["300"]),
    ("The top three teams advance.", ["three"]),
    ("He met 40 people in Baker Street.", ["40"]),
    ("In 40 Roman cities they met.", ["40"]),
    ("It rose by 3 per 100,000 there.", ["3 per 100,000"]),
    ("It cost 5 per 10% rise.", ["5 per 10"]),
    ("They sold ‘300 houses’ there.", ["300"]),
    ("There were 34; 77 people came.", ["34", "77"]),
    ("It held until at least 1802 men fell.", ["1802"]),
    ("In 3 and 4 towns they won.", ["3", "4"]),
    ("It has divisions for 12 and 14 teams.", ["12", "14"]),
    ("He earned tens of millions of dollars.", ["tens of millions of dollars"]),
    ("The newspaper took 10 days.", ["10 days"]),
    ("Robot Takes 10 Days To Learn", ["10 Days"]),
]


@pytest.mark.parametrize(("text", "spans"), SOME)
def test_the_quantity_beside_it_is_read(text: str, spans: list[str]) -> None:
    assert quantities(text) == spans
