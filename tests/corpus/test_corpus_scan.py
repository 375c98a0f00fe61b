"""Scans: the same rows whatever the workers, hostile pages, torn sources, going on, outputs that cannot be used."""

from __future__ import annotations

import datetime
import multiprocessing
import os
import resource
import select
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from made import DIE, EAT, GRIEF, HANG, SETTINGS, Made, beware, tables, titles

from claimcheck.corpus import rows
from claimcheck.corpus.pool import PoolError
from claimcheck.corpus.scan import Plan, Progress, outcome, scan
from claimcheck.corpus.schema import TABLES, table_schema
from claimcheck.corpus.settings import Settings
from claimcheck.corpus.store import StoreError, read_manifest
from claimcheck.corpus.tasks import Done
from claimcheck.source import Error

ALL = [f"Page {number}" for number in range(30)]


def run(source: Made, directory: Path, plan: Plan | None = None, settings: Settings = SETTINGS) -> list[Done]:
    return [step for step in scan(source, settings, directory, plan or Plan()) if isinstance(step, Done)]


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "examine", rows.examine)
    beware()


@pytest.mark.parametrize("sequential", [False, True])
def test_the_rows_are_the_same_whatever_the_number_of_workers(tmp_path: Path, sequential: bool) -> None:
    source = Made(sequential=sequential, weight=20_000_000)
    for jobs in (1, 2, 4):
        run(source, tmp_path / str(jobs), Plan(jobs=jobs))
    one, two, four = (tables(tmp_path / str(jobs)) for jobs in (1, 2, 4))
    assert one == two == four
    assert titles(tmp_path / "1") == ALL
    files = [sorted(p.relative_to(tmp_path / n) for p in (tmp_path / n).rglob("*.parquet")) for n in ("1", "4")]
    assert files[0] == files[1]
    for name in files[0]:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "4" / name).read_bytes()


def test_tables_have_their_schemas_and_keys(tmp_path: Path) -> None:
    run(Made(), tmp_path)
    found = tables(tmp_path)
    assert set(found) == {"articles", "claims", "findings", "redirects", "skipped"} < set(TABLES)
    for name, table in found.items():
        assert table.schema.equals(table_schema(name))
        assert set(table["wiki"].to_pylist()) <= {"testwiki", ""}
    assert found["claims"]["title"].to_pylist()[:3] == ["Page 0"] * 3
    assert found["claims"]["page"].to_pylist()[-1] == 30
    assert found["redirects"].to_pylist()[0] == {
        "wiki": "", "page": 0, "revision": 0, "title": "Old unit 0", "target": "Page 0", "section": "History",
    }  # fmt: skip
    assert found["skipped"]["reason"].to_pylist() == ["namespace"] * 6


def test_the_manifest_counts_what_stands_in_the_tables(tmp_path: Path) -> None:
    run(Made(), tmp_path)
    manifest, found = outcome(tmp_path), tables(tmp_path)
    tally = manifest.tally()
    assert manifest.finished
    assert (tally.articles, tally.claims) == (30, found["claims"].num_rows)
    severities = found["findings"]["severity"].to_pylist()
    assert [tally.error, tally.warning, tally.note] == [severities.count(s) for s in ("error", "warning", "note")]
    assert (tally.redirects, tally.skipped) == (6, {"namespace": 6})
    rows_of = {
        table: sum(e.parts[table].rows for e in manifest.entries.values() if table in e.parts) for table in found
    }
    assert rows_of == {name: table.num_rows for name, table in found.items()}
    assert not (tmp_path / "tmp").exists()


