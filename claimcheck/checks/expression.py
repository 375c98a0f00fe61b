"""Small identities over named values, "density = population / area" or "land <= area": evaluated on intervals."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import product

import msgspec

from claimcheck.values.interval import Interval

MOST = 400
"""Characters of an identity."""
_CALLS = ("min", "max", "sum")


class ExpressionError(ValueError):
    """An identity that cannot be read; its words say why."""


class Identity(msgspec.Struct, frozen=True, eq=False):
    """Two sides that must be able to be equal, or the left at most the right; `names` in the order of first use."""

    text: str
    left: ast.expr
    right: ast.expr
    names: tuple[str, ...]
    bounded: bool = False
    """True for "left <= right"."""

    def holds(self, left: Interval, right: Interval) -> bool:
        """True where what the two sides can be allows the identity to be true."""
        return not right.below(left) if self.bounded else left.meets(right)

    def sides(self, values: Mapping[str, Interval]) -> tuple[Interval, Interval] | None:
        """What both sides can be; None where a value is missing or unbounded, or a divisor can be zero."""
        left, right = _value(self.left, values), _value(self.right, values)
        return None if left is None or right is None else (left, right)


@cache
def identity(text: str) -> Identity:
    """Read "derived = expression" or "derived <= expression".

    Numbers, names, + - * /, parentheses, min, max and sum are known.

    ExpressionError says what else stands in it.
    """
    if len(text) > MOST:
        raise ExpressionError(f"longer than {MOST} characters")
    bounded = "<=" in text
    sides = text.split("<=" if bounded else "=")
    if len(sides) != 2:
        raise ExpressionError("an identity has one equals sign, or one <=")
    try:
        left, right = (ast.parse(side.strip(), mode="eval").body for side in sides)
    except (SyntaxError, RecursionError, MemoryError):
        raise ExpressionError(f"`{text}` is not arithmetic") from None
    names = tuple(dict.fromkeys([*_names(left), *_names(right)]))
    if len(names) < (1 if bounded else 2):
        raise ExpressionError("an identity needs two names at least, a bound one")
    return Identity(text, left, right, names, bounded)


def _names(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Name(id=name):
            yield name
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return
        case ast.BinOp(left=left, right=right, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
            yield from _names(left)
            yield from _names(right)
        case ast.UnaryOp(operand=operand, op=ast.USub()):
            yield from _names(operand)
        case ast.Call(func=ast.Name(id=called), args=args, keywords=[]) if called in _CALLS and args:
            for arg in args:
                yield from _names(arg)
        case _:
            raise ExpressionError(f"`{ast.unparse(node)}` is not allowed: names, numbers, + - * /, min, max, sum")


def _value(node: ast.expr, values: Mapping[str, Interval]) -> Interval | None:
    match node:
        case ast.Name(id=name):
            return values.get(name)
        case ast.Constant(value=number):
            return Interval.point(Fraction(str(number)))
        case ast.BinOp(left=left, right=right, op=op):
            one, other = _value(left, values), _value(right, values)
            return None if one is None or other is None else _OPERATIONS[type(op)](one, other)
        case ast.UnaryOp(operand=operand):
            inner = _value(operand, values)
            return None if inner is None else -inner
        case ast.Call(func=ast.Name(id=called), args=args):
            return _call(called, [_value(arg, values) for arg in args])
    return None


def _call(called: str, args: Sequence[Interval | None]) -> Interval | None:
    known = [arg for arg in args if arg is not None]
    if len(known) < len(args):
        return None
    if called == "sum":
        return sum(known[1:], known[0])
    lows, highs = [arg.low for arg in known], [arg.high for arg in known]
    if None in lows or None in highs:
        return None
    choose = min if called == "min" else max
    return Interval(choose(low for low in lows if low is not None), choose(high for high in highs if high is not None))


def _times(one: Interval, other: Interval) -> Interval | None:
    """All products of two bounded intervals."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    corners = [a * b for a, b in product((one.low, one.high), (other.low, other.high))]
    return Interval(min(corners), max(corners))


def _over(one: Interval, other: Interval) -> Interval | None:
    """All quotients of two bounded intervals; None where the divisor can be zero."""
    if other.low is None or other.high is None or other.low <= 0 <= other.high:
        return None
    return _times(one, Interval(1 / other.high, 1 / other.low))


_OPERATIONS: dict[type[ast.operator], Callable[[Interval, Interval], Interval | None]] = {
    ast.Add: lambda one, other: one + other,
    ast.Sub: lambda one, other: one - other,
    ast.Mult: _times,
    ast.Div: _over,
}
