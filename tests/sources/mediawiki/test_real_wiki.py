"""A real MediaWiki: what its API really says of pages, histories, redirects, deleted, missing and protected ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from server import BOT, MediaWiki

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import Credentials, NotWikitextError, Patience, Revision, Wiki, WikiError

Write = Callable[..., int]


@pytest.fixture(scope="session")
def line(write: Write) -> list[int]:
    """The 61 revisions of a page."""
    return [write("Upper line", f"The line carries {number} trains.") for number in range(61)]


def test_a_page_as_it_was_written(wiki: Wiki, write: Write) -> None:
    text = "Zürich 🚂 has '''5,000''' trains.\n\n{| class=wikitable\n|-\n| 5 || 6\n|}\n<ref>{{cite web|url=x}}</ref>"
    number = write("Zürich/Trains", text)
    found = wiki.page("Zürich/Trains")
    assert (found.text, found.id, found.title, found.user) == (text, number, "Zürich/Trains", "Admin")
    assert wiki.revision(number).text == text
    assert found.size == len(text.encode())


def test_a_title_as_people_write_it(wiki: Wiki, line: list[int]) -> None:
    assert wiki.page(" upper_line ").id == line[-1]
    assert wiki.page("Upper line#History").id == line[-1]


def test_a_history_of_more_than_fifty(wiki: Wiki, line: list[int]) -> None:
    found = [each for each in wiki.revisions("Upper line") if isinstance(each, Revision)]
    assert [each.id for each in found] == line
    assert [each.text for each in found] == [f"The line carries {number} trains." for number in range(61)]
    assert [each.parent for each in found] == [0, *line[:-1]]


def test_a_history_is_resumed(wiki: Wiki, line: list[int]) -> None:
    assert [each.id for each in wiki.revisions("Upper line", start=line[40]) if isinstance(each, Revision)] == line[40:]


def test_a_history_from_today_on(wiki: Wiki, line: list[int]) -> None:
    today = wiki.revision(line[0]).day
    assert [each.id for each in wiki.edits("Upper line", today)] == line
    assert list(wiki.edits("Upper line", today.replace(year=today.year + 1))) == []


def test_the_digest_tells_equal_texts(wiki: Wiki, write: Write) -> None:
    for text in ("5 trains", "6 trains", "5 trains"):
        write("Back and forth", text)
    one, two, three = wiki.edits("Back and forth")
    assert one.digest == three.digest != two.digest


def test_more_than_fifty_pages(wiki: Wiki, write: Write) -> None:
    titles = [f"Station {number}" for number in range(55)]
    for title in titles:
        write(title, f"{title} has 5 platforms.")
    found = list(wiki.pages([*reversed(titles), "Station 99"]))
    assert [each.title for each in found if isinstance(each, Revision)] == titles[::-1]
    assert str(found[-1]) == "127.0.0.1: Station 99: no such page"


def test_a_redirect(wiki: Wiki, write: Write, line: list[int]) -> None:
    write("Older line", "#REDIRECT [[Upper line]]")
    found = wiki.page("older line")
    assert (found.title, found.id, found.redirects) == ("Upper line", line[-1], ("Older line",))
    assert [each.id for each in wiki.edits("Older line")] == line


def test_a_redirect_into_nothing_and_one_to_itself(wiki: Wiki, write: Write) -> None:
    write("Lost line", "#REDIRECT [[No such line]]")
    with pytest.raises(SourceError, match="Lost line, which redirects to No such line: no such page"):
        wiki.page("Lost line")
    write("Loop", "#REDIRECT [[Loop]]")
    with pytest.raises(SourceError, match="Loop"):
        wiki.page("Loop")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("No such page", "127.0.0.1: No such page: no such page"),
        ("Special:Version", "127.0.0.1: Special:Version: a special page (expected one with a text)"),
        ("A|B", '127.0.0.1: A|B: no valid title: The requested page title contains invalid characters: "|".'),
        ("[[Upper line]]", "127.0.0.1: [[Upper line]]: no valid title: The requested page title contains invalid"),
        ("", "127.0.0.1: '': no title (expected a page's)"),
    ],
)
def test_no_page(wiki: Wiki, title: str, told: str) -> None:
    with pytest.raises(SourceError) as error:
        wiki.page(title)
    assert str(error.value).startswith(told)


def test_no_revision(wiki: Wiki) -> None:
    with pytest.raises(SourceError, match=r"revision 999999: no such revision"):
        wiki.revision(999_999)


def test_a_page_that_is_no_wikitext(wiki: Wiki, write: Write) -> None:
    number = write("Project:Numbers", '{"a": 5}', contentmodel="json", contentformat="application/json")
    with pytest.raises(NotWikitextError, match=f"Numbers, revision {number}: its content model is json, skipped"):
        wiki.page("Project:Numbers")


def test_a_deleted_revision(wiki: Wiki, bot: Wiki, write: Write) -> None:
    numbers = [write("Half hidden", f"{number} trains") for number in range(3)]
    bot.act("revisiondelete", type="revision", target=[numbers[1]], ids=[numbers[1]], hide=["content", "user"])
    told = f"127.0.0.1: Half hidden, revision {numbers[1]}: its text is deleted and not shown"
    with pytest.raises(SourceError, match=told):
        wiki.revision(numbers[1])
    first, hidden, last = wiki.revisions("Half hidden")
    assert isinstance(first, Revision)
    assert str(hidden).startswith(told)
    assert isinstance(last, Revision)
    listed = list(wiki.edits("Half hidden"))
    assert [bool(each.digest) for each in listed] == [True, False, True]
    assert listed[1].user == ""


def test_a_deleted_page(wiki: Wiki, bot: Wiki, write: Write) -> None:
    number = write("Short-lived", "5 trains")
    bot.act("delete", title="Short-lived")
    for ask in (lambda: wiki.page("Short-lived"), lambda: list(wiki.edits("Short-lived"))):
        with pytest.raises(SourceError, match="Short-lived: no such page"):
            ask()
    with pytest.raises(SourceError, match=f"revision {number}: no such revision"):
        wiki.revision(number)


def test_a_private_wiki(mediawiki: MediaWiki, wiki: Wiki, bot: Wiki, line: list[int]) -> None:
    with mediawiki.private():
        with pytest.raises(WikiError, match=r"\[readapidenied\] \(expected credentials in") as error:
            wiki.page("Upper line")
        assert error.value.code == "readapidenied"
        assert bot.page("Upper line").id == line[-1]


def test_a_wrong_password(mediawiki: MediaWiki) -> None:
    wrong = Credentials(user=BOT, password="wrong")
    with (
        Wiki(mediawiki.url, credentials=wrong) as wiki,
        pytest.raises(WikiError, match="could not log in: Incorrect user"),
    ):
        wiki.page("Main Page")


def test_a_lagging_wiki(mediawiki: MediaWiki) -> None:
    waits: list[float] = []
    with (
        Wiki(mediawiki.url, maxlag=-5, patience=Patience(12), sleep=waits.append) as wiki,
        pytest.raises(SourceError, match=r"lagged.* \[maxlag\]; it asks to wait 5 s; given up after 3 tries"),
    ):
        wiki.page("Main Page")
    assert waits == [5, 5]


def test_what_the_wiki_says_of_itself(wiki: Wiki) -> None:
    assert (wiki.site.name, wiki.site.id, wiki.site.server) == ("ClaimcheckTest", "wiki", "127.0.0.1")
    assert wiki.site.generator.startswith("MediaWiki 1.")


def test_the_address_of_a_page_leads_to_the_api(mediawiki: MediaWiki, line: list[int]) -> None:
    with Wiki(f"{mediawiki.url}/index.php?title=Upper_line") as wiki:
        assert wiki.page("Upper line").id == line[-1]
        assert wiki.api.script == f"{mediawiki.url}/api.php"


def test_a_page_of_two_megabytes(wiki: Wiki, write: Write) -> None:
    text = ("The town of Upper Tarn has 5,000 people and 7 trains. " * 38_000).strip()
    write("Long", text)
    assert wiki.page("Long").text == text