def test_how_far_it_is_only_grows_and_comes_to_the_end(tmp_path: Path) -> None:
    steps = [step for step in scan(Made(), SETTINGS, tmp_path, Plan(jobs=2)) if isinstance(step, Progress)]
    assert steps[-1].done == steps[-1].total == 6 * 700_000
    assert steps[-1].articles == 30


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("sequential", [False, True])
def test_pages_that_end_or_hang_their_process_are_given_up_and_the_others_are_read(
    tmp_path: Path, sequential: bool
) -> None:
    source = Made(hostile={3: HANG, 8: EAT, 9: DIE, 16: GRIEF, 17: HANG, 29: DIE}, sequential=sequential)
    run(source, tmp_path, Plan(jobs=2, time_limit=8, memory_limit=1_500_000_000))
    articles = tables(tmp_path)["articles"].to_pylist()
    assert [article["title"] for article in articles] == ALL
    assert {
        article["title"]: (article["status"], article["message"]) for article in articles if article["message"]
    } == {
        "Page 3": ("timeout", "not read within 8 s"),
        "Page 8": ("memory", "not enough memory for this page"),
        "Page 9": ("failed", "its process was ended (signal SIGKILL)"),
        "Page 16": ("failed", "ValueError: a rule of grief"),
        "Page 17": ("timeout", "not read within 8 s"),
        "Page 29": ("failed", "its process was ended (signal SIGKILL)"),
    }
    assert outcome(tmp_path).tally().unread == {"timeout": 2, "memory": 1, "failed": 3}
    assert any("Page 17: not read within 8 s" in entry.unread for entry in outcome(tmp_path).entries.values())
    run(Made(), tmp_path / "good")
    good = tables(tmp_path / "good")["claims"].to_pylist()
    lost = {3, 8, 9, 16, 17, 29}
    assert tables(tmp_path)["claims"].to_pylist() == [claim for claim in good if claim["page"] - 1 not in lost]


@pytest.mark.parametrize("sequential", [False, True])
def test_a_page_of_20_megabytes_is_given_up_and_the_others_are_read(tmp_path: Path, sequential: bool) -> None:
    large = "The town has 512 mills and 7 ponds. " * 560_000
    run(Made(hostile={7: large}, sequential=sequential), tmp_path, Plan(jobs=2, time_limit=15))
    articles = tables(tmp_path)["articles"].to_pylist()
    assert [article["title"] for article in articles] == ALL
    given_up = {article["title"]: article["status"] for article in articles if article["status"] != "ok"}
    assert given_up in ({"Page 7": "timeout"}, {"Page 7": "memory"})  # whichever limit this machine reaches first
    assert articles[7]["characters"] == len(large) > 20_000_000


@pytest.mark.parametrize("sequential", [False, True])
@pytest.mark.parametrize("raising", [False, True])
def test_where_the_source_is_torn_all_else_is_read(tmp_path: Path, sequential: bool, raising: bool) -> None:
    source = Made(sequential=sequential, faults=frozenset({1, 4}), raising=raising)
    run(source, tmp_path, Plan(jobs=2))
    lost = {f"Page {number}" for number in (6, 7, 8, 9, 21, 22, 23, 24)}
    assert titles(tmp_path) == [title for title in ALL if title not in lost]
    faults = [fault for _, entry in sorted(outcome(tmp_path).entries.items()) for fault in entry.faults]
    assert faults == ["unit 1 is torn", "unit 4 is torn"]


class Mending(Made, frozen=True):
    """Its faults depend on a file that stands or is gone: the same source, mended."""

    flag: str = ""

    def read(self, unit):  # type: ignore[no-untyped-def]
        torn = self.faults if Path(self.flag).exists() else frozenset()
        return Made(self.size, self.pages, faults=torn, weight=self.weight).read(unit)


def test_what_was_torn_is_read_again_when_going_on(tmp_path: Path) -> None:
    flag = tmp_path / "torn"
    flag.touch()
    source = Mending(faults=frozenset({1, 4}), flag=str(flag))
    run(source, tmp_path / "out")
    assert len(titles(tmp_path / "out")) == 22
    flag.unlink()
    again = run(source, tmp_path / "out", Plan(resume=True))
    assert len(again) == 2
    assert titles(tmp_path / "out") == ALL
    assert outcome(tmp_path / "out").finished


def test_an_interrupted_scan_goes_on_to_the_same_rows(tmp_path: Path) -> None:
    run(Made(), tmp_path / "whole")
    with closing(scan(Made(), SETTINGS, tmp_path / "out", Plan(jobs=2))) as steps:
        next(step for step in steps if isinstance(step, Done))
    manifest = read_manifest(tmp_path / "out")
    assert manifest is not None
    assert not manifest.finished
    assert 0 < len(titles(tmp_path / "out")) < 30  # what was finished is usable
    assert len(run(Made(), tmp_path / "out", Plan(jobs=2, resume=True))) < 6
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def test_a_finished_scan_has_nothing_to_go_on_with(tmp_path: Path) -> None:
    run(Made(), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    assert run(Made(), tmp_path, Plan(resume=True)) == []
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}


