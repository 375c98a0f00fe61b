"""Where a wiki's API is: found from the address of the wiki or of any of its pages."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from claimcheck.source import SourceError

USUAL = ("/w/api.php", "/api.php")
"""Where the API mostly is, tried where no page tells."""


def split(address: str) -> str:
    """The address as it is asked, `https://` where it names no scheme; SourceError where it can be none."""
    full = address if "://" in address else f"https://{address}"
    try:
        parts = urlsplit(full)
        port = parts.port
    except ValueError as error:
        raise SourceError(f"{address!r}: no address of a wiki: {error} (expected https://…)") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0 or not full.isprintable():
        raise SourceError(f"{address!r}: no address of a wiki (expected https://…)")
    if parts.username or parts.password:
        raise SourceError(f"{parts.hostname}: a name or password in an address (expected them in the environment)")
    return full


def is_api(address: str) -> bool:
    """Whether an address is that of a script, which is then taken for the API."""
    return urlsplit(address).path.endswith("/api.php")


def candidates(address: str, page: bytes) -> list[str]:
    """Addresses at which the API may be: the one that a page of the wiki links to, then the usual ones.

    None is on another host, none less encrypted than the page.
    """
    finder = _Finder()
    finder.feed(page[:200_000].decode("utf-8", "replace"))
    linked = [urljoin(address, link).partition("?")[0] for link in finder.links]
    usual = [urljoin(address, path) for path in USUAL]
    here = urlsplit(address)
    there = [found._replace(scheme="https") if here.scheme == "https" else found for found in map(urlsplit, linked)]
    found = (each.geturl() for each in there if each.hostname == here.hostname and each.scheme in ("http", "https"))
    return list(dict.fromkeys((*found, *usual)))


class _Finder(HTMLParser):
    """Collects `<link rel="EditURI" href="…/api.php?action=rsd">`, which every page of a MediaWiki has."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of such a link."""
        found = dict(attrs)
        if tag == "link" and (found.get("rel") or "").lower() == "edituri" and found.get("href"):
            self.links.append(str(found["href"]))
