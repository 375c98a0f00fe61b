"""Articles of our own making in wikitext, for dumps on which speed and memory are measured: built like real ones.

Lengths, and words, figures, links, references, templates, lists and tables in 1,000 characters, are about those of 548
real articles of the English Wikipedia: half of them below 11,000 characters, one in ten above 60,000; a sentence of 21
words; 3.2 figures in 100 words of prose; in 1,000 characters of source 5.5 links, 5.8 templates, 1.4 references, 1.2
rows of tables with 9.8 cells, 0.8 list items, 0.4 headings. Names are put together from syllables.
"""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from random import Random

MEDIAN, SPREAD = 11_000, 1.3
"""Of the logarithmic normal distribution of lengths in characters."""
SHORTEST, LONGEST = 500, 200_000
INFOBOX = 0.3
"""Share of articles with one."""
FLAWED = 0.1
"""Share of articles that tell one of their figures wrongly a second time."""

_DATA = tomllib.loads(Path(__file__).with_name("article_words.toml").read_text(encoding="utf-8"))
_KINDS: dict[str, list[str]] = _DATA.pop("kinds")
_WORDS: dict[str, list[str]] = {
    name: words.split() if isinstance(words, str) else words for name, words in _DATA.items()
}


class Article:
    """One article, the same for the same seed and number."""

    def __init__(self, seed: int, number: int) -> None:
        self.random = Random(f"{seed}:{number}")  # noqa: S311 - no secret
        self.kind = self.pick(list(_KINDS))
        self.title = f"{self.name()} {self.name()} ({self.kind} {number})"
        self.founded = self.random.randint(1650, 1990)
        self.length = min(LONGEST, max(SHORTEST, int(MEDIAN * math.exp(self.random.gauss(0, SPREAD)))))
        self.people = self.random.randint(1_200, 90_000)
        self.area = self.random.randint(20, 900)
        self.references = 0

    def pick(self, items: list[str]) -> str:
        """One of them."""
        return items[int(self.random.random() * len(items))]

    def word(self, kind: str) -> str:
        """A word of a kind."""
        return self.pick(_WORDS[kind])

    def name(self) -> str:
        """A proper name."""
        return self.word("begin") + (self.word("middle") if self.random.random() < 0.5 else "") + self.word("end")

    def number(self) -> int:
        """A figure as articles have it: small ones often, large ones seldom."""
        return int(math.exp(self.random.uniform(1, 11)))

    def text(self) -> str:
        """Its wikitext."""
        parts = [self.infobox()] if self.random.random() < INFOBOX else []
        parts.append(self.lead())
        size = sum(map(len, parts))
        while size < self.length:
            part = self.section()
            parts.append(part)
            size += len(part)
        return "\n\n".join([*parts, self.end()])

    def infobox(self) -> str:
        """A box with facts that the lead repeats."""
        what, leader, *_ = _KINDS[self.kind]
        told = self.people + (1000 if self.random.random() < FLAWED else 0)
        month, day, degree = (self.random.randint(1, last) for last in (12, 28, 80))
        rows = {
            "name": self.title.partition(" (")[0],
            "native_name": f"{{{{lang|de|{self.name()}}}}}",
            "image": f"{self.name()} from the south.jpg",
            "caption": f"The {self.pick(_KINDS[self.kind])} in {self.founded + 20}",
            "established_date": f"{{{{start date|{self.founded}|{month}|{day}}}}}",
            f"{leader.replace(' ', '_')}_name": f"[[{self.name()} {self.name()}]]",
            "area_total_km2": str(self.area),
            "population_total": f"{told:,}",
            "population_as_of": "2011",
            "coordinates": f"{{{{coord|{degree}|{day}|N|9|12|E|display=inline,title}}}}",
            "website": f"{{{{URL|example.org/{self.random.randint(1, 9999)}}}}}",
        }
        return f"{{{{Infobox {what}\n" + "\n".join(f"| {key:20} = {value}" for key, value in rows.items()) + "\n}}"

    def lead(self) -> str:
        """What it is, with the facts of the box."""
        what, *_ = _KINDS[self.kind]
        name = self.title.partition(" (")[0]
        return (
            f"'''{name}''' is a {what} in [[{self.name()}|{self.name()} County]], founded in {self.founded}. It has a "
            f"population of {self.people:,} (2011) and covers {{{{convert|{self.area}|km2|sqmi}}}}.{self.reference()} "
            + self.sentence()
        )

    def section(self) -> str:
        """A heading, then paragraphs, a list or a table."""
        level = "==" if self.random.random() < 0.6 else "==="
        see = f"\n{{{{{self.word('hatnotes')}|{self.name()} {self.name()}}}}}" * self.random.randint(0, 3)
        heading = f"{level} {self.word('topics')} of the {self.word('counted')} {level}{see}"
        chance = self.random.random()
        if chance < 0.17:
            return f"{heading}\n{self.paragraph()}\n\n{self.table()}"
        if chance < 0.37:
            return f"{heading}\n{self.paragraph()}\n{self.items()}"
        return heading + "\n" + "\n\n".join(self.paragraph() for _ in range(self.random.randint(1, 4)))

    def paragraph(self) -> str:
        """Some sentences, most of them with a source."""
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 7)))

    def sentence(self) -> str:
        """One sentence of about 21 words with about 0.7 figures."""
        year = self.random.randint(max(self.founded, 1700), 2018)
        words = [self.clause(year) if self.random.random() < 0.2 else f"The {self.word('nouns')} of [[{self.name()}]]"]
        words.append(f"{self.word('verbs')} the {self.pick(_KINDS[self.kind][1:])}")
        if self.random.random() < 0.27:
            words.append(f"with {self.number():,} {self.word('counted')}")
        if self.random.random() < 0.08:
            words.append(self.measure())
        words.append(self.word("clauses"))
        if self.random.random() < 0.55:
            words.append(f"near [[{self.name()} {self.name()}|{self.name()}]]")
        return " ".join(words) + "." + (self.reference() if self.random.random() < 0.33 else "")

    def clause(self, year: int) -> str:
        """A time, and who did something then."""
        day, month = self.random.randint(1, 28), self.word("months")
        opening = self.word("openings").format(year=year, day=day, month=month, later=year + 3)
        return f"{opening}, the {self.word('nouns')} of the {self.pick(_KINDS[self.kind][1:])}"

    def measure(self) -> str:
        """A share, a sum of money, a length, a length of time."""
        number = self.random.randint(2, 95)
        kinds = (
            f"at a cost of £{number}.{self.random.randint(1, 9)} million",
            f"for {number} per cent of the {self.word('counted')}",
            f"over a length of {{{{convert|{number}|km|mi}}}}",
            f"within {number} weeks",
        )
        return self.pick(kinds)

    def reference(self) -> str:
        """A citation, or one that was given before."""
        if self.references and self.random.random() < 0.24:
            return f'<ref name="r{self.random.randint(1, self.references)}" />'
        self.references += 1
        year = self.random.randint(1990, 2019)
        if self.random.random() < 0.35:
            return f'<ref name="r{self.references}">{self.name()} {year}, p. {self.random.randint(1, 400)}.</ref>'
        title = f"The {self.word('nouns')} of {self.name()}"
        first, day = self.random.randint(1, 300), self.random.randint(1, 28)
        return (
            f'<ref name="r{self.references}">{{{{cite book |last={self.name()} |first={self.word("begin")} '
            f"|year={year} |title={title} |publisher={self.name()} Press |pages={first}–{first + 7}"
            f"|url=https://example.org/{self.references} |access-date={day} May {max(2005, year + 1)}}}}}</ref>"
        )

    def items(self) -> str:
        """A list with marks."""
        return "\n".join(
            f"* [[{self.name()} {self.name()}]], {self.number():,} {self.word('counted')} {{{{small|({self.name()})}}}}"
            for _ in range(self.random.randint(4, 14))
        )

    def table(self) -> str:
        """Rows with years, flags and figures; the last one adds them up."""
        count, year = self.random.randint(5, 22), self.random.randint(1900, 1990)
        figures = [self.number() for _ in range(count)]
        lines = ['{| class="wikitable sortable"', f"|+ {self.word('topics')}"]
        lines.append("! Year !! Place !! Visitors !! Shops !! Order !! Owner !! Rank !! State")
        for at, each in enumerate(figures):
            place = f"{{{{flagicon|{self.word('begin')}}}}} [[{self.name()}]]"
            shops = f"align=right | {self.random.randint(1, 99)}"
            sort = f"{{{{sort|{at}|{self.word('nouns')}}}}}"
            cells = (year + at, place, f"{{{{nts|{each}}}}}", shops, sort, self.name(), at, self.word("verbs"))
            lines += ["|-", "| " + " || ".join(map(str, cells))]
        return "\n".join([*lines, "|-", f"! Total || || {sum(figures):,} || || || || ||", "|}"])

    def end(self) -> str:
        """References, links, categories."""
        name = self.name()
        links = f"== External links ==\n* [https://example.org/{name} Official site]"
        categories = "\n".join(f"[[Category:{self.kind.capitalize()}s in {each}]]" for each in (name, self.name()))
        return f"== References ==\n{{{{Reflist}}}}\n\n{links}\n\n{{{{Authority control}}}}\n\n{categories}"
