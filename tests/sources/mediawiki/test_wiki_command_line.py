"""`claimcheck lint` and `extract` on pages of a real MediaWiki."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from server import MediaWiki

from claimcheck.sources.mediawiki import Wiki

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., int]

FLAWED = "The agency employed 7000 thousand nurses in that year."
SOUND = "The agency employed 7,000 nurses in that year."


@pytest.fixture
def versions(write: Write) -> list[int]:
    """A page whose second revision is flawed and whose third is not, and its redirect."""
    write("Old agency", "#REDIRECT [[Agency/North]]")
    return [write("Agency/North", f"{text} {len(text)} of them.") for text in (SOUND, FLAWED, SOUND + " ")]


def test_the_newest_revision(run: Run, mediawiki: MediaWiki, write: Write) -> None:
    number = write("Nurses of Zürich", f"'''Zürich''' 🚂\n\n{FLAWED}")
    code, out, err = run("lint", "--wiki", mediawiki.url, "--page", "nurses of Zürich", "--format", "json")
    (article,) = json.loads(out)["articles"]
    assert (code, err) == (1, "")
    assert (article["article"], article["file"]) == ("Nurses of Zürich", "Nurses of Zürich")
    assert article["url"] == f"{mediawiki.url}/index.php?oldid={number}"
    (finding,) = article["findings"]
    assert (finding["rule"], finding["line"], finding["column"]) == ("scale/doubled-scale-word", 3, 21)


def test_text_names_the_page(run: Run, mediawiki: MediaWiki, write: Write) -> None:
    write("Nurses", FLAWED)
    _, out, _ = run("lint", "--wiki", mediawiki.url, "--page", "Nurses")
    assert out.startswith("Nurses:1:21: error 7000 thousand")


def test_several_pages_with_faults_in_their_places(run: Run, mediawiki: MediaWiki, write: Write) -> None:
    write("Nurses", FLAWED)
    write("Doctors", SOUND)
    wanted = [argument for title in ("Nurses", "Nobody", "Doctors") for argument in ("--page", title)]
    code, out, err = run("lint", "--wiki", mediawiki.url, *wanted, "--format", "json")
    report = json.loads(out)
    assert code == 2
    assert [article["file"] for article in report["articles"]] == ["Nurses", "Doctors"]
    assert [unread["message"] for unread in report["unread"]] == ["127.0.0.1: Nobody: no such page"]
    assert err == "claimcheck: 127.0.0.1: Nobody: no such page\n"


def test_a_revision_by_its_number(run: Run, mediawiki: MediaWiki, versions: list[int]) -> None:
    for number, expected in zip(versions, (0, 1, 0), strict=True):
        code, _, _ = run("lint", "--wiki", mediawiki.url, "--revision", str(number), "--page", "agency/North")
        assert code == expected
    code, _, err = run("lint", "--wiki", mediawiki.url, "--revision", str(versions[0]), "--page", "Nurses")
    assert code == 2
    assert f"revision {versions[0]} is one of Agency/North (expected one of Nurses)" in err


def test_all_revisions_since_a_day(run: Run, mediawiki: MediaWiki, wiki: Wiki, versions: list[int]) -> None:
    day = wiki.revision(versions[0]).day.isoformat()
    code, out, _ = run("lint", "--wiki", mediawiki.url, "--page", "Agency/North", "--since", day, "--format", "json")
    articles = json.loads(out)["articles"]
    assert code == 1
    assert [article["file"] for article in articles][-3:] == [f"Agency/North@{number}" for number in versions]
    assert [len(article["findings"]) for article in articles][-3:] == [0, 1, 0]


def test_a_redirect_is_said(run: Run, mediawiki: MediaWiki, versions: list[int]) -> None:
    code, _, err = run("lint", "--wiki", mediawiki.url, "--page", "Old agency")
    told = "claimcheck: Old agency → Agency/North: a redirect, followed\n"
    assert (code, err) == (0, told)
    assert versions
    _, _, err = run("lint", "--wiki", mediawiki.url, "--page", "Old agency", "--since", "2000-01-01")
    assert err == told


def test_what_is_no_wikitext_is_left_out(run: Run, mediawiki: MediaWiki, write: Write) -> None:
    write("Project:Table", "[5]", contentmodel="json", contentformat="application/json")
    code, out, err = run("lint", "--wiki", mediawiki.url, "--page", "Project:Table", "--format", "json")
    assert (code, json.loads(out)["articles"]) == (0, [])
    assert "its content model is json, skipped (expected wikitext)" in err


def test_extract(run: Run, mediawiki: MediaWiki, write: Write) -> None:
    number = write("Nurses", FLAWED)
    code, out, _ = run("extract", "--wiki", mediawiki.url, "--page", "Nurses", "--format", "jsonl")
    (claim,) = map(json.loads, out.splitlines())
    assert (code, claim["text"], claim["article"]) == (0, "7000 thousand", "Nurses")
    assert claim["url"] == f"{mediawiki.url}/index.php?oldid={number}"


def test_formats_with_a_place_for_it_hold_the_permanent_address(run: Run, mediawiki: MediaWiki, write: Write) -> None:
    url = f"{mediawiki.url}/index.php?oldid={write('Nurses', FLAWED + ' It has a roof.')}"
    _, out, _ = run("lint", "--wiki", mediawiki.url, "--page", "Nurses", "--format", "sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": url}
    _, out, _ = run("lint", "--wiki", mediawiki.url, "--page", "Nurses", "--format", "markdown")
    assert out.startswith(f"## [Nurses](<{url}>)\n")
    _, out, _ = run("lint", "--wiki", mediawiki.url, "--page", "Nurses", "--format", "wikitext")
    assert out.startswith(f"== [[:Nurses]] ==\nRead in [{url} this revision].\n")
    _, out, _ = run("lint", "--wiki", mediawiki.url, "--page", "Nurses", "--format", "html")
    assert f'href="{url}"' in out


def test_a_private_wiki(run: Run, mediawiki: MediaWiki, write: Write, as_bot: None) -> None:  # noqa: ARG001
    write("Secret nurses", FLAWED)
    with mediawiki.private():
        code, _, err = run("lint", "--wiki", mediawiki.url, "--page", "Secret nurses")
    assert (code, err) == (1, "")


def test_a_private_wiki_without_a_password(run: Run, mediawiki: MediaWiki) -> None:
    with mediawiki.private():
        code, out, err = run("lint", "--wiki", mediawiki.url, "--page", "Main Page", "--format", "json")
    assert code == 2
    assert "readapidenied" in err
    assert json.loads(out)["summary"]["failures"] == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Missing argument 'PATH… | -' (or --wiki URL --page TITLE)"),
        (("--page", "Nurses"), "--page, --revision and --since need --wiki URL"),
        (("--wiki", "https://wiki.example"), "--wiki needs --page TITLE or --revision ID"),
        (("--wiki", "https://wiki.example", "Nurses"), "PATH and --wiki exclude each other"),
        (("--wiki", "https://wiki.example", "--page", "A", "--since", "yesterday"), "'yesterday' is not a day"),
        (("--wiki", "https://wiki.example", "--revision", "5", "--since", "2024-05-06"), "--revision excludes --since"),
        (("--wiki", "https://wiki.example", "--page", "A", "--title", "B"), "--title and --wiki exclude each other"),
        (("--wiki", "https://en.wikipedia.org", "--page", "A"), "Wikimedia's wikis are only asked with a contact"),
        (("--wiki", "gopher://x", "--page", "A"), "'gopher://x': no address of a wiki (expected https://…)"),
    ],
)
def test_bad_usage(run: Run, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = run("lint", *arguments)
    assert (code, out) == (2, "")
    assert told in err
