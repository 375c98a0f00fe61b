"""Time of linting the next revision of an article with a memo, beside a full lint of it, in one process.

    python tests/benchmarks/revisions.py [HISTORY]… [--rounds N] [--least CHARACTERS]

HISTORY is a directory whose files are the revisions of one article, by name. For each it prints the CPU time of a
revision: a full lint, a lint by a memo that read the one before, their ratio; and the same for an edit of one
sentence in the middle of its longest revision. Without arguments the corpus beside the project is taken, pages of at
least so many characters (20,000); where there is none, that is said.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

import claimcheck as cc
from claimcheck.rules import default_rules

CORPUS = pathlib.Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "revisions"
SENTENCE = re.compile(r"(?<=[a-z]\. )[A-Z][a-z]+ ")


def revisions(directory: pathlib.Path) -> list[str]:
    """The texts of a history, in order."""
    return [path.read_text(encoding="utf-8") for path in sorted(directory.iterdir()) if path.is_file()]


def seconds(work: Callable[[], object]) -> float:
    """CPU time of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def edited(text: str) -> str:
    """The text with a figure more in one sentence of its middle."""
    places = [match.start() for match in SENTENCE.finditer(text)]
    at = places[len(places) // 2] if places else len(text) // 2
    return f"{text[:at]}Some 31 others were there too. {text[at:]}"


def measured(texts: Sequence[str], rounds: int) -> tuple[float, float]:
    """CPU seconds of a revision after the first: in full, and by a memo; the least of some rounds."""
    full = memo = float("inf")
    for _ in range(rounds):
        reader = cc.Memo(markup="wikitext")
        reader.examine(texts[0])
        memo = min(memo, sum(seconds(partial(reader.examine, text)) for text in texts[1:]))
        full = min(full, sum(seconds(partial(cc.examine, text, markup="wikitext")) for text in texts[1:]))
    return full / (len(texts) - 1), memo / (len(texts) - 1)


def row(name: str, size: int, texts: Sequence[str], rounds: int) -> str:
    """One line of the table."""
    full, memo = measured(texts, rounds)
    return f"{name[:44]:44} {size:8,} {len(texts):5} {full * 1000:9.1f} {memo * 1000:9.1f} {memo / full:7.3f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("histories", nargs="*", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--least", type=int, default=20_000)
    options = parser.parse_args()
    found = options.histories or (sorted(CORPUS.iterdir()) if CORPUS.is_dir() else [])
    if not found:
        sys.exit("no history given, and the corpus of real revisions is not beside the project")
    default_rules()
    print(f"{'article':44} {'size':>8} {'texts':>5} {'full, ms':>9} {'memo, ms':>9} {'ratio':>7}")
    for directory in found:
        texts = revisions(directory)
        longest = max(texts, key=len, default="")
        if len(longest) < options.least and not options.histories:
            continue
        if len(texts) > 1:
            print(row(directory.name, len(longest), texts, options.rounds))
        print(row(f"  {directory.name}, one sentence", len(longest), [longest, edited(longest)], options.rounds))


if __name__ == "__main__":
    main()