def test_going_on_keeps_the_day_of_the_first_go(tmp_path: Path) -> None:
    run(Made(), tmp_path)
    later = Settings(today=datetime.date(2025, 6, 7))
    assert run(Made(), tmp_path, Plan(resume=True), later) == []
    assert outcome(tmp_path).header.today == "2024-01-01"


@pytest.mark.parametrize(
    ("source", "settings", "message"),
    [
        (Made(size=7), SETTINGS, "another source `made`"),
        (Made(), Settings(claims="none"), "another setting `claims`"),
        (Made(), Settings(lists={"A": frozenset({"Page 1"})}), "another setting `lists`"),
        (Made(), Settings(date=datetime.date(2020, 1, 1)), "another setting `date`"),
    ],
)
def test_another_scan_is_not_gone_on_with(tmp_path: Path, source: Made, settings: Settings, message: str) -> None:
    run(Made(), tmp_path)
    with pytest.raises(StoreError, match=message):
        run(source, tmp_path, Plan(resume=True), settings)
    with pytest.raises(StoreError, match="there is a scan already"):
        run(Made(), tmp_path)


def test_a_last_line_that_was_cut_off_is_written_again(tmp_path: Path) -> None:
    run(Made(), tmp_path / "whole")
    run(Made(), tmp_path / "out")
    manifest = tmp_path / "out" / "manifest.jsonl"
    lines = manifest.read_bytes().splitlines(keepends=True)
    for cut in (b"".join(lines[:3]) + lines[3][:20], b"".join(lines[:4]), lines[0]):
        manifest.write_bytes(cut)
        run(Made(), tmp_path / "out", Plan(resume=True))
        assert tables(tmp_path / "out") == tables(tmp_path / "whole")
        assert outcome(tmp_path / "out").finished


@pytest.mark.parametrize("manifest", [b"", b'{"source"'])
def test_a_scan_that_was_ended_before_it_began_is_begun_anew(tmp_path: Path, manifest: bytes) -> None:
    (tmp_path / "manifest.jsonl").write_bytes(manifest)
    run(Made(), tmp_path, Plan(resume=True))
    assert titles(tmp_path) == ALL


def test_tables_of_which_no_manifest_tells_are_left_alone(tmp_path: Path) -> None:
    run(Made(), tmp_path)
    (tmp_path / "manifest.jsonl").unlink()
    with pytest.raises(StoreError, match="tables of which no manifest tells"):
        run(Made(), tmp_path, Plan(resume=True))
    assert (tmp_path / "articles" / "part-000000.parquet").exists()


@pytest.mark.parametrize("line", [b"[1, 2]\n", b"not JSON\n", b'{"version": 1}\n'])
def test_a_manifest_of_something_else_is_refused(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "manifest.jsonl").write_bytes(line)
    with pytest.raises(StoreError, match="not a manifest of claimcheck"):
        run(Made(), tmp_path, Plan(resume=True))


def test_two_scans_do_not_write_one_output(tmp_path: Path) -> None:
    with closing(scan(Made(), SETTINGS, tmp_path, Plan())) as steps:
        next(steps)
        with pytest.raises(StoreError, match=rf"another scan is writing here \(process {os.getpid()}\)"):
            run(Made(), tmp_path, Plan(resume=True))
    run(Made(), tmp_path, Plan(resume=True))
    assert titles(tmp_path) == ALL


def test_an_output_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("here")
    with pytest.raises(StoreError, match="not a directory"):
        run(Made(), tmp_path / "out")
    with pytest.raises(StoreError, match="not a directory"):
        run(Made(), tmp_path / "out" / "below")


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o500)
    where = tmp_path / "out" if os.geteuid() else Path("/proc/self/task")  # there even root makes no directory
    with pytest.raises(StoreError, match=f"^{where}: cannot be written to"):
        run(Made(), where)


LONG = " ".join(f"Building {n} of {n * n} has {n} rooms." for n in range(600))


