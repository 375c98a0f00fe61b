"""Paths and URIs of articles as other tools want them: relative to where the program was called, if below it."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote


def relative(name: str) -> str:
    """The path with forward slashes, relative to the working directory where it lies below it."""
    path = PurePath(name)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def uri(name: str) -> str:
    """The path as a URI reference: relative, or a file URI where it lies elsewhere."""
    path = PurePath(relative(name))
    written = path.as_posix()
    # Not as_uri: a file name may hold bytes that are no text, which Python shows as lone surrogates.
    scheme = "" if not path.is_absolute() else "file://" if written.startswith("/") else "file:///"
    return scheme + quote(written, safe="/:" if scheme else "/", errors="surrogatepass")


def root() -> str:
    """URI of the working directory, with a slash at its end."""
    return Path.cwd().as_uri().rstrip("/") + "/"
