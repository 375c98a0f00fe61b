"""The tokenizer of mwparserfromhell, and which method of a walk hears which of its tokens.

The names used are below the parser's public face: the versions that this was tested with are pinned in pyproject.toml.
"""

from __future__ import annotations

import re

from mwparserfromhell.parser import tokens

try:
    from mwparserfromhell.parser._tokenizer import CTokenizer as Tokenizer
except ImportError:  # a build of the parser without its C extension
    from mwparserfromhell.parser.tokenizer import Tokenizer

__all__ = ["HANDLERS", "Tokenizer"]


def _snake(name: str) -> str:
    return "_" + re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=L)(?=E)", "_", name).lower()


HANDLERS: dict[type, str] = {getattr(tokens, name): _snake(name) for name in tokens.__all__ if name != "Token"}
"""Token class → the method of Walk that takes it."""
