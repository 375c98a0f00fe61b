"""Many pages with few questions: in the order asked for, each once, faults in their places; histories; who asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from wiki_stand_in import Answer, Asked, StandIn, as_json, page, pages, revision

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import Credentials, Edit, NotWikitextError, Revision, Wiki, address, login, operator

Ask = Callable[..., tuple[Wiki, StandIn]]


def titles(asked: Asked) -> list[str]:
    return asked.parameters["titles"].lstrip("\x1f").replace("\x1f", "|").split("|")


def echo(asked: Asked) -> Answer:
    """Every page asked for, in the order of their names backwards, as no wiki promises any order."""
    return as_json(pages(*(page(title, revision(len(title), title)) for title in sorted(titles(asked), reverse=True))))


@pytest.mark.parametrize(("count", "questions"), [(0, 0), (1, 1), (50, 1), (51, 2), (120, 3)])
def test_fifty_titles_with_one_question(ask: Ask, count: int, questions: int) -> None:
    wiki, server = ask(echo)
    wanted = [f"Station {number:03}" for number in range(count)]
    assert [each.text for each in wiki.pages(wanted) if isinstance(each, Revision)] == wanted
    assert len(server.asked) == questions


def test_a_title_twice_is_one_page(ask: Ask) -> None:
    wiki, _ = ask(echo)
    assert [each.text for each in wiki.pages(["B", "A", "B"]) if isinstance(each, Revision)] == ["B", "A"]


def test_long_titles_are_posted(ask: Ask) -> None:
    wiki, server = ask(echo)
    wanted = [f"{'Straße ' * 20}{number}" for number in range(50)]
    assert [each.text for each in wiki.pages(wanted) if isinstance(each, Revision)] == wanted
    assert [asked.method for asked in server.asked] == ["POST"]
    assert server.asked[0].headers["promise-non-write-api-action"] == "true"


def test_pages_whose_texts_come_later(ask: Ask) -> None:
    """Where an answer would be too long, the wiki sends some pages without their texts and continues."""

    def script(asked: Asked) -> Answer:
        onward = asked.parameters.get("rvcontinue")
        if onward is None:
            return as_json(pages(page("A", revision(1, "a")), page("B"), **{"continue": {"rvcontinue": "2"}}))
        return as_json(pages(page("A"), page("B", revision(2, "b"))))

    wiki, _ = ask(script)
    assert [each.text for each in wiki.pages(["A", "B"]) if isinstance(each, Revision)] == ["a", "b"]


def test_faults_stand_in_their_places(ask: Ask) -> None:
    found = [
        page("A", revision(1, "a")),
        page("Gone", missing=True),
        page("Data", revision(3) | {"slots": {"main": {"contentmodel": "json", "content": "{}"}}}),
    ]
    wiki, _ = ask(lambda _: as_json(pages(*reversed(found))))
    one, two, three, four = wiki.pages(["Gone", "A", "\x07", "Data"])
    assert str(one) == "127.0.0.1: Gone: no such page"
    assert isinstance(two, Revision)
    assert str(three) == r"127.0.0.1: '\x07': no title (expected a page's)"
    assert isinstance(four, NotWikitextError)


@pytest.mark.parametrize(
    ("redirects", "found", "told"),
    [
        ([("Old", "New")], [page("New", revision(1, "new"))], ("Old",)),
        ([("Old", "Older"), ("Older", "New")], [page("New", revision(1, "new"))], ("Old", "Older")),
        ([("Old", "New")], [page("New", missing=True)], "127.0.0.1: Old, which redirects to New: no such page"),
        ([("Old", "Old")], [], "127.0.0.1: Old, which redirects to Old: redirects to itself"),
    ],
)
def test_redirects(
    ask: Ask, redirects: list[tuple[str, str]], found: list[dict[str, object]], told: str | tuple[str, ...]
) -> None:
    query = {"pages": found, "redirects": [{"from": here, "to": there} for here, there in redirects]}
    wiki, _ = ask(lambda _: as_json({"batchcomplete": True, "query": query}))
    (result,) = wiki.pages(["Old"])
    assert (result.redirects if isinstance(result, Revision) else str(result)) == told


def test_a_title_as_the_wiki_writes_it(ask: Ask) -> None:
    query = {"pages": [page("Foo bar", revision(1))], "normalized": [{"from": "foo_bar", "to": "Foo bar"}]}
    wiki, _ = ask(lambda _: as_json({"query": query}))
    assert wiki.page("foo_bar").title == "Foo bar"


def test_a_page_of_another_wiki(ask: Ask) -> None:
    wiki, _ = ask(lambda _: as_json({"query": {"interwiki": [{"title": "fr:Foo", "iw": "fr"}]}}))
    with pytest.raises(SourceError, match=r"fr:Foo: on another wiki \(fr; expected a page of this one\)"):
        wiki.page("fr:Foo")


def test_titles_with_a_stroke_are_not_two(ask: Ask) -> None:
    wiki, server = ask(lambda _: as_json(pages(page("A|B", invalid=True, invalidreason="bad characters"))))
    with pytest.raises(SourceError, match=r"A\|B: no valid title: bad characters"):
        wiki.page("A|B")
    assert server.asked[0].parameters["titles"] == "\x1fA|B"


def test_a_wiki_of_before_slots(ask: Ask) -> None:
    """MediaWiki 1.31 and older has the text beside the number."""
    old = {name: value for name, value in revision(9).items() if name != "slots"}
    wiki, _ = ask(lambda _: as_json(pages(page("A", old | {"content": "5 trains", "contentmodel": "wikitext"}))))
    assert wiki.page("A").text == "5 trains"


def test_revisions_by_number(ask: Ask) -> None:
    found = pages(page("A", revision(9, "new"), revision(8, "old")))
    found["query"]["badrevids"] = {"7": {"revid": 7, "missing": True}}
    wiki, server = ask(lambda _: as_json(found))
    old, gone, new = wiki.revisions_by_id([8, 7, 9])
    assert isinstance(old, Revision)
    assert isinstance(new, Revision)
    assert (old.text, new.text, new.parent) == ("old", "new", 8)
    assert str(gone) == "127.0.0.1: revision 7: no such revision (it may be deleted)"
    assert new.url == f"{server.url.removesuffix('api.php')}index.php?oldid=9"


def test_a_revision(ask: Ask) -> None:
    wiki, _ = ask(lambda _: as_json(pages(page("A", revision(9, "5 trains", user="Ann", comment="five")))))
    found = wiki.revision(9)
    assert (found.title, found.id, found.user, found.comment, found.text) == ("A", 9, "Ann", "five", "5 trains")
    assert found.time == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert found.day == date(2024, 5, 6)


def test_a_history_from_a_day_on(ask: Ask) -> None:
    wiki, server = ask(lambda _: as_json(pages(page("A", revision(8), revision(9)))))
    assert [each.id for each in wiki.revisions("A", date(2024, 5, 6)) if isinstance(each, Revision)] == [8, 9]
    assert server.asked[0].parameters["rvstart"] == "2024-05-06T00:00:00Z"
    assert server.asked[0].parameters["rvdir"] == "newer"


def test_a_history_without_texts(ask: Ask) -> None:
    hidden = {name: value for name, value in revision(9, None).items() if name != "sha1"} | {"sha1hidden": True}
    wiki, server = ask(lambda _: as_json(pages(page("A", revision(8, None), hidden))))
    one, two = wiki.edits("A")
    assert isinstance(one, Edit)
    assert (one.id, two.digest) == (8, "")
    assert "content" not in server.asked[0].parameters["rvprop"].split("|")
    assert server.asked[0].parameters["rvlimit"] == "max"


def test_a_history_of_no_page(ask: Ask) -> None:
    wiki, _ = ask(lambda _: as_json(pages(page("A", missing=True))))
    with pytest.raises(SourceError, match="A: no such page"):
        list(wiki.edits("A"))


@pytest.mark.parametrize(
    ("host", "contact", "environment", "agent"),
    [
        ("wiki.example", None, {}, "claimcheck/V httpx/V"),
        ("wiki.example", "ann@example.org", {}, "claimcheck/V (ann@example.org) httpx/V"),
        ("en.wikipedia.org", "https://example.org/bot", {}, "claimcheck/V (https://example.org/bot) httpx/V"),
        ("en.wikipedia.org", None, {"CLAIMCHECK_CONTACT": "User:Ann"}, "claimcheck/V (User:Ann) httpx/V"),
        ("notwikipedia.org", None, {}, "claimcheck/V httpx/V"),
        ("wikipedia.org.example", None, {}, "claimcheck/V httpx/V"),
        ("en.wikipedia.org", None, {}, "only asked with a contact (expected --contact or CLAIMCHECK_CONTACT"),
        ("wikipedia.org", " ", {}, "only asked with a contact"),
        ("WWW.WIKIDATA.ORG.", None, {}, "only asked with a contact"),
        ("stream.wikimedia.org", None, {}, "only asked with a contact"),
        ("wiki.example", "Ann", {}, "contact 'Ann': not an address"),
        ("wiki.example", "@", {}, "contact '@': not an address"),
        ("wiki.example", "a@b.c\r\nCookie: x", {}, "not an address"),
        ("wiki.example", "ann@münchen.example", {}, "not an address (expected an e-mail address, a web address, or"),
    ],
)
def test_who_asks(
    monkeypatch: pytest.MonkeyPatch, host: str, contact: str | None, environment: dict[str, str], agent: str
) -> None:
    monkeypatch.setattr(operator, "_version", lambda _: "V")
    try:
        assert operator.user_agent(host, contact, environment) == agent
    except SourceError as error:
        assert agent in str(error)  # noqa: PT017 - what is expected may be either


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, None),
        ({"CLAIMCHECK_WIKI_TOKEN": "abc"}, Credentials(token="abc")),
        (
            {"CLAIMCHECK_WIKI_USER": "Ann@bot", "CLAIMCHECK_WIKI_PASSWORD": "s"},
            Credentials(user="Ann@bot", password="s"),
        ),
        ({"CLAIMCHECK_WIKI_USER": "Ann@bot"}, "belong together (only CLAIMCHECK_WIKI_USER is set)"),
        ({"CLAIMCHECK_WIKI_PASSWORD": "s"}, "belong together (only CLAIMCHECK_WIKI_PASSWORD is set)"),
        ({"CLAIMCHECK_WIKI_TOKEN": "abc", "CLAIMCHECK_WIKI_USER": "Ann"}, "are both set (expected one of them)"),
        ({"CLAIMCHECK_WIKI_TOKEN": "a\nb"}, "holds a character that cannot be printed"),
    ],
)
def test_credentials_of_the_environment(environment: dict[str, str], found: Credentials | str | None) -> None:
    try:
        assert login.from_environment(environment) == found
    except SourceError as error:
        assert str(found) in str(error)  # noqa: PT017 - what is expected may be either


def test_credentials_are_not_shown() -> None:
    assert "secret" not in repr(Credentials(token="secret")) + repr(Credentials(user="Ann", password="secret"))


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://wiki.example/w/api.php", True),
        ("http://localhost:8080", True),
        ("http://127.0.0.1/api.php", True),
        ("http://[::1]:80/", True),
        ("http://wiki.example/w/api.php", False),
        ("http://localhost.example/", False),
    ],
)
def test_credentials_are_sent_encrypted_only(url: str, sent: bool) -> None:
    secret = Credentials(token="secret")
    if sent:
        assert secret.for_address(url) is secret
    else:
        with pytest.raises(SourceError, match="no credentials are sent without encryption"):
            secret.for_address(url)


def test_a_token_is_in_every_question(stand_in: Callable[..., StandIn]) -> None:
    server = stand_in(lambda _: as_json(pages(page("A", revision(1)))))
    with Wiki(server.url, credentials=Credentials(token="abc")) as wiki:
        wiki.page("A")
    assert server.asked[0].headers["authorization"] == "Bearer abc"
    assert server.asked[0].parameters["assert"] == "user"


def test_a_session_that_runs_out_is_begun_again(stand_in: Callable[..., StandIn]) -> None:
    logins = 0

    def script(asked: Asked) -> Answer:
        nonlocal logins
        if asked.parameters.get("meta") == "tokens":
            return as_json({"query": {"tokens": {"logintoken": "+\\"}}})
        if asked.parameters.get("action") == "login":
            logins += 1
            assert asked.method == "POST"
            return as_json({"login": {"result": "Success"}})
        if asked.parameters["titles"] == "B" and logins == 1:
            return as_json({"errors": [{"code": "assertuserfailed", "text": "You are no longer logged in."}]})
        return as_json(pages(page(asked.parameters["titles"], revision(1))))

    server = stand_in(script)
    with Wiki(server.url, credentials=Credentials(user="Ann@bot", password="s")) as wiki:
        assert [wiki.page("A").title, wiki.page("B").title] == ["A", "B"]
    assert logins == 2


@pytest.mark.parametrize(
    ("given", "page_of_it", "found"),
    [
        ("https://w.example/wiki/Foo", b'<link rel="EditURI" href="//w.example/x/api.php?action=rsd">', "/x/api.php"),
        ("https://w.example/", b"", "/w/api.php"),
        ("https://w.example/", b'<link rel="EditURI" href="http://w.example/y/api.php?action=rsd">', "/y/api.php"),
        ("https://w.example/", b'<link rel="EditURI" href="javascript:api.php">', "/w/api.php"),
        ("https://w.example/", b'<link rel="EditURI" href="https://evil.example/api.php">', "/w/api.php"),
        ("https://w.example/", b"<link rel=EditURI><link href=/a><p>rel=EditURI", "/w/api.php"),
    ],
)
def test_where_the_api_is(given: str, page_of_it: bytes, found: str) -> None:
    assert address.candidates(given, page_of_it)[0] == f"https://w.example{found}"


def test_the_api_is_found_from_a_page(stand_in: Callable[..., StandIn]) -> None:
    def script(asked: Asked) -> Answer:
        if asked.path == "/api.php":
            return as_json(pages(page("A", revision(1))))
        return Answer(b"<html><title>Welcome", 404, (("Content-Type", "text/html"),))

    server = stand_in(script)
    with Wiki(server.url.removesuffix("w/api.php") + "wiki/Main_Page") as wiki:
        assert wiki.page("A").id == 1
    assert [asked.path for asked in server.asked] == ["/wiki/Main_Page", "/w/api.php", "/api.php", "/api.php"]


def test_no_wiki_at_all(stand_in: Callable[..., StandIn]) -> None:
    server = stand_in(lambda _: Answer(b"<title>Shop</title>", headers=(("Content-Type", "text/html"),)))
    with (
        Wiki(server.url.removesuffix("w/api.php")) as wiki,
        pytest.raises(SourceError, match=r"no MediaWiki found there; .*a web page “Shop”.*\(expected the address"),
    ):
        wiki.page("A")
