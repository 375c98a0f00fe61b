"""Whole corpora: speed of a scan against a bare parse of the same dump, workers, memory, all of English Wikipedia.

    python tests/benchmarks/corpus.py speed  [DUMP | DIRECTORY] [--megabytes 5] [--rounds 2]
    python tests/benchmarks/corpus.py memory [DUMP | DIRECTORY] [--sizes 50,200,800] [--jobs 2] [--title GLOB] [--plain]

A DIRECTORY of articles becomes a multistream dump of the size asked for, its articles repeated under new titles;
without either, the text of tools/make_dump.py is used, which has more figures than real articles have.

`speed` gives CPU time (user and system, of all processes) in MB of XML a second and core: of a bare
`mwparserfromhell.parse` of the texts, which are in memory already; of `mwxml` (installed by hand, for this only)
reading the dump and parsing; of `claimcheck scan` reading, extracting, checking and writing, with one and two workers,
start included. They take turns, the best round counts. `memory` gives the peak of the scan and of its largest worker.
With a title, only pages that match are checked: what it takes to read a large dump shows in minutes.
"""

from __future__ import annotations

import argparse
import bz2
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
ENGLISH = 100_000
"""MB of XML in the current articles, templates and project pages of English Wikipedia."""


def dump(source: Path | None, megabytes: float, folder: Path, *, plain: bool = False) -> Path:
    """A multistream dump of about that size, in XML, or a plain one."""
    target = folder / f"made-{megabytes:g}{'.xml' if plain else '-multistream.xml.bz2'}"
    if source is not None and source.is_file():
        return source
    if source is None:
        command = [sys.executable, str(ROOT / "tools/make_dump.py"), str(megabytes), str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return target
    from dump_writer import write, write_multistream

    (write if plain else write_multistream)(target, repeated(sorted(source.glob("*.wikitext")), megabytes * 1e6))
    return target


def repeated(paths: list[Path], size: float) -> Iterator[object]:
    """Pages of these articles, again and again, until there is that much text."""
    from dump_writer import Page, Revision

    for number, path in enumerate(cycle(paths), 1):
        text = path.read_text(encoding="utf-8")
        title = path.stem.replace("_", " ") + ("" if number <= len(paths) else f" ({number // len(paths) + 1})")
        yield Page(title, number, (Revision(number, text),))
        size -= len(text.encode())
        if size <= 0:
            return


def xml_size(path: Path) -> int:
    """Bytes of XML in a dump."""
    with (bz2.open if path.suffix == ".bz2" else open)(path, "rb") as file:
        return sum(iter(lambda: len(file.read(1 << 20)), 0))


def bare(path: Path, _folder: Path) -> float:
    """CPU seconds of parsing the texts."""
    import mwparserfromhell

    from claimcheck.corpus.pages import open_source

    source = open_source((str(path),))
    spent = 0.0
    for unit in source.units():
        texts = [item.text for item in source.read(unit) if hasattr(item, "text")]
        begin = time.process_time()
        for text in texts:
            mwparserfromhell.parse(text)
        spent += time.process_time() - begin
    return spent


def with_mwxml(path: Path, _folder: Path) -> float:
    """CPU seconds of mwxml reading the dump, and of parsing."""
    import mwparserfromhell
    import mwxml

    begin = time.process_time()
    with bz2.open(path, "rt", encoding="utf-8") as file:
        for page in mwxml.Dump.from_file(file):
            for revision in page:
                if page.namespace == 0 and not page.redirect and revision.text:
                    mwparserfromhell.parse(revision.text)
    return time.process_time() - begin


def scanned(path: Path, folder: Path, jobs: int, *options: str) -> dict[str, float]:
    """A scan in a process of its own: CPU and other seconds, peaks in MB of it and of its largest worker."""
    code = "import sys; from claimcheck.cli import main; sys.argv[0] = 'claimcheck'; main()"
    with tempfile.TemporaryDirectory(dir=folder) as out:
        command = [sys.executable, "-c", code, "scan", str(path), "--output", f"{out}/scan", "--jobs", str(jobs)]
        command += ["--no-config", "--exit-zero", "--quiet", *options]
        wrapped = [sys.executable, __file__, "run", json.dumps(command)]
        told = subprocess.run(wrapped, check=True, capture_output=True, text=True).stdout
        found: dict[str, float] = json.loads(told.splitlines()[-1])
        found["parquet"] = sum(file.stat().st_size for file in Path(out).rglob("*.parquet")) / 1e6
    return found


def run(command: list[str]) -> None:
    """Run a scan as the only child and print what it took; how large it is itself is looked at while it runs."""
    begin, peak = time.monotonic(), 0
    process = subprocess.Popen(command)
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(0.1)
    if process.returncode:
        sys.exit(process.returncode)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        json.dumps(
            {
                "cpu": usage.ru_utime + usage.ru_stime,
                "wall": time.monotonic() - begin,
                "main": peak / 1e6,
                "worker": usage.ru_maxrss * 1024 / 1e6,
            }
        )
    )


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def speed(source: Path | None, megabytes: float, rounds: int, folder: Path) -> None:
    """Print the table of rates."""
    path = dump(source, megabytes, folder)
    size = xml_size(path) / 1e6
    contenders: dict[str, Callable[[Path, Path], float]] = {
        "bare mwparserfromhell.parse": bare,
        "mwxml and parse": with_mwxml,
        "claimcheck scan, 1 worker": lambda path, folder: scanned(path, folder, 1)["cpu"],
        "claimcheck scan, 2 workers": lambda path, folder: scanned(path, folder, 2)["cpu"],
        "claimcheck scan --claims measured": lambda path, folder: scanned(path, folder, 1, "--claims", "measured")[
            "cpu"
        ],
    }
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, work in contenders.items():
            try:
                best[name] = min(work(path, folder), best.get(name, float("inf")))
            except ModuleNotFoundError as error:
                print(f"{name}: {error}")
    print(f"{path.name}: {size:.1f} MB of XML")
    for name, seconds in best.items():
        rate = size / seconds
        share = seconds / best["bare mwparserfromhell.parse"]
        hours = ENGLISH / rate / 3600
        print(f"{name:40} {rate:6.3f} MB/s and core  {share:5.2f} of a bare parse  {hours:6.0f} core-hours")


def memory(source: Path | None, sizes: list[float], jobs: int, title: str, folder: Path, *, plain: bool) -> None:
    """Print the peaks for dumps of several sizes."""
    for megabytes in sizes:
        path = dump(source, megabytes, folder, plain=plain)
        found = scanned(path, folder, jobs, *(("--title", title) if title else ()))
        print(
            f"{xml_size(path) / 1e6:7.0f} MB of XML: scan {found['main']:4.0f} MB, worker {found['worker']:4.0f} MB"
            f"  ({found['cpu']:.0f} s of CPU, {found['wall']:.0f} s, {found['parquet']:.1f} MB of Parquet)",
            flush=True,
        )
        if path.is_relative_to(folder):
            path.unlink()


def main() -> None:
    """Measure what the arguments ask for."""
    if sys.argv[1:2] == ["run"]:
        run(json.loads(sys.argv[2]))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["speed", "memory"])
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--sizes", default="50,200,800")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--title", default="")
    parser.add_argument("--plain", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.what == "speed":
            speed(chosen.source, chosen.megabytes, chosen.rounds, Path(folder))
        else:
            sizes = [float(size) for size in chosen.sizes.split(",")]
            memory(chosen.source, sizes, chosen.jobs, chosen.title, Path(folder), plain=chosen.plain)


if __name__ == "__main__":
    main()
