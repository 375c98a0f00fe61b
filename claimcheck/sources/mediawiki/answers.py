"""What the API answers, checked: its errors in words, its revisions as values."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki.errors import BusyError, NotWikitextError, WikiError
from claimcheck.sources.mediawiki.login import TOKEN, USER
from claimcheck.sources.mediawiki.model import Edit, Revision

Json = dict[str, Any]

TRANSIENT = ("maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryTimeoutError")
"""Codes of errors that go away by themselves: https://www.mediawiki.org/wiki/API:Errors_and_warnings."""
LOGIN = f" (expected credentials in {TOKEN}, or in {USER} and its password)"
HINTS = {
    "readapidenied": LOGIN,
    "permissiondenied": LOGIN,
    "assertuserfailed": LOGIN,
    "mwoauth-invalid-authorization": f" (expected a valid token in {TOKEN})",
}


def checked(answer: Json, after: float | None, address: str) -> None:
    """Raises the error that an answer holds: BusyError where it goes away by itself, else WikiError with its code."""
    errors = answer.get("errors") or ([answer["error"]] if "error" in answer else [])
    if not errors:
        return
    first = errors[0] if isinstance(errors, list) and isinstance(errors[0], dict) else {}
    code = str(first.get("code", "unknown"))
    told = f"{address}: {first.get('text') or first.get('info') or 'an error'} [{code}]"
    if code in TRANSIENT:
        raise BusyError(told, after)
    raise WikiError(told + HINTS.get(code, ""), code)


def edit(page: Json, revision: Json, permalink: str, redirects: tuple[str, ...] = ()) -> Edit:
    """A revision without its text."""
    slot = _slot(revision)
    return Edit(
        title=str(page["title"]),
        id=int(revision["revid"]),
        parent=int(revision.get("parentid", 0)),
        time=datetime.fromisoformat(revision["timestamp"]),
        user=str(revision.get("user", "")),
        comment=str(revision.get("comment", "")),
        digest=str(revision.get("sha1", "")),
        size=int(revision.get("size", 0)),
        model=str(slot.get("contentmodel") or revision.get("contentmodel") or "wikitext"),
        url=permalink,
        redirects=redirects,
    )


def revision(page: Json, found: Json, permalink: str, redirects: tuple[str, ...] = ()) -> Revision:
    """A revision with its text; SourceError where that is hidden, NotWikitextError where it is none."""
    title, number, slot = page["title"], found["revid"], _slot(found)
    name = f"{title}, revision {number}"
    if hidden(found):
        word = "suppressed" if "suppressed" in found else "deleted"
        raise SourceError(f"{name}: its text is {word} and not shown (expected a revision that may be read)")
    if "content" not in slot:
        raise SourceError(f"{name}: comes without its text (expected wikitext)")
    plain = edit(page, found, permalink, redirects)
    if plain.model != "wikitext":
        raise NotWikitextError(f"{name}: its content model is {plain.model}, skipped (expected wikitext)")
    fields = {name: getattr(plain, name) for name in Edit.__struct_fields__}
    return Revision(**fields, text=str(slot["content"]))


def hidden(found: Json) -> bool:
    """Whether the text of a revision was deleted or suppressed."""
    return "texthidden" in found or "sha1hidden" in found or "texthidden" in _slot(found)


def _slot(found: Json) -> Json:
    """Where the text is: in its slot, or beside the number in MediaWiki 1.31 and older."""
    slot: Json = found["slots"].get("main") or {} if found.get("slots") else found
    return slot
