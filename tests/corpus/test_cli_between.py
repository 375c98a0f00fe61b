"""`claimcheck between`: findings in every format, with the other article named; what a scan cannot tell is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("duckdb")

import duckdb
import polars as pl

from claimcheck.corpus.between.paper import paper
from claimcheck.report import formats

TOWN = (
    "{{Infobox settlement | name = Tarnstadt | population_total = 28417 | population_as_of = 2011 }}\nIt is a city.\n"
)
VALLEY = (
    "The valley 🚂 is '''long''' and green, like [[Zürich]].\n\n== People ==\n"
    "In 2011, the [[Tarn town|old city]] had, as '''all''' know, a population of 82,417.\n"
)
OWN_RULE = Path(__file__).resolve().parents[2] / "examples" / "corpus-rules"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", "from claimcheck.cli import main; main()", *arguments],
        cwd=folder, capture_output=True, text=True, check=False, timeout=120, encoding="utf-8",
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    return done


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scan in `out` of a dump of two articles and a redirect: the texts are not there any more."""
    folder = tmp_path_factory.mktemp("dump")
    pages = [("Tarnstadt", 1, TOWN), ("Tarn Valley", 2, VALLEY), ("Tarn town", 3, "#REDIRECT [[Tarnstadt]]")]
    (folder / "wiki.xml").write_text(
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n'
        "<siteinfo><sitename>W</sitename><dbname>enwiki</dbname></siteinfo>\n"
        + "".join(
            f"<page><title>{title}</title><ns>0</ns><id>{number}</id>"
            + ('<redirect title="Tarnstadt"/>' if text.startswith("#") else "")
            + f"<revision><id>{number + 70}</id><timestamp>2020-01-01T00:00:00Z</timestamp>"
            f"<model>wikitext</model><format>text/x-wiki</format><text>{text}</text></revision></page>\n"
            for title, number, text in pages
        )
        + "</mediawiki>\n",
        encoding="utf-8",
    )
    done = run(folder, "scan", "wiki.xml", "--output", "out", "--no-config", "--exit-zero")
    assert done.returncode == 0, done.stderr
    return folder


def between(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "between", "out", "--no-config", *arguments)


def test_a_redirect_leads_to_the_other_article_and_places_are_the_articles_own(dump: Path) -> None:
    done = between(dump, "--preview", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    (article,) = json.loads(done.stdout)["articles"]
    (finding,) = article["findings"]
    at = VALLEY.index("82,417")
    line = VALLEY[:at].count("\n") + 1
    place = (at, at + 6, line, at - VALLEY.rindex("\n", 0, at))
    assert (finding["start"], finding["end"], finding["line"], finding["column"]) == place
    assert finding["rule"] == "corpus/figure-in-two-articles"
    assert article["url"] == "https://en.wikipedia.org/w/index.php?oldid=72"
    (mark,) = finding["related"]
    assert (mark["start"], mark["line"]) == (TOWN.index("28417"), 1)
    elsewhere = {"article": "Tarnstadt", "file": "Tarnstadt", "url": "https://en.wikipedia.org/w/index.php?oldid=71"}
    assert mark["elsewhere"] == elsewhere
    assert [claim["text"] for claim in finding["claims"]] == ["82,417", "28417"]
    assert finding["claims"][0]["section"] == "People"


@pytest.fixture(scope="module")
def written(dump: Path) -> Path:
    """The report in every format, as files named after them."""
    outputs = [part for style in formats() for part in ("--output", f"{style}={style}.report")]
    done = between(dump, "--preview", "--quiet", *outputs)
    assert done.returncode == 0, done.stderr
    return dump


@pytest.mark.parametrize("style", formats())
def test_every_format_names_the_other_article(written: Path, style: str) -> None:
    told = (written / f"{style}.report").read_text(encoding="utf-8")
    assert "82,417" in told
    assert "Tarnstadt" in told


def test_fail_on_and_severities(dump: Path) -> None:
    assert between(dump, "--preview", "--fail-on", "warning").returncode == 1
    assert between(dump, "--preview", "--fail-on", "warning", "--exit-zero").returncode == 0
    assert between(dump, "--select", "corpus/figure-in-two-articles", "--fail-on", "warning").returncode == 1
    assert between(dump, "--select", "corpus/listed-figure", "--fail-on", "warning").returncode == 0
    config = dump / "mine.toml"
    config.write_text(
        'preview = true\n[severity]\n"corpus/figure-in-two-articles" = "error"\n'
        '[options]\n"corpus/size-in-two-articles" = {apart = 0.5}\n',
        encoding="utf-8",
    )
    assert run(dump, "between", "out", "--config", "mine.toml").returncode == 1


def test_without_a_rule_that_runs_it_says_so(dump: Path) -> None:
    done = between(dump, "--select", "order")
    assert done.returncode == 2
    assert "no rule between articles runs" in done.stderr


def test_a_rule_of_ones_own(dump: Path) -> None:
    done = between(dump, "--rules", str(OWN_RULE), "--select", "lakes")
    assert (done.returncode, done.stderr) == (0, "")
    tested = run(dump, "rules", "test", str(OWN_RULE))
    assert (tested.returncode, tested.stdout) == (0, "1 rule, 3 examples: all hold\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("options: {mesures: [area]}", "did you mean `measures`"),
        ("options: {time: any}", "neither measures nor events are named"),
        ("options: {measures: [area], apart: 2}", "a number"),
        ("options: {measures: [area], contexts: [footnote]}", "footnote"),
    ],
)
def test_faults_of_a_rule_are_told_with_their_place(tmp_path: Path, line: str, words: str) -> None:
    rule = (OWN_RULE / "lakes" / "depth.yaml").read_text(encoding="utf-8")
    old = next(each for each in rule.splitlines() if each.startswith("options"))
    path = tmp_path / "mine" / "lakes" / "depth.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(rule.replace(old, line), encoding="utf-8")
    done = run(tmp_path, "rules", "test", "mine")
    assert done.returncode == 2
    assert "depth.yaml:5:" in done.stderr
    assert words in done.stderr


