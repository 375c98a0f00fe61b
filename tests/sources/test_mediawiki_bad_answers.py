"""What a server may answer instead of an answer: asked again where that may help, else told with the address."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from wiki_stand_in import Answer, Asked, Script, StandIn, as_json, page, pages, revision

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import NotWikitextError, Patience, Revision, Wiki, WikiError
from claimcheck.sources.mediawiki.patience import retry_after

Ask = Callable[..., tuple[Wiki, StandIn]]
FINE = as_json(pages(page("Foo", revision(7))))


def turns(*answers: Answer) -> Script:
    """One answer after the other, the last one for ever."""
    left = list(answers)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize(
    ("busy", "wait"),
    [
        (Answer(b"slow down", 429, (("Retry-After", "7"),)), 7),
        (Answer(b"<html><title>Over capacity</title>", 503, (("Retry-After", "2"),)), 2),
        (as_json({"errors": [{"code": "maxlag", "text": "6 seconds lagged"}]}, **{"Retry-After": "5"}), 5),
        (as_json({"errors": [{"code": "ratelimited", "text": "too fast"}]}, **{"Retry-After": "30"}), 30),
        (as_json({"error": {"code": "readonly", "info": "in maintenance"}}, **{"Retry-After": "0"}), 0),
    ],
)
def test_a_busy_wiki_is_waited_for_as_long_as_it_asks(ask: Ask, waits: list[float], busy: Answer, wait: float) -> None:
    wiki, server = ask(turns(busy, busy, FINE))
    assert wiki.page("Foo").text == "Five trains."
    assert waits == [wait, wait]
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    "broken",
    [
        Answer(b"", 500),
        Answer(b"", 502),
        Answer(b"", 504),
        Answer(b'{"query": {"pages": ['),
        FINE._replace(cut=5),
        Answer(b"not packed", headers=(("Content-Type", "application/json"), ("Content-Encoding", "gzip"))),
        as_json({"errors": [{"code": "maxlag", "text": "6 seconds lagged"}]}),
    ],
    ids=["500", "502", "504", "broken-off JSON", "broken-off connection", "no gzip", "lag without a time"],
)
def test_a_broken_answer_is_asked_for_again(ask: Ask, waits: list[float], broken: Answer) -> None:
    wiki, _ = ask(turns(broken, broken, FINE))
    assert wiki.page("Foo").id == 7
    assert 0.75 <= waits[0] <= 1
    assert 1.5 <= waits[1] <= 2


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            Answer(b"", 503, (("Retry-After", "3600"),)),
            "HTTP 503 Service Unavailable; it asks to wait 3600 s; given up",
        ),
        (Answer(b"", 404), "HTTP 404 Not Found (expected an answer of MediaWiki's API)"),
        (Answer(b"<title>Go\n away</title>", 403), "HTTP 403 Forbidden “Go away”"),
        (Answer(b'{"query": {"pag'), "JSON that cannot be read, of 15 bytes"),
        (Answer(b"[1, 2]"), "JSON that is no object (expected an answer of MediaWiki's API)"),
        (Answer(b"<!DOCTYPE html><title>Sign in</title>"), "a web page “Sign in” (expected JSON of MediaWiki's API)"),
        (
            Answer(b"hello", headers=(("Content-Type", "text/html; charset=utf-8"),)),
            "a web page (expected JSON of MediaWiki's API)",
        ),
        (as_json({"errors": [{"code": "unknown_action", "text": "Unrecognized"}]}), "Unrecognized [unknown_action]"),
        (Answer(b"", 302, (("Location", "https://elsewhere.example/w/api.php"),)), "another host"),
        (
            Answer(b"", 301, (("Location", "//elsewhere.example/"),)),
            "redirects to http://elsewhere.example/, another host",
        ),
        (Answer(b"", 301, (("Location", "/w/api.php"),)), "more than 5 redirects"),
    ],
)
def test_what_will_not_get_better_is_told(ask: Ask, answer: Answer, told: str) -> None:
    wiki, server = ask(turns(answer))
    with pytest.raises(SourceError) as error:
        wiki.page("Foo")
    assert told in str(error.value)
    assert str(error.value).startswith(server.url)
    assert len(server.asked) <= 5


def test_a_redirect_on_the_same_host_is_followed(ask: Ask) -> None:
    moved = Answer(b"", 301, (("Location", "/wiki/api.php?moved=1"),))
    wiki, server = ask(turns(moved, FINE))
    assert wiki.page("Foo").id == 7
    assert server.asked[1].path == "/wiki/api.php"


def test_waits_double_up_to_the_cap_and_end_at_the_limit(ask: Ask, waits: list[float]) -> None:
    wiki, server = ask(turns(Answer(b"", 503)), patience=Patience(limit=60, first=1, cap=8))
    with pytest.raises(SourceError, match=r"HTTP 503 .*; given up after \d+ tries in \d+ s \(the limit is 60 s\)"):
        wiki.page("Foo")
    whole = [1, 2, 4, *[8] * (len(waits) - 3)]
    assert all(most * 0.75 <= wait <= most for wait, most in zip(waits, whole, strict=True))
    assert 52 < sum(waits) <= 60
    assert len(server.asked) == len(waits) + 1


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("http://no-such-host.invalid", "(expected the address of a wiki)"),
        ("ftp://example.org", "no address of a wiki (expected https://…)"),
        ("http://", "no address of a wiki"),
        ("http://[::1", "no address of a wiki"),
        ("http://example.org:0", "no address of a wiki"),
        ("http://example.org:99999", "no address of a wiki"),
        ("http://ann:secret@example.org", "a name or password in an address"),
        ("http://exam\nple.org", "no address of a wiki"),
    ],
)
def test_no_address_of_a_wiki(url: str, told: str) -> None:
    with pytest.raises(SourceError) as error, Wiki(url, patience=Patience(3), sleep=lambda _: None) as wiki:
        wiki.page("Foo")
    assert told in str(error.value)
    assert "secret" not in str(error.value)


def test_nobody_listens(stand_in: Callable[[Script], StandIn], waits: list[float]) -> None:
    server = stand_in(turns(FINE))
    url = server.url
    server.stop()
    with (
        Wiki(url, patience=Patience(5), sleep=waits.append) as wiki,
        pytest.raises(SourceError, match="given up after"),
    ):
        wiki.page("Foo")
    assert waits


def test_an_edit_is_not_made_twice(ask: Ask) -> None:
    """An answer that is lost after the question was sent leaves open whether it was carried out."""
    tokens = as_json({"query": {"tokens": {"csrftoken": "+\\"}}})
    lost = FINE._replace(cut=5)
    wiki, server = ask(lambda asked: tokens if asked.parameters.get("meta") == "tokens" else lost)
    with pytest.raises(SourceError, match="may have been carried out"):
        wiki.act("edit", title="Foo", text="x")
    assert [asked.method for asked in server.asked] == ["GET", "POST"]


def test_an_edit_that_was_turned_away_is_made_once_more(ask: Ask, waits: list[float]) -> None:
    tokens = as_json({"query": {"tokens": {"csrftoken": "+\\"}}})
    answers = iter(
        [
            Answer(b"", 429, (("Retry-After", "4"),)),
            as_json({"errors": [{"code": "maxlag", "text": "lagged"}]}, **{"Retry-After": "5"}),
            as_json({"edit": {"result": "Success"}}),
        ]
    )
    wiki, _ = ask(lambda asked: tokens if asked.parameters.get("meta") == "tokens" else next(answers))
    assert wiki.act("edit", title="Foo", text="x") == {"edit": {"result": "Success"}}
    assert waits == [4, 5]


def test_an_edit_that_failed_inside_the_wiki_is_not_made_again(ask: Ask) -> None:
    tokens = as_json({"query": {"tokens": {"csrftoken": "+\\"}}})
    wiki, server = ask(lambda asked: tokens if asked.parameters.get("meta") == "tokens" else Answer(b"", 500))
    with pytest.raises(SourceError, match="HTTP 500"):
        wiki.act("edit", title="Foo", text="x")
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("found", "error", "told"),
    [
        (page("Foo", missing=True), SourceError, "127.0.0.1: Foo: no such page"),
        (page("Foo"), SourceError, "127.0.0.1: Foo: comes without its text"),
        (page("Foo", revision(7, None)), SourceError, "127.0.0.1: Foo, revision 7: comes without its text"),
        (
            page("Foo", revision(7, None, texthidden=True, suppressed=True)),
            SourceError,
            "127.0.0.1: Foo, revision 7: its text is suppressed and not shown",
        ),
        (
            page("Foo", revision(7) | {"slots": {"main": {"contentmodel": "json", "content": "{}"}}}),
            NotWikitextError,
            "127.0.0.1: Foo, revision 7: its content model is json, skipped (expected wikitext)",
        ),
    ],
)
def test_a_page_that_cannot_be_read(ask: Ask, found: dict[str, object], error: type[SourceError], told: str) -> None:
    wiki, _ = ask(turns(as_json(pages(found))))
    with pytest.raises(error) as raised:
        wiki.page("Foo")
    assert str(raised.value).startswith(told)


def test_a_page_of_two_megabytes(ask: Ask) -> None:
    text = "The town has 5,000 people. Zürich 🚂 " * 55_000
    wiki, _ = ask(turns(as_json(pages(page("Foo", revision(7, text))))))
    assert len(text.encode()) > 2_000_000
    assert wiki.page("Foo").text == text


def test_an_answer_without_end_is_cut(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.sources.mediawiki.transport.MOST", 100_000)
    wiki, _ = ask(turns(as_json(pages(page("Foo", revision(7, "5" * 1_000_000))))))
    with pytest.raises(SourceError, match="an answer of more than 100000 bytes"):
        wiki.page("Foo")


def history(asked: Asked) -> Answer:
    """10,000 revisions of 1 KB, 50 in each answer."""
    begin = int(asked.parameters.get("rvcontinue", "1"))
    found = [revision(number, f"{number} trains. " + "x" * 1_000) for number in range(begin, begin + 50)]
    onward = {"continue": {"rvcontinue": str(begin + 50), "continue": "||"}} if begin + 50 <= 10_000 else {}
    return as_json(pages(page("Foo", *found), **onward))


def test_a_long_history_is_streamed(ask: Ask) -> None:
    """10 MB of texts pass by; what is held at once is a few answers."""
    wiki, _ = ask(history)
    tracemalloc.start()
    try:
        count = sum(isinstance(each, Revision) for each in wiki.revisions("Foo"))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 10_000
    assert most < 2_000_000


def test_a_history_that_breaks_off_says_where_it_can_be_resumed(ask: Ask) -> None:
    def script(asked: Asked) -> Answer:
        return Answer(b"gone", 410) if asked.parameters.get("rvcontinue") == "101" else history(asked)

    wiki, server = ask(script)
    seen = []
    with pytest.raises(SourceError, match=r"HTTP 410 Gone.*; read up to revision 100 of 2024-05-06, from which"):
        seen.extend(wiki.revisions("Foo"))
    assert [each.id for each in seen if isinstance(each, Revision)] == list(range(1, 101))
    server.script = lambda asked: history(asked._replace(parameters={"rvcontinue": asked.parameters["rvstartid"]}))
    assert isinstance(again := next(wiki.revisions("Foo", start=100)), Revision)
    assert again.id == 100


def test_a_continuation_without_progress_ends(ask: Ask) -> None:
    wiki, _ = ask(turns(as_json(pages(page("Foo", revision(7)), **{"continue": {"rvcontinue": "7"}}))))
    with pytest.raises(SourceError, match="continues where it began"):
        list(wiki.revisions("Foo"))


def test_an_error_of_the_wiki_has_its_code(ask: Ask) -> None:
    wiki, _ = ask(turns(as_json({"errors": [{"code": "readapidenied", "text": "You need read permission."}]})))
    with pytest.raises(WikiError, match=r"expected credentials in CLAIMCHECK_WIKI_TOKEN") as error:
        wiki.page("Foo")
    assert error.value.code == "readapidenied"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, None), ("7", 7), (" 0 ", 0), ("soon", None), ("-3", None), ("1e9", None), ("9" * 50, None), ("", None)],
)
def test_retry_after_in_seconds(header: str | None, seconds: float | None) -> None:
    assert retry_after(header) == seconds


def test_retry_after_as_a_date() -> None:
    now = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert retry_after(format_datetime(now + timedelta(seconds=90), usegmt=True), now) == 90
    assert retry_after(format_datetime(now - timedelta(seconds=90), usegmt=True), now) == 0


def test_answers_are_asked_for_packed_and_in_turn(ask: Ask) -> None:
    wiki, server = ask(turns(FINE))
    wiki.page("Foo")
    (asked,) = server.asked
    assert asked.headers["accept-encoding"] == "gzip"
    assert asked.parameters["maxlag"] == "5"
    assert "assert" not in asked.parameters
    assert json.loads(json.dumps(asked.parameters))["titles"] == "Foo"
