"""Who asks: the User-Agent that names the operator, which Wikimedia's wikis require."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from claimcheck.source import SourceError

CONTACT = "CLAIMCHECK_CONTACT"
"""Environment variable with an e-mail address, a web address or a user page of whoever runs this."""


def user_agent(host: str, contact: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The User-Agent for a host: `claimcheck/VERSION (CONTACT) httpx/VERSION`.

    SourceError where the host is one of Wikimedia's and no contact is given, or where the contact is none.
    """
    contact = (contact or environment.get(CONTACT) or "").strip()
    if not contact and is_wikimedia(host):
        raise SourceError(
            f"{host}: Wikimedia's wikis are only asked with a contact (expected --contact or {CONTACT} with an e-mail "
            "address, a web address or a user page of whoever runs this)"
        )
    if contact and not (_is_address(contact) and contact.isprintable() and contact.isascii()):
        raise SourceError(
            f"contact {contact!r}: not an address (expected an e-mail address, a web address, or a user page such as "
            "User:Example, in ASCII)"
        )
    named = f" ({contact})" if contact else ""
    return f"claimcheck/{_version('claimcheck-lint')}{named} httpx/{_version('httpx')}"


def is_wikimedia(host: str) -> bool:
    """Whether a host is one of the Wikimedia Foundation's."""
    name = "." + host.lower().rstrip(".")
    return any(name.endswith("." + domain) for domain in _domains())


def _is_address(contact: str) -> bool:
    return any(sign in contact.strip("@:/") for sign in ("@", "://", "User:", "user:"))


@cache
def _domains() -> tuple[str, ...]:
    text = files("claimcheck").joinpath("data/wikimedia_hosts.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "0"
