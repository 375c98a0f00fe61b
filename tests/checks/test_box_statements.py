"""What sentences say of the subject of an infobox: so many times its budget, since then, before, for so long."""

import pytest

from claimcheck.lint import lint
from claimcheck.rules import load_rules

NAMES = (
    "conflict/infobox-ended", "conflict/infobox-statement", "conflict/infobox-unbroken", "elapsed/age-decade",
    "elapsed/infobox-marriage", "elapsed/infobox-since", "elapsed/infobox-span", "order/infobox-releases",
    "ratio/infobox-budget", "total/infobox-marriages",
)  # fmt: skip
RULES = [rule for rule in load_rules() if rule.id in NAMES]
RELEASES = "{{Film date|2015|1|21|United Kingdom|2015|4|10|United States}}"
SPOUSES = "{{marriage|John Roe|1958|1972}}<br>{{marriage|Max Moe|1983}}"


def box(kind: str, **parameters: str) -> str:
    return f"{{{{Infobox {kind}\n" + "".join(f"| {name} = {text}\n" for name, text in parameters.items()) + "}}\n"


BOXES = {
    "film": (
        "Tarn Pass",
        box("film", budget="$20 million", gross="$90 million", runtime="98 minutes", released=RELEASES),
    ),
    "album": ("Tarn Songs", box("album", length="42:15", recorded="January – March 1974")),
    "long album": ("Tarn Songs", box("album", length="{{Duration|h=1|m=01|s=08}}")),
    "band": ("The Tarns", box("musical artist", years_active="1970–1984, 1992–present")),
    "one span": ("The Tarns", box("musical artist", years_active="1985–present")),
    "person": ("Jane Doe", box("person", birth_date="16 May 1931", death_date="22 January 2000", spouse=SPOUSES)),
    "wreck": ("Tarn Bridge disaster", box("event", deaths="96", injuries="766")),
    "games": ("Hockey at the 1984 Tarn Games", box("event", teams="12", dates="7–19 February 1984")),
    "town": ("Tarnford", box("settlement", settled="1786", area_land_km2="314.9")),
    "horse": ("Tarn Star", box("racehorse", earnings="$542,190")),
}
WRONG = [
    ("film", "Tarn Pass earned less than its budget.", "earned less than its budget"),
    ("film", "The film grossed over six times its budget.", "grossed over six times its budget"),
    ("film", "The film made $140 million more than its budget.", "made $140 million more than its budget"),
    ("film", "Tarn Pass was released in the US before the UK.", "released in the US before the UK"),
    ("album", "The album is over an hour long.", "an hour"),
    ("album", "Tarn Songs has a running time of close to an hour and a half.", "an hour and a half"),
    ("album", "The album was recorded over a four-year period.", "four-year"),
    ("long album", "Tarn Songs is less than an hour long.", "an hour"),
    ("band", "The Tarns have performed continuously since 1970.", "performed continuously"),
    ("band", "The Tarns have toured since the 1970s without a break.", "toured"),
    ("one span", "The Tarns are no longer active.", "no longer active"),
    ("one span", "The Tarns celebrated their 60th anniversary.", "60th"),
    ("person", "Jane Doe died in her fifties.", "died in her fifties"),
    ("person", "Jane Doe was married four times.", "married four times"),
    ("person", "Jane Doe was married to John Roe for over 20 years.", "20 years"),
    ("person", "Jane Doe married John Roe when she was only 19.", "19"),
    ("wreck", "Over a hundred people died in the Tarn Bridge disaster.", "a hundred"),
    ("games", "There were 14 teams in hockey at the 1984 Tarn Games.", "14"),
    ("games", "Hockey at the 1984 Tarn Games lasted for over three weeks.", "three weeks"),
    ("town", "Tarnford has been settled for nearly 300 years.", "300 years"),
    ("town", "Tarnford was settled over 2,000 years ago.", "2,000 years"),
    ("town", "Tarnford has over 400 square kilometres of land.", "400 square kilometres"),
    ("horse", "Tarn Star earned more than half a million pounds. Tarn Star earned over $600,000.", "$600,000"),
]
RIGHT = {
    "of a part": ("film", "The film grossed $30 million in North America."),
    "of a time": ("film", "Tarn Pass earned $5 million in its opening weekend."),
    "of one country": ("film", "The film made $12 million domestically and $8 million overseas."),
    "beyond something": ("film", "Tarn Pass made $70 million more than its budget."),
    "of something else of it": ("film", "The film's sequel earned less than its budget."),
    "of another": ("film", "The studio's next film earned less than its budget."),
    "rounded": ("film", "The film grossed over four times its budget."),
    "rounded up": ("film", "Tarn Pass made five times its budget."),
    "cinemas keep a share": ("film", "The film failed to recoup its budget."),
    "what was expected": ("film", "The film was expected to earn less than its budget."),
    "longer than another": ("film", "The film runs 20 minutes longer than the novel takes to read."),
    "in the order of the box": ("film", "Tarn Pass was released in the UK before the US."),
    "a country that the box has not": ("film", "Tarn Pass was released in France before the UK."),
    "minutes cut": ("album", "The album is 42 minutes long."),
    "minutes rounded up": ("album", "The album is 43 minutes long."),
    "one side of it": ("album", "The first side of the album is over an hour long."),
    "a film of it": ("album", "A film of the tour is over an hour long."),
    "work with breaks": ("album", "The album was recorded over twelve days."),
    "took to sell": ("album", "Tarn Songs took ten years to sell a million copies."),
    "just over": ("long album", "Tarn Songs is just over an hour long."),
    "since the second span": ("band", "The Tarns have performed continuously since 1992."),
    "one of them": ("band", "The singer of the Tarns has performed continuously since 1970."),
    "with a break": ("band", "The Tarns have performed since 1970."),
    "came back": ("one span", "The Tarns disbanded in 1999. They reunited two years later."),
    "another thing split": ("one span", "The Tarns split up the money."),
    "another band": ("one span", "The Fells, their rivals, disbanded in 1999."),
    "an anniversary that can be": ("one span", "The Tarns celebrated their 30th anniversary."),
    "the right decade": ("person", "Jane Doe died in her late sixties."),
    "a decade of the century": ("person", "Jane Doe's husband died in the fifties."),
    "twice": ("person", "Jane Doe was married twice."),
    "more than once": ("person", "Jane Doe has been married more than once."),
    "two sons": ("person", "Jane Doe had three sons."),
    "three years": ("person", "Jane Doe was married three years before the war."),
    "as long as that": ("person", "Jane Doe was married to John Roe for about 14 years."),
    "at the right age": ("person", "Jane Doe married John Roe when she was 26."),
    "her sister": ("person", "Her sister married John Roe when she was 19."),
    "others died": ("wreck", "Over a hundred people died in the trial that followed the Tarn Bridge disaster."),
    "in another place": ("wreck", "In all, 300 people died in railway accidents that year."),
    "of one day": ("wreck", "On the first day, 60 people died in the Tarn Bridge disaster."),
    "shorter": ("games", "Hockey at the 1984 Tarn Games lasted for a week."),
    "told long ago": ("town", "Tarnford has been settled for over 100 years."),
    "of a part of the town": ("town", "The east of Tarnford has been settled for over 900 years."),
    "other land": ("town", "Tarnford sold 400 square kilometres of land."),
}


def rules(named: str, sentence: str) -> list[str]:
    title, text = BOXES[named]
    found = lint(text + sentence, RULES, markup="wikitext", title=title, date="2026-01-01")
    return [(text + sentence)[finding.primary.start : finding.primary.end] for finding in found]


@pytest.mark.parametrize(("named", "sentence", "marked"), WRONG)
def test_a_sentence_that_the_infobox_does_not_bear_out(named: str, sentence: str, marked: str) -> None:
    assert rules(named, sentence) == [marked]


@pytest.mark.parametrize(("named", "sentence"), RIGHT.values(), ids=RIGHT)
def test_a_sentence_that_the_infobox_bears_out_or_does_not_tell_of(named: str, sentence: str) -> None:
    assert rules(named, sentence) == []
