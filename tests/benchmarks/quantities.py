"""Time of reading quantities beside a bare mwparserfromhell.parse and beside quantulum3, on the same texts in one run.

    python tests/benchmarks/quantities.py FILE.wikitext…

Prints kilobytes a second and ratios; asserts nothing. quantulum3 is asked only if it is installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import mwparserfromhell

import claimcheck as cc
from claimcheck.claims.candidates import QUANTITY, candidates
from claimcheck.claims.extract import read
from claimcheck.claims.quantities import recognise


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def quantities_alone(texts: list[str]) -> int:
    """Every quantity of the texts, the dates left aside."""
    count = 0
    for text in texts:
        end = 0
        for at, kinds in candidates(text):
            reading = recognise(text, at, end) if at >= end and kinds & QUANTITY else None
            if reading is not None:
                end, count = reading.end, count + 1
    return count


def main() -> None:
    """Measure the files named on the command line."""
    sources = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
    texts = [passage.text for source in sources for passage in cc.parse(source, markup="wikitext").passages]
    visible = sum(map(len, texts)) / 1000
    bare = seconds(lambda: [mwparserfromhell.parse(source) for source in sources])
    print(f"{len(sources)} articles, {sum(map(len, sources)) / 1000:.0f} KB of wikitext, {visible:.0f} KB visible")
    print(f"mwparserfromhell.parse          {bare:.3f} s")
    for name, work in (
        ("candidates alone", lambda: [list(candidates(text)) for text in texts]),
        ("quantities, dates left aside", lambda: quantities_alone(texts)),
        ("dates and quantities", lambda: [read(text) for text in texts]),
    ):
        taken = seconds(work)
        print(f"{name:31} {taken:.3f} s  {visible / taken:6.0f} KB/s  {taken / bare:.3f} of the bare parse")
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed: no comparison with it")
        return
    sample = [text for text in texts if len(text) > 200][:40]
    size = sum(map(len, sample)) / 1000
    peer = seconds(lambda: [parser.parse(text) for text in sample])
    ours = seconds(lambda: [read(text) for text in sample])
    speeds = f"quantulum3 {size / peer:.0f} KB/s, ours {size / ours:.0f} KB/s"
    print(f"on {size:.0f} KB: {speeds}, {peer / ours:.0f} times as fast")


if __name__ == "__main__":
    main()
