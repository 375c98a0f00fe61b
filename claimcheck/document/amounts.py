"""What a reader sees of the templates that write an amount: conversions, values with uncertainty, money."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from claimcheck.document.buffer import Buffer
from claimcheck.document.template_names import vocabulary
from claimcheck.patterns import lazy

if TYPE_CHECKING:
    from claimcheck.document.templates import Call

_LONGEST = 40
"""Characters of the longest number that a {{convert}} is believed to hold."""
_NUMBER_FORM = lazy(r"[-−+]?(?:\d[\d,.]*(?:\s*\d+/\d+|[⁄/]\d+)?|\d+[-+]\d+/\d+)(?:e[-+]?\d+)?$|\d+(?:[+-]\d+)?/+\d+$")


def _is_number(text: str) -> bool:
    return len(text) <= _LONGEST and _NUMBER_FORM.match(text) is not None


def _convert(call: Call) -> Buffer | None:
    """`{{convert}}`: numbers, range words and the units they are given in; the computed side is not in the source."""
    words = vocabulary()
    positional = [b.stripped() for key, b in call.arguments if key is None]
    adjective = "adj" in call.by_name and call.by_name["adj"].text.strip() == "on"
    out = Buffer()
    index, expect_unit = 0, False
    while index < len(positional):
        argument = positional[index]
        text = argument.text
        if not expect_unit and _is_number(text):
            out.put_buffer(argument)
            expect_unit = True
        elif expect_unit and text in words.convert_words:
            out.put(words.convert_words[text], argument.start, argument.end)
            expect_unit = False
        elif expect_unit and text:
            whole = words.convert_adjectives.get(text) if adjective else None
            out.put("-" if whole else " ", argument.start, argument.start)
            out.put(whole or words.convert_units.get(text, text), argument.start, argument.end)
            expect_unit = False
            if not _more(positional, index):
                return out
            out.put(" ", argument.end, argument.end)
        else:
            break
        index += 1
    return out if out.length else None


def _more(positional: list[Buffer], index: int) -> bool:
    """True where a second number and unit follow, as in 5 ft 9 in: a number and then, before the end, a unit."""
    rest = [b.text for b in positional[index + 1 : index + 4]]
    units = vocabulary().convert_units
    return len(rest) >= 2 and _is_number(rest[0]) and rest[1] in units


def _val(call: Call) -> Buffer | None:
    """`{{val}}`: a number with its uncertainty, power of ten and unit."""
    a = call.by_name
    if "1" not in a:
        return None
    out = Buffer()
    if "p" in a:
        out.put_buffer(a["p"])
    out.put_buffer(a["1"].stripped())
    if "2" in a and "3" not in a:
        out.put(" ± ", a["2"].start, a["2"].start)
        out.put_buffer(a["2"].stripped())
    if "e" in a:
        out.put("×10^", a["e"].start, a["e"].start)
        out.put_buffer(a["e"].stripped())
    for key in ("u", "ul"):
        if key in a:
            out.put(" ", a[key].start, a[key].start)
            out.put_buffer(a[key].stripped())
    for key in ("up", "upl"):
        if key in a:
            out.put("/", a[key].start, a[key].start)
            out.put_buffer(a[key].stripped())
    return out


_CONVERTED = re.compile(r"([a-z]{3})convert$")


def show_money(call: Call) -> Buffer | None:
    """`{{CHF|5 million}}` and `{{INRConvert|1.5|c}}`: the sum that was given, with its scale; not what it comes to."""
    converted = _CONVERTED.match(call.name)
    sign = converted[1].upper() + " " if converted is not None else vocabulary().money.get(call.name)
    if sign is None:
        return None
    arguments = call.by_name
    amount = arguments["1"].stripped() if "1" in arguments else None
    out = Buffer()
    if amount is None:
        out.put(sign.strip(), call.start, call.start)
        return out
    out.put(sign, amount.start, amount.start)
    out.put_buffer(amount)
    scale = arguments.get("2") if converted is not None else None
    word = vocabulary().money_scales.get(scale.text.strip().lower()) if scale is not None else None
    if word is not None and scale is not None:
        out.put(" " + word, scale.start, scale.end)
    return out


AMOUNTS: dict[str, Callable[[Call], Buffer | None]] = {
    "convert": _convert,
    "cvt": _convert,
    "convert/sandbox": _convert,
    "val": _val,
}
