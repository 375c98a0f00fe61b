"""Writes a MediaWiki XML dump of any size with articles of our own making, for measuring.

python tools/make_dump.py 200 made-multistream.xml.bz2     200 MB of XML in streams of 100 pages, with its index
python tools/make_dump.py 50 made.xml.gz                    in one piece: .xml, .xml.gz, .xml.bz2
python tools/make_dump.py 50 made-history.xml.bz2 --history  each page with all its revisions
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator
from pathlib import Path
from random import Random

from article_text import Article
from dump_writer import Page, Revision, page, write, write_multistream

OTHERS = 0.15
"""Pages that are no articles: redirects, talk pages, templates. In real dumps they are more, and nearly nothing."""
MEDIAN_REVISIONS, SPREAD = 6, 1.4
"""Of the logarithmic normal distribution of revisions of a page."""


FIRST_YEAR, DAYS = 2021, 1600
"""When revisions are saved: after all that the articles cite."""


def pages(size: int, seed: int, *, history: bool) -> Iterator[Page]:
    """Pages of about so many bytes of XML in all."""
    number = written = revision = 0
    while written < size:
        number += 1
        random = Random(f"page {seed}:{number}")  # noqa: S311 - no secret
        if random.random() < OTHERS:
            found = other(number, revision + 1, random)
        else:
            article = Article(seed, number)
            found = Page(article.title, number, tuple(_revisions(article.text(), revision + 1, random, history)))
        revision += len(found.revisions)
        written += len(page(found).encode())
        yield found


def other(number: int, revision: int, random: Random) -> Page:
    """A page that is no article."""
    kind = random.randrange(3)
    if kind == 0:
        return Page(f"Old name {number}", number, (Revision(revision, "#REDIRECT [[New name]]"),), redirect="New name")
    title, namespace = ((f"Talk:Page {number}", 1), (f"Template:Box {number}", 10))[kind - 1]
    return Page(title, number, (Revision(revision, "The 5 boxes of {{{1}}} were sorted in 1999."),), namespace)


def _revisions(text: str, first: int, random: Random, history: bool) -> Iterator[Revision]:
    """The text; with a history how it grew paragraph by paragraph, with figures changed and edits taken back."""
    if not history:
        yield Revision(first, text, _time(random.randrange(DAYS)))
        return
    parts = text.split("\n\n")
    count = max(1, min(2000, round(MEDIAN_REVISIONS * math.exp(random.gauss(0, SPREAD)))))
    days = sorted(random.randrange(DAYS) for _ in range(count))
    for number, day in enumerate(days):
        now = "\n\n".join(parts[: max(1, len(parts) * (number + 1) // count)])
        if random.random() < 0.2:  # taken back by the next one
            now = now.replace(str(random.randrange(10)), str(random.randrange(10)), random.randrange(1, 4))
        yield Revision(first + number, now, _time(day), first + number - 1 if number else 0)


def _time(day: int) -> str:
    year, rest = divmod(day, 336)
    return f"{FIRST_YEAR + year}-{rest // 28 + 1:02}-{rest % 28 + 1:02}T{day % 24:02}:{day % 60:02}:00Z"


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", type=float, help="of XML, unpacked")
    parser.add_argument("target", type=Path, help="file; a name with “multistream” gets streams and an index")
    parser.add_argument("--history", action="store_true", help="many revisions of each page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--schema", choices=["0.10", "0.11"], default="0.11")
    options = parser.parse_args()
    found = pages(int(options.megabytes * 1e6), options.seed, history=options.history)
    writer = write_multistream if "multistream" in options.target.name else write
    writer(options.target, found, options.schema)


if __name__ == "__main__":
    main()
