"""`claimcheck compare` on two revisions of a page of a real MediaWiki."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from server import MediaWiki

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., int]
SOUND = "The agency employed 7,000 nurses in that year."


@pytest.fixture
def edit(write: Write) -> tuple[str, str]:
    """An edit by two revisions' numbers."""
    old = write("Compared", SOUND)
    return str(old), str(write("Compared", SOUND.replace("7,000", "7000 thousand")))


def test_two_revisions(run: Run, mediawiki: MediaWiki, edit: tuple[str, str]) -> None:
    code, out, _ = run("compare", "--wiki", mediawiki.url, *edit, "--format", "json", "--select", "scale")
    shape = json.loads(out)
    assert code == 1
    assert (shape["article"], shape["before"], shape["after"]) == ("Compared", *(f"Compared@{each}" for each in edit))
    ((changed),) = shape["changed"]
    assert (changed["before"]["text"], changed["after"]["text"]) == ("7,000", "7000 thousand")
    assert [finding["rule"] for finding in shape["new"]] == ["scale/doubled-scale-word"]
    assert run("compare", "--wiki", mediawiki.url, *reversed(edit), "--select", "scale")[0] == 0


def test_permanent_address(run: Run, mediawiki: MediaWiki, edit: tuple[str, str]) -> None:
    _, out, _ = run("compare", "--wiki", mediawiki.url, *edit, "--format", "sarif", "--select", "scale")
    (result,) = json.loads(out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == f"{mediawiki.url}/index.php?oldid={edit[1]}"


def test_revisions_of_two_pages(run: Run, mediawiki: MediaWiki, edit: tuple[str, str], write: Write) -> None:
    other = str(write("Another page", SOUND))
    code, _, err = run("compare", "--wiki", mediawiki.url, edit[0], other)
    assert code == 2
    assert err == (
        f"claimcheck: {edit[0]} is a revision of Compared, {other} one of Another page (expected one page)\n"
    )


def test_no_numbers(run: Run, mediawiki: MediaWiki) -> None:
    code, _, err = run("compare", "--wiki", mediawiki.url, "a.txt", "b.txt")
    assert code == 2
    assert "with --wiki, OLD and NEW are numbers of revisions" in err
