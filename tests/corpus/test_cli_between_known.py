"""What is known between articles: baselines, comments in articles, paths left alone, findings that are kept."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

pytest.importorskip("duckdb")

import duckdb
import pyarrow.parquet as pq
from test_cli_between import OWN_RULE

from claimcheck.cli import cli
from claimcheck.cli.failures import guarded

TOWN = "'''Tarnstadt''' is a city of the valley. Tarnstadt had a population of 28,417 in 2011."
RULE = "corpus/figure-in-two-articles"
TOLD = "It is long. [[Tarnstadt]] had a population of {} in 2011."
Between = Callable[..., CompletedProcess[str]]
Scan = Callable[[dict[str, str]], Path]


def run(folder: Path, *arguments: str) -> CompletedProcess[str]:
    """The command line in this process, as if in a folder."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = guarded(cli, list(arguments))
    told = []
    for stream in (out, err):
        stream.flush()
        told.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
    assert "internal error" not in told[1]
    return CompletedProcess(arguments, code, *told)


@pytest.fixture
def scan(tmp_path: Path) -> Scan:
    """Writes articles beside that of the town and scans all of them."""

    def scanned(articles: dict[str, str]) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for title, text in ({"Tarnstadt": TOWN} | articles).items():
            (folder / f"{title}.wikitext").write_text(text, encoding="utf-8")
        out = tmp_path / f"out{len(list(tmp_path.iterdir()))}"
        done = run(tmp_path, "scan", "articles", "--output", out.name, "--no-config", "--quiet", "--exit-zero")
        assert done.returncode == 0, done.stderr
        return out

    return scanned


def between(out: Path, *arguments: str) -> CompletedProcess[str]:
    return run(out.parent, "between", out.name, "--preview", "--no-config", "--fail-on", "warning", *arguments)


@pytest.mark.parametrize(
    "text",
    [
        TOLD.format("82,417") + f" <!-- claimcheck: ignore={RULE} as in the source -->",
        f"<!-- claimcheck: ignore-start={RULE} all of it -->\n{TOLD.format('82,417')}\n<!-- claimcheck: ignore-end -->",
        TOLD.format("{{sic|82,417}}"),
    ],
)
def test_what_an_article_suppresses(scan: Scan, text: str) -> None:
    done = between(scan({"Tarn Valley": text}))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Nothing found in 1 article; 1 claim read; 1 finding suppressed.\n"


def test_what_the_other_article_marks_as_sic(scan: Scan) -> None:
    own = TOWN.replace("28,417", "{{sic|28,417}}")
    assert between(scan({"Tarnstadt": own, "Tarn Valley": TOLD.format("82,417")})).returncode == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f" <!-- claimcheck: ignore={RULE} -->", False),  # without a reason; lint tells
        ("\n\n<!-- claimcheck: ignore=order/reversed-period it is so -->", False),  # lint's
        (f"\n\nAll is so. <!-- claimcheck: ignore={RULE},order/reversed-period it is so -->", False),
        ("\n\nAll is so. <!-- claimcheck: ignore=corpus/listed-size it is so -->", True),
    ],
)
def test_comments_that_do_not_hold(scan: Scan, text: str, told: bool) -> None:
    done = between(scan({"Tarn Valley": TOLD.format("82,417") + text}))
    assert done.returncode == 1
    remark = "articles/Tarn Valley.wikitext:3:12: no finding of corpus/listed-size is suppressed here"
    assert (remark in done.stdout, "is suppressed here" in done.stdout) == (told, told)


def test_comments_are_judged_by_rules_that_ran(scan: Scan) -> None:
    out = scan({"Tarn Hills": f"All is so. <!-- claimcheck: ignore={RULE} it is so -->"})
    assert f"Tarn Hills.wikitext:1:12: no finding of {RULE} is suppressed here" in between(out).stdout
    assert "suppressed here" not in between(out, "--select", "corpus/listed-size").stdout


@pytest.mark.parametrize("names", [RULE, "lakes/depth", f"{RULE},lakes/depth"])
def test_lint_does_not_judge_comments_on_rules_between_articles(tmp_path: Path, names: str) -> None:
    text = f"It is long. <!-- claimcheck: ignore={names} as in the source -->"
    (tmp_path / "a.wikitext").write_text(text, encoding="utf-8")
    done = run(tmp_path, "lint", "a.wikitext", "--no-config", "--preview", "--rules", str(OWN_RULE))
    assert (done.returncode, done.stdout) == (0, "Nothing found in 1 article; 0 claims read.\n")


