"""What stands before a number: sign, currency, hedge, the words before them."""

from __future__ import annotations

from claimcheck.claims.quantities import currencies, left
from claimcheck.claims.quantities.hedges import hedge_before, tokens_before
from claimcheck.claims.quantities.vocabulary import HedgeWord


class Before:
    """What was read before the number."""

    __slots__ = ("code", "hedge", "lead", "minus", "start", "tokens")

    def __init__(self, text: str, after: int, placed: tuple[int, bool]) -> None:
        self.start, self.minus = placed
        self.code: str | None = None
        self.hedge: HedgeWord | None = None
        money = currencies.before(text, self.start, after)
        if money is not None:
            self.start, self.code = money
            if (
                self.start > after
                and text[self.start - 1] in left.MINUS
                and text[self.start - 2 : self.start - 1] in ("", " ", "(")
            ):
                self.start, self.minus = self.start - 1, True
        self.tokens = tokens_before(text, self.start, after)
        self.lead = self.start
        if text.endswith(("sub-", "Sub-"), max(after, self.start - 4), self.start):
            self.lead, self.hedge = self.start - 4, HedgeWord(("sub-",), "less_than", near=False)
            return
        hedge = hedge_before(text, self.start, after, self.tokens)
        if hedge is not None:
            self.lead, self.hedge = hedge
            self.tokens = tokens_before(text, self.lead, after)


def read_before(text: str, start: int, after: int) -> Before | None:
    """What stands before the number at `start`, or None where it is glued to something that makes it no number."""
    placed = left.sign(text, start, after)
    if placed is None and text.endswith(("sub-", "Sub-"), max(after, start - 4), start):
        placed = start, False
    if placed is None:
        money = currencies.before(text, start, after)
        if money is None or (money[0] > after and text[money[0] - 1].isalnum()):
            return None
        placed = start, False
    return Before(text, after, placed)