def test_a_full_disk_is_told_and_what_was_finished_goes_on(tmp_path: Path) -> None:
    """Files may not grow beyond some bytes, as a full disk has it; the part of the long page does not fit."""
    source = Made(hostile={12: LONG})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (24_000, limits[1]))
    try:
        with pytest.raises((StoreError, PoolError), match=r"would grow larger.*what was finished stays"):
            run(source, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert titles(tmp_path) == ALL[:10]
    run(source, tmp_path, Plan(resume=True))
    assert titles(tmp_path) == ALL


FULL = """
import subprocess, sys
from pathlib import Path
from made import Made, titles
from test_corpus_scan import LONG, run
from claimcheck.corpus.scan import Plan
from claimcheck.source import Error

disk = Path(sys.argv[1])
if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=140k", "tmpfs", disk]).returncode:
    sys.exit("no mount")
source = Made(hostile={12: LONG})
try:
    run(source, disk / "out")
except Error as error:
    print(error)
print(titles(disk / "out"))
subprocess.run(["mount", "-o", "remount,size=50m", disk], check=True)
run(source, disk / "out", Plan(resume=True))
print(titles(disk / "out"))
"""


def test_a_disk_that_is_full_indeed(tmp_path: Path) -> None:
    """A small disk in a space of mounts of its own, which ends with the process."""
    program = [sys.executable, "-c", FULL, str(tmp_path)]
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    try:
        done = subprocess.run(
            ["unshare", "--mount", *program], capture_output=True, text=True, check=False, timeout=300,
            env=os.environ | {"PYTHONPATH": paths},
        )  # fmt: skip
    except FileNotFoundError:
        pytest.skip("needs unshare (util-linux)")
    if done.returncode and ("no mount" in done.stderr or "unshare" in done.stderr):
        pytest.skip("needs the right to mount a disk")
    assert done.returncode == 0, done.stderr
    first, before, after, _ = done.stdout.split("\n")
    assert first == f"{tmp_path}/out: no room left; what was finished stays, --resume goes on when there is room"
    assert before == str(ALL[:10])
    assert after == str(ALL)


def test_rules_that_cannot_be_loaded_are_told_before_anything_is_written(tmp_path: Path) -> None:
    from claimcheck.selection import Selection

    with pytest.raises(Error, match="no rule, family or tag `nothing`"):
        run(Made(), tmp_path / "out", settings=Settings(Selection(select=("nothing",))))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("sequential", [False, True])
def test_killed_at_many_moments_no_article_is_lost_or_doubled(tmp_path: Path, sequential: bool) -> None:
    source = Made(size=12, sequential=sequential, weight=1_000_000)
    run(source, tmp_path / "whole")
    whole, out, killed = tables(tmp_path / "whole"), tmp_path / "out", 0
    fork = multiprocessing.get_context("fork")
    for moment in range(60):
        process = fork.Process(target=run, args=(source, out, Plan(jobs=2, resume=True)))
        process.start()
        process.join(0.003 + 0.007 * (moment % 12))
        process.kill()
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        manifest = read_manifest(out)
        if manifest is not None and manifest.entries:
            found = titles(out)
            assert len(found) == len(set(found)) == manifest.tally().articles
        if manifest is not None and manifest.finished:
            break
    assert killed > 3
    run(source, out, Plan(jobs=2, resume=True))
    assert tables(out) == whole
    assert left(out) == left(tmp_path / "whole")


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("sequential", [False, True])
def test_no_process_outlives_a_killed_scan(tmp_path: Path, sequential: bool) -> None:
    """The pipe is held open by each process that is forked from here, also those that hang in a page or wait."""
    source = Made(hostile={12: HANG}, sequential=sequential)
    ours, theirs = os.pipe()
    process = multiprocessing.get_context("fork").Process(target=run, args=(source, tmp_path, Plan(jobs=2)))
    process.start()
    os.close(theirs)
    process.join(1)
    process.kill()
    process.join()
    assert select.select([ours], [], [], 10)[0]
    assert os.read(ours, 1) == b""
    os.close(ours)


def left(directory: Path) -> list[Path]:
    return sorted(path.relative_to(directory) for path in directory.rglob("*"))