def test_a_wrong_example_of_several_articles_is_told(tmp_path: Path) -> None:
    rule = (OWN_RULE / "lakes" / "depth.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine" / "lakes" / "depth.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(rule.replace("⟦180 m⟧", "⟦81 m⟧").replace("depth of 262 ft", "depth of 900 ft"), encoding="utf-8")
    done = run(tmp_path, "rules", "test", "mine")
    assert done.returncode == 1
    assert "lakes/depth:bad-1: “81 m”" in done.stdout
    assert "lakes/depth:good-1: the article “Tarn Valley” is flagged" in done.stdout


def test_explain_shows_all_articles_of_an_example(dump: Path) -> None:
    done = run(dump, "explain", "corpus/founder-and-foundation")
    assert done.returncode == 0
    assert "in “Acme Mills”" in done.stdout
    assert "in “John Orme”" in done.stdout


def test_scans_that_cannot_tell(dump: Path) -> None:
    for kept, code, words in (("none", 2, "kept no claims"), ("measured", 0, "measured claims only")):
        run(dump, "scan", "wiki.xml", "--output", kept, "--claims", kept, "--no-config")
        done = run(dump, "between", kept, "--preview", "--no-config")
        assert (done.returncode, words in done.stderr) == (code, True), done.stderr
    assert run(dump, "between", "nosuch", "--preview", "--no-config").returncode == 2


def test_findings_are_a_table_too(dump: Path) -> None:
    (dump / "between").mkdir()
    done = between(dump, "--preview", "--format", "jsonl", "--output", "jsonl=between/findings.jsonl", "--quiet")
    assert done.returncode == 0
    table = "read_json('between/findings.jsonl')"
    sql = f"SELECT rule, article, related[1].elsewhere.article AS other FROM {table} WHERE type = 'finding'"  # noqa: S608
    file = dump / "findings.parquet"
    asked = run(dump, "query", "out", sql, "--allow", "between", "--format", "parquet", "--output", str(file))
    assert asked.returncode == 0, asked.stderr
    assert pl.read_parquet(file).rows() == [("corpus/figure-in-two-articles", "Tarn Valley", "Tarnstadt")]


def test_files_that_are_as_scanned_are_shown_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "Tarnstadt.wikitext").write_text(TOWN, encoding="utf-8")
    (folder / "Tarn Valley.wikitext").write_text(VALLEY.replace("Tarn town", "Tarnstadt"), encoding="utf-8")
    run(tmp_path, "scan", "articles", "--output", "out", "--no-config", "--exit-zero")
    assert "| '''all''' know" not in between(tmp_path, "--preview").stdout
    assert "[[Tarnstadt|old city]]" in between(tmp_path, "--preview").stdout
    (folder / "Tarn Valley.wikitext").write_text("All is new.", encoding="utf-8")
    told = between(tmp_path, "--preview").stdout
    assert "[[Tarnstadt|old city]]" not in told
    assert "In 2011, the old city had, as all know, a population of 82,417." in told


def record(text: str, start: int, length: int, first: int, last: int) -> dict[str, object]:
    """A claim of a text, whose sentence is `text[first:last]`."""
    line = text.count("\n", 0, start) + 1
    return {
        "text": text[start : start + length],
        "start": start,
        "end": start + length,
        "line": line,
        "column": start - (text.rfind("\n", 0, start) + 1) + 1,
        "sentence": text[first:last],
        "sentence_start": start - first,
    }


def test_paper_has_every_claim_at_its_place() -> None:
    text = "\n\nOne has 12 of them and 13 more.\r\n\n\n\nTwo had 14.\nThree had 15 and\n16."
    places = [(text.index(number), 2) for number in ("12", "13", "14", "15", "16")]
    one, two, three = (text.index(name) for name in ("One", "Two", "Three"))
    bounds = [(one, one + 31), (one, one + 31), (two, two + 11), (three, len(text)), (three, len(text))]
    source = paper([record(text, *at, *sentence) for at, sentence in zip(places, bounds, strict=True)], "x")
    for start, length in places:
        assert source.text[start : start + length] == text[start : start + length]
        line = text.count("\n", 0, start) + 1
        assert source.position(start) == (line, start - (text.rfind("\n", 0, start) + 1) + 1)
    assert "One has 12 of them and 13 more." in source.text
    assert "Two had 14." in source.text


def test_duckdb_is_of_a_version_whose_fence_was_tested() -> None:
    assert duckdb.__version__.startswith("2.")
