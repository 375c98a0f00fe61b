"""`claimcheck blame` on the history of a page of a real MediaWiki."""

from __future__ import annotations

import json
from collections.abc import Callable

from server import MediaWiki

from claimcheck.sources.mediawiki import Wiki

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., int]
FLAWED = "The agency employed 7000 thousand nurses in that year."
SOUND = "The agency employed 7,000 nurses in that year."


def test_a_page(run: Run, mediawiki: MediaWiki, write: Write) -> None:
    numbers = [write("Old nurses", f"{FLAWED if n >= 9 else SOUND}\n\nEdit {n}.") for n in range(20)]
    write("Oldest nurses", "#REDIRECT [[Old nurses]]")
    code, out, err = run("blame", "Oldest nurses", "--wiki", mediawiki.url, "--format", "json")
    shape = json.loads(out)
    assert err == "claimcheck: Old nurses: Oldest nurses → Old nurses, a redirect, followed\n"
    assert (code, shape["article"], shape["versions"]) == (1, "Old nurses", 20)
    (finding,) = shape["findings"]
    introduced = finding["introduced"]
    assert (introduced["version"], introduced["before"]) == (str(numbers[9]), str(numbers[8]))
    assert (introduced["author"], introduced["url"]) == ("Admin", f"{mediawiki.url}/index.php?oldid={numbers[9]}")
    assert shape["linted"] <= 10
    _, told, _ = run("blame", "Old nurses", "--wiki", mediawiki.url)
    assert f"  brought by {numbers[9]} of {introduced['time'][:10]} by Admin: " in told


def test_deleted_revisions_are_passed_over(run: Run, mediawiki: MediaWiki, bot: Wiki, write: Write) -> None:
    numbers = [write("Hidden nurses", f"{FLAWED if n >= 3 else SOUND}\n\nEdit {n}.") for n in range(6)]
    bot.act("revisiondelete", type="revision", target=[numbers[3]], ids=numbers[2:4], hide=["content"])
    _, out, err = run("blame", "Hidden nurses", "--wiki", mediawiki.url, "--format", "json")
    introduced = json.loads(out)["findings"][0]["introduced"]
    assert (introduced["version"], introduced["before"]) == (str(numbers[4]), str(numbers[1]))
    assert err == "claimcheck: Hidden nurses: 2 deleted revisions left out\n"


def test_no_page(run: Run, mediawiki: MediaWiki) -> None:
    code, out, err = run("blame", "No nurses", "--wiki", mediawiki.url)
    assert (code, out, err) == (2, "", "claimcheck: 127.0.0.1: No nurses: no such page\n")
