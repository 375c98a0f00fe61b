"""Reads articles and prints what is wrong with their numbers, and how each dated figure develops.

Run it from the project's folder: python examples/library.py seeds/
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import claimcheck as cc


def main(paths: list[str]) -> int:
    """Lint every article under the paths; 1 where one has an error."""
    wrong = 0
    for path in articles(paths):
        report = cc.examine(path.read_text(encoding="utf-8"), title=path.stem.replace("-", " "), name=str(path))
        print(f"{report.article}: {len(report.claims)} claims")
        for finding in report.findings:
            print(f"  {finding.severity}: {finding.message}")
        for counted, figures in series(report.claims).items():
            print(f"  {counted}: {figures}")
        wrong += any(finding.severity == "error" for finding in report.findings)
    return 1 if wrong else 0


def articles(paths: list[str]) -> list[Path]:
    """The files named, and the articles in the folders named."""
    found = [sorted(path.glob("*.wikitext")) if path.is_dir() else [path] for path in map(Path, paths)]
    return [path for group in found for path in group]


def series(claims: tuple[cc.Claim, ...]) -> dict[str, str]:
    """What is counted at more than one time, with its figures in the order of time."""
    dated: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        if claim.counted and claim.time:
            dated[claim.counted][claim.time.edtf] = claim.text
    return {
        counted: ", ".join(f"{figures[time]} ({time})" for time in sorted(figures))
        for counted, figures in sorted(dated.items())
        if len(figures) > 1
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["seeds"]))
