"""Time of each stage against a bare parse of the same text, in one process.

    python tests/benchmarks/stages.py [ARTICLE.wikitext | DIRECTORY]… [--rounds N]

Prints, per stage, CPU time as a share of `mwparserfromhell.parse` of the same articles: the least of N rounds, the
stages taking turns, so that a change of the machine's speed meets them all. A first round is not counted; with
--cold each text is read once only, as in a run over a corpus. Without arguments the articles under seeds/ are read.
"""

from __future__ import annotations

import argparse
import pathlib
import time
from collections.abc import Callable, Iterable, Sequence

import mwparserfromhell

import claimcheck as cc
from claimcheck.claims.extract import extract_claims
from claimcheck.document.mask import mask
from claimcheck.document.tokens import Walk
from claimcheck.lint import examine

ROOT = pathlib.Path(__file__).resolve().parents[2]


def articles(paths: Sequence[str]) -> list[str]:
    """The wikitext files at or under the paths."""
    found: list[pathlib.Path] = []
    for path in map(pathlib.Path, paths or [str(ROOT / "seeds")]):
        found += sorted(path.rglob("*.wikitext")) if path.is_dir() else [path]
    return [path.read_text(encoding="utf-8") for path in found]


def drain(results: Iterable[object]) -> None:
    """Make each result and let it go, as a run over a corpus does: what is kept alive slows down what follows."""
    for _ in results:
        pass


def stages(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """What is timed; each stage's work includes the ones before it, except the walk."""
    masked = [mask(text).text for text in texts]
    documents = [cc.parse(text, "wikitext") for text in texts]
    bare, ours = whole(texts).items()
    return {
        bare[0]: bare[1],
        "mask": lambda: drain(mask(text) for text in texts),
        "walk": lambda: drain(Walk(text).walk() for text in masked),
        "read": lambda: drain(cc.parse(text, "wikitext") for text in texts),
        "extract": lambda: drain(extract_claims(document) for document in documents),
        ours[0]: ours[1],
    }


def whole(texts: Sequence[str]) -> dict[str, Callable[[], object]]:
    """The bare parse and all of our work."""
    return {
        "bare parse": lambda: drain(mwparserfromhell.parse(text) for text in texts),
        "read, extract and check": lambda: drain(examine(text, markup="wikitext") for text in texts),
    }


def least(timed: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """CPU seconds of each stage, the least of `rounds`, the stages in turns."""
    best = dict.fromkeys(timed, float("inf"))
    for _ in range(rounds):
        for name, work in timed.items():
            began = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - began)
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cold", action="store_true", help="one round, nothing read before")
    options = parser.parse_args()
    texts = articles(options.articles)
    size = sum(map(len, texts)) / 1e6
    timed = whole(texts) if options.cold else stages(texts)
    found = least(timed, 1 if options.cold else options.rounds)
    bare = found["bare parse"]
    print(f"{len(texts)} articles, {size:.2f} million characters")
    for name, seconds in found.items():
        print(f"{name:28s}{seconds:9.3f} s{seconds / bare:8.3f} of a bare parse{size / seconds:8.2f} MB/s")


if __name__ == "__main__":
    main()
