"""Since when: the last introduction of each thing that is there now, found without looking at every version."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Look = Callable[[int], Container[Thing] | None]


def introductions(count: int, wanted: Iterable[Thing], look: Look[Thing]) -> dict[Thing, tuple[int, int | None]]:
    """For each thing that the last of `count` versions has: the version that brought it, and the one before that.

    `look` says what a version has, None where it cannot be read. The version before is None where the thing was there
    from the start. Looks back in doubling steps until a thing is missing, then bisects; what is looked up for one
    thing serves all. That takes at most 2·log2(count) + 2 looks for each thing. A thing that comes and goes is looked
    for from the end, so that its last introduction is found, save where it went for a moment between two looks.
    """
    return _Search(count, look).introductions(list(dict.fromkeys(wanted)))


class _Search(Generic[Thing]):
    """What was seen so far, by the version's number."""

    def __init__(self, count: int, look: Look[Thing]) -> None:
        self.look = look
        self.alive = list(range(count))
        self.seen: dict[int, Container[Thing]] = {}

    def introductions(self, wanted: list[Thing]) -> dict[Thing, tuple[int, int | None]]:
        self._back(wanted)
        while True:
            known = len(self.seen)
            found = {thing: self._between(thing) for thing in wanted}
            if len(self.seen) == known:  # no look for one thing has shown another one missing since
                return found

    def _back(self, wanted: list[Thing]) -> None:
        """Look back in doubling steps until each thing was missing once."""
        left, step, last = set(wanted), 1, self.alive[-1]
        while left:
            place = max(0, bisect_right(self.alive, last) - 1 - step)
            version = self.alive[place]
            has = self._has(version)
            if has is None:
                if version == last:
                    return
                continue
            left = {thing for thing in left if thing in has}
            if place == 0:
                return
            step *= 2

    def _between(self, thing: Thing) -> tuple[int, int | None]:
        """Halve the stretch between the last version seen without it and the next one seen with it."""
        while True:
            before = max((number for number, has in self.seen.items() if thing not in has), default=-1)
            since = min((number for number in self.seen if number > before), default=self.alive[-1])
            low, high = bisect_right(self.alive, before), bisect_left(self.alive, since)
            if low >= high:
                return since, None if before < 0 else before
            self._has(self.alive[(low + high) // 2])

    def _has(self, number: int) -> Container[Thing] | None:
        """What a version has; one that cannot be read is as if it were not there."""
        if number not in self.seen:
            has = self.look(number)
            if has is None:
                self.alive.remove(number)
                return None
            self.seen[number] = has
        return self.seen[number]
