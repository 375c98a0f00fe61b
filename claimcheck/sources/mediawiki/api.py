"""MediaWiki's action API: login, maxlag, continuation, tokens; one question after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from claimcheck.source import SourceError
from claimcheck.sources.mediawiki import address as addresses
from claimcheck.sources.mediawiki.answers import checked
from claimcheck.sources.mediawiki.errors import WikiError
from claimcheck.sources.mediawiki.login import Credentials
from claimcheck.sources.mediawiki.operator import user_agent
from claimcheck.sources.mediawiki.patience import Patience

Json = dict[str, Any]

MAXLAG = 5
"""Seconds by which replicas of a busy wiki's database may lag, above which it is left alone: MediaWiki's advice."""
BASE = {"format": "json", "formatversion": "2", "errorformat": "plaintext"}
SEPARATOR = "\x1f"
"""Between the parts of a list in which a part holds a `|`; the list then begins with it."""
EXPIRED = ("assertuserfailed", "assertbotfailed", "badtoken")
"""Codes of errors after which logging in again may help."""


class Api:
    """The API of one wiki. It connects at the first question."""

    def __init__(
        self,
        url: str,
        contact: str | None = None,
        *,
        credentials: Credentials | None = None,
        patience: Patience | None = None,
        maxlag: int = MAXLAG,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        from claimcheck.sources.mediawiki.transport import Transport

        self.address = addresses.split(url)
        self.host = str(urlsplit(self.address).hostname)
        agent = user_agent(self.host, contact)
        self.credentials = credentials.for_address(self.address) if credentials else None
        self.maxlag = maxlag
        self.transport = Transport(agent, patience or Patience(), sleep=sleep)
        self._script = self.address if addresses.is_api(self.address) else ""
        self._logged_in = self.credentials is None
        self._token = ""

    @property
    def script(self) -> str:
        """The address of `api.php`, looked for where only the wiki's is known."""
        if not self._script:
            self._script = self._found()
        return self._script

    def ask(self, **parameters: object) -> Json:
        """The answer to one question that reads; WikiError or SourceError say what is wrong."""
        return self._as_user(lambda: self._ask(parameters, writes=False))

    def query(self, **parameters: object) -> Iterator[Json]:
        """The answers to an `action=query` and to all its continuations."""
        going: Json = {}
        while True:
            answer = self.ask(action="query", **{**parameters, **going})
            yield answer
            onward = answer.get("continue")
            if not onward:
                return
            if onward == going:
                raise SourceError(f"{self.script}: continues where it began (expected the rest of the answer)")
            going = onward

    def act(self, action: str, **parameters: object) -> Json:
        """The answer to one question that changes something; it is asked again only where nothing was changed."""

        def ask() -> Json:
            token = self._csrf()
            return self._ask({"action": action, **parameters, "token": token}, writes=True)

        return self._as_user(ask)

    def close(self) -> None:
        """Close the connection."""
        self.transport.close()

    def _as_user(self, ask: Callable[[], Json]) -> Json:
        """What `ask` answers; after one more login where the session has run out."""
        again = self._logged_in and self.credentials is not None and not self.credentials.token
        if not self._logged_in:
            self._log_in()
        try:
            return ask()
        except WikiError as error:
            if error.code not in EXPIRED or not again:
                raise
        self._log_in()
        return ask()

    def _ask(self, parameters: Json, *, writes: bool) -> Json:
        sent = {**BASE, **self._terms(), **parameters}
        text = {name: _text(value) for name, value in sent.items() if value is not None and value is not False}
        address = self.script
        return self.transport.ask(
            address, text, writes=writes, check=lambda answer, after: checked(answer, after, address)
        )

    def _terms(self) -> Json:
        """What every question carries: the lag that is bearable, and who must be logged in."""
        terms: Json = {"maxlag": self.maxlag}
        if self.credentials:
            terms["assert"] = "user"
        return terms

    def _log_in(self) -> None:
        """Log in with a bot password, or take the token into every question."""
        credentials, self._token = self.credentials, ""
        if credentials is None:
            return
        if credentials.token:
            self.transport.client.headers["Authorization"] = f"Bearer {credentials.token}"
        else:
            self._log_in_with(credentials)
        self._logged_in = True

    def _log_in_with(self, credentials: Credentials) -> None:
        tokens = self._ask({"action": "query", "meta": "tokens", "type": "login", "assert": None}, writes=False)
        answer = self._ask(
            {
                "action": "login",
                "lgname": credentials.user,
                "lgpassword": credentials.password,
                "lgtoken": tokens["query"]["tokens"]["logintoken"],
                "assert": None,
            },
            writes=True,
        )
        result = answer.get("login", {})
        if result.get("result") != "Success":
            reason = result.get("reason") or result.get("result") or "no reason given"
            told = reason.get("text", reason) if isinstance(reason, dict) else reason
            raise WikiError(f"{self.script}: {credentials.user} could not log in: {told}", "login")

    def _csrf(self) -> str:
        if not self._token:
            answer = self._ask({"action": "query", "meta": "tokens", "type": "csrf"}, writes=False)
            self._token = str(answer["query"]["tokens"]["csrftoken"])
        return self._token

    def _found(self) -> str:
        """The first address at which an API answers, looked for from a page of the wiki."""
        address, page = self.transport.page(self.address)
        told = ""
        for script in addresses.candidates(address, page):
            try:
                self.transport.ask(script, {**BASE, "action": "query", "meta": "siteinfo"}, writes=False, check=_any)
            except SourceError as error:
                told = f"; {error}"
            else:
                return script
        raise SourceError(f"{self.address}: no MediaWiki found there{told} (expected the address of its api.php)")


def _any(answer: Json, _after: float | None) -> None:
    """Accepts what only a MediaWiki says; an error of a private wiki is such an answer too."""
    if not ({"query", "errors", "batchcomplete"} & set(answer)):
        raise SourceError("an answer of something else than MediaWiki")


def _text(value: object) -> str:
    """A parameter as the API wants it: lists joined, truth as presence."""
    if value is True:
        return "1"
    if isinstance(value, list | tuple):
        parts = list(map(str, value))
        return SEPARATOR.join(("", *parts)) if any("|" in part for part in parts) else "|".join(parts)
    return str(value)