def test_a_baseline_is_written_holds_and_shrinks(scan: Scan) -> None:
    out = scan({"Tarn Valley": TOLD.format("82,417"), "Tarn Dale": TOLD.format("91,000")})
    known = out.parent / "known.json"
    assert between(out).returncode == 1
    done = between(out, "--baseline", "known.json", "--update-baseline")
    assert (done.returncode, done.stderr) == (0, "claimcheck: known.json: 2 known findings, 0 before\n")
    entries = json.loads(known.read_text(encoding="utf-8"))["findings"]
    assert [(entry["file"], entry["article"], entry["rule"]) for entry in entries] == [
        ("articles/Tarn Dale.wikitext", "Tarn Dale", RULE),
        ("articles/Tarn Valley.wikitext", "Tarn Valley", RULE),
    ]
    done = between(out, "--baseline", "known.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Nothing found in 2 articles; 2 claims read; 2 known findings left out.\n"
    other = scan({"Tarn Dale": TOLD.format("28,417"), "Tarn Hills": TOLD.format("70,000")})
    done = between(other, "--baseline", "known.json")
    assert done.returncode == 1
    assert "known.json:4: no longer found: articles/Tarn Dale.wikitext: " in done.stdout
    assert "1 known finding left out" in done.stdout
    assert "70,000" in done.stdout
    done = between(other, "--baseline", "known.json", "--update-baseline", "--select", "corpus/listed-size")
    assert "2 known findings, 2 before" in done.stderr
    assert "2 known findings, 2 before" in between(other, "--baseline", "known.json", "--update-baseline").stderr
    entries = json.loads(known.read_text(encoding="utf-8"))["findings"]
    assert [entry["article"] for entry in entries] == ["Tarn Hills", "Tarn Valley"]


def test_lint_and_between_share_a_baseline(scan: Scan) -> None:
    wrong = "\n\nThe line is 266 miles (364 km) long."
    out = scan({"Tarn Valley": TOLD.format("82,417") + wrong})
    folder = out.parent
    lint = ("lint", "articles", "--no-config", "--preview", "--baseline", "known.json")
    assert run(folder, *lint, "--update-baseline").stderr.endswith("1 known findings, 0 before\n")
    assert "2 known findings, 1 before" in between(out, "--baseline", "known.json", "--update-baseline").stderr
    assert run(folder, *lint, "--update-baseline").stderr.endswith("2 known findings, 2 before\n")
    assert "no longer" not in run(folder, *lint).stdout + between(out, "--baseline", "known.json").stdout


def test_a_baseline_of_a_dump_is_by_titles(tmp_path: Path) -> None:
    def scanned(figure: str) -> None:
        pages = "".join(
            f"<page><title>{title}</title><ns>0</ns><id>{number}</id><revision><id>{number}</id>"
            f"<timestamp>2020-01-01T00:00:00Z</timestamp><model>wikitext</model><text>{text}</text></revision></page>"
            for number, (title, text) in enumerate(
                {"Tarnstadt": TOWN, "Tarn Valley": TOLD.format(figure)}.items(), start=1
            )
        )
        text = f"<mediawiki><siteinfo><dbname>w</dbname></siteinfo>{pages}</mediawiki>"
        (tmp_path / "w.xml").write_text(text, encoding="utf-8")
        assert run(tmp_path, "scan", "w.xml", "--output", figure, "--no-config").returncode == 0

    scanned("82,417")
    scanned("28,417")
    renew = ("--baseline", "known.json", "--update-baseline")
    assert "1 known findings, 0 before" in between(tmp_path / "82,417", *renew).stderr
    (entry,) = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["findings"]
    assert (entry["file"], entry["article"]) == ("", "Tarn Valley")
    assert between(tmp_path / "82,417", "--baseline", "known.json").returncode == 0
    assert "no longer found: Tarn Valley" in between(tmp_path / "28,417", "--baseline", "known.json").stdout
    assert "0 known findings, 1 before" in between(tmp_path / "28,417", *renew).stderr


def test_faults_of_a_baseline_are_those_of_lint(scan: Scan) -> None:
    out = scan({})
    assert "no such baseline" in between(out, "--baseline", "nosuch.json").stderr
    assert between(out, "--update-baseline").returncode == 2
    (out.parent / "bad.json").write_text('{"version": 1, "findings": [1]}', encoding="utf-8")
    done = between(out, "--baseline", "bad.json")
    assert (done.returncode, "bad.json:1:" in done.stderr) == (2, True)


def test_configuration_as_lint_reads_it(scan: Scan) -> None:
    out = scan({"Tarn Valley": TOLD.format("82,417")})
    config = out.parent / "claimcheck.toml"
    for told, code in (
        (f'[severity]\n"{RULE}" = "error"', 1),
        (f'[severity]\n"{RULE}" = "note"', 0),
        (f'fail-on = "warning"\nignore = ["{RULE}"]', 0),
        (f'fail-on = "warning"\n[per-path-ignores]\n"articles/*Valley*" = ["{RULE}"]', 0),
        (f'fail-on = "warning"\n[per-path-ignores]\n"articles/Tarnstadt*" = ["{RULE}"]', 1),
    ):
        config.write_text(f"preview = true\n{told}\n", encoding="utf-8")
        assert run(out.parent, "between", out.name).returncode == code, told


def test_findings_are_kept_as_a_table(scan: Scan) -> None:
    out = scan({"Tarn Valley": TOLD.format("82,417"), "Tarn Dale": TOLD.format("91,000")})
    ask = "SELECT title, state, text, other_title, other_text, finding FROM between ORDER BY title"
    assert json.loads(run(out.parent, "query", out.name, ask, "--format", "json").stdout) == []
    between(out, "--baseline", "known.json", "--update-baseline")
    (out.parent / "known.json").write_text(
        json.dumps({"version": 1, "findings": json.loads((out.parent / "known.json").read_text())["findings"][:1]})
    )
    assert between(out, "--baseline", "known.json", "--save").returncode == 1
    found = json.loads(run(out.parent, "query", out.name, ask, "--format", "json").stdout)
    assert [tuple(row.values()) for row in found] == [
        ("Tarn Dale", "known", "91,000", "Tarnstadt", "28,417", 0),
        ("Tarn Valley", "stands", "82,417", "Tarnstadt", "28,417", 0),
    ]
    join = "SELECT c.text, o.text AS other FROM between b JOIN claims c USING (wiki, page, revision, title, claim) \
        JOIN claims o ON o.title = b.other_title AND o.claim = b.other_claim ORDER BY c.text"
    joined = json.loads(run(out.parent, "query", out.name, join, "--format", "json").stdout)
    assert [tuple(row.values()) for row in joined] == [("82,417", "28,417"), ("91,000", "28,417")]
    assert between(out, "--select", "corpus/listed-size", "--save").returncode == 0
    assert json.loads(run(out.parent, "query", out.name, ask, "--format", "json").stdout) == []
    assert sorted(path.name for path in (out / "between").iterdir()) == ["part-000000.parquet"]


def test_what_was_kept_is_gone_when_the_scan_goes_on(scan: Scan) -> None:
    out = scan({"Tarn Valley": TOLD.format("82,417")})
    between(out, "--save")
    file = out / "between" / "part-000000.parquet"
    resume = ("scan", "articles", "--output", out.name, "--resume", "--no-config")
    assert run(out.parent, *resume).returncode == 0
    assert file.exists()  # nothing was left to do
    manifest = (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (out / "manifest.jsonl").write_text(manifest[0], encoding="utf-8")
    assert run(out.parent, *resume).returncode == 0
    assert not file.exists()


def test_nothing_is_kept_while_a_scan_writes_or_where_nothing_can_be_written(scan: Scan) -> None:
    out = scan({"Tarn Valley": TOLD.format("82,417")})
    with (out / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = between(out, "--save")
    assert (done.returncode, "another scan is writing here" in done.stderr) == (2, True)
    (out / "between").write_text("", encoding="utf-8")
    done = between(out, "--save")
    assert (done.returncode, "the findings cannot be kept there" in done.stderr) == (2, True)


def test_a_scan_from_before_there_were_comments_in_it(scan: Scan) -> None:
    out = scan({"Tarn Valley": TOLD.format("82,417")})
    (part,) = (out / "articles").iterdir()
    pq.write_table(pq.read_table(part).drop_columns(["ignores"]), part)
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    lines[1]["parts"]["articles"]["size"] = part.stat().st_size
    (out / "manifest.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = between(out)
    assert (done.returncode, done.stderr) == (1, "")
    done = run(out.parent, "query", out.name, "SELECT title, ignores, characters FROM articles ORDER BY title")
    assert "Tarn Valley         " in done.stdout
    assert duckdb.sql(f"SELECT count(*) FROM '{part}'").fetchall() == [(2,)]  # noqa: S608
