"""What a number takes from the other end of a change or series: unit, scale, denominator, noun."""

from __future__ import annotations

from claimcheck.claims.quantities import series
from claimcheck.claims.quantities.before import Before
from claimcheck.claims.quantities.numbers import Number
from claimcheck.claims.quantities.tail import Tail


def borrow(text: str, number: Number, before: Before, tail: Tail) -> None:
    """Take the unit, scale and denominator from the other end of a change or series."""
    if before.tokens[-1:] == ["to"] and tail.counted is None and tail.per is None and number.end == tail.end:
        earlier = series.earlier_tail(text, before.start)
        if earlier is not None:
            tail.unit, tail.per, tail.money = earlier.unit, earlier.per, earlier.money
            return
    if "from" in before.tokens[-2:]:
        second = series.later_end(text, number.end - 1) if tail.counted is None else None
        joint = series.connector(text, number.end, ())  # type: ignore[arg-type]
        second = series.read_second(text, joint[0]) if joint and joint[1] == "to" else second
    else:
        joint = series.connector(text, number.end, ()) if number.end == tail.end else None  # type: ignore[arg-type]
        second = series.read_second(text, joint[0]) if joint and joint[1] == "to" else series.series_tail(text, number)
    if second is None or (second.code and not before.code):
        return
    shared = second.tail
    if shared.unit is not None and (tail.counted is None or shared.unit == "percent"):
        tail.unit, tail.money, tail.per = shared.unit, shared.money, shared.per
        tail.counted, tail.tail = None, tail.end
    elif tail.per is None and shared.per is not None and tail.counted is None:
        tail.per, tail.counted = shared.per, shared.counted
    elif (
        tail.counted is None
        and shared.counted is not None
        and (shared.plural or text[number.end : number.end + 1] == "-")
    ):
        tail.counted, tail.plural = shared.counted, True
    if second.number.scales and not number.scales:
        wider = series.share_scale(number, second.number)
        number.value, number.step, number.precision, number.scales = (
            wider.value,
            wider.step,
            wider.precision,
            wider.scales,
        )
