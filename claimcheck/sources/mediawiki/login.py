"""Credentials: a bot password or an OAuth bearer token, taken from the environment and never from a command line."""

from __future__ import annotations

import os
from collections.abc import Mapping

import msgspec

from claimcheck.source import SourceError

TOKEN, USER, PASSWORD = "CLAIMCHECK_WIKI_TOKEN", "CLAIMCHECK_WIKI_USER", "CLAIMCHECK_WIKI_PASSWORD"
"""Environment variables: an OAuth 2 access token; or a bot's name (`User@bot`) and its bot password."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Credentials(msgspec.Struct, frozen=True):
    """An OAuth 2 access token, or the name and password from Special:BotPasswords; never both."""

    token: str = ""
    user: str = ""
    password: str = ""

    def __repr__(self) -> str:
        return f"Credentials({'token' if self.token else self.user!r})"  # a secret has no place in a traceback

    def for_address(self, address: str) -> Credentials:
        """The same; SourceError where they would cross a network unencrypted."""
        scheme, _, rest = address.partition("://")
        host = rest.partition("/")[0].rpartition(":")[0] or rest.partition("/")[0]
        if scheme != "https" and host.strip("[]") not in LOOPBACK:
            raise SourceError(f"{address}: no credentials are sent without encryption (expected an https address)")
        return self


def from_environment(environment: Mapping[str, str] = os.environ) -> Credentials | None:
    """What the environment holds, None where it holds nothing; SourceError where it is half or twofold."""
    token, user, password = (environment.get(name, "").strip() for name in (TOKEN, USER, PASSWORD))
    if token and (user or password):
        raise SourceError(f"{TOKEN} and {USER} are both set (expected one of them)")
    if bool(user) != bool(password):
        raise SourceError(f"{USER} and {PASSWORD} belong together (only {USER if user else PASSWORD} is set)")
    if not (token or user):
        return None
    if not (token + user + password).isprintable():
        raise SourceError(f"{TOKEN}, {USER} or {PASSWORD} holds a character that cannot be printed")
    return Credentials(token, user, password)
