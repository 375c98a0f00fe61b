"""Goes through the revisions of an article and prints what each of them changed and broke.

Run it from the project's folder, the oldest revision first: python examples/history.py examples/revisions/old.wikitext
examples/revisions/new.wikitext
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import claimcheck as cc
from claimcheck.compare import between


def main(paths: list[str]) -> int:
    """Compare each revision with the one before; 1 where one brings a warning or an error."""
    memo = cc.Memo(title="Ellary")  # reads and checks what two revisions have in common only once
    reports = [memo.examine(Path(path).read_text(encoding="utf-8"), name=path) for path in paths]
    worse = 0
    for before, after in pairwise(reports):
        edit = between(before, after)
        print(f"{before.source.name} → {after.source.name}")
        for change in edit.changes:
            print(f"  {change.before.text} → {change.after.text}: {', '.join(change.ways)}")
        for finding in edit.new:
            print(f"  {finding.severity}: {finding.message}")
        worse += any(finding.severity != "note" for finding in edit.new)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
