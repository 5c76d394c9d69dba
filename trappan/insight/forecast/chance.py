"""Chance that is the same with and without: who has more to draw from draws the same, and then goes on.

Each draw of each month has a stream of its own, so that one more or fewer elsewhere moves nothing here. Of a group of
n people, those leave whose place in line has been drawn; in a larger group the same ones leave, and perhaps some more,
never more than it is larger by. So two runs that differ in places alone differ by what the places do.
"""

import numpy as np
from numpy.typing import NDArray

from trappan.insight.forecast.series import Counts, Numbers

# Drawn at a time beyond what is expected; whoever needs more draws on.
MORE = 16


class Chance:
    """The draws of a simulation: `runs` at a time, from one seed."""

    def __init__(self, seed: int, runs: int) -> None:
        self.seed = seed
        self.runs = runs

    def stream(self, month: int, purpose: int) -> np.random.Generator:
        """Return the stream of one purpose in one month."""
        return np.random.Generator(np.random.SFC64(np.random.SeedSequence(self.seed, spawn_key=(month, purpose))))

    def leavers(self, month: int, purpose: int, share: Numbers, groups: Counts) -> Counts:
        """Return how many of each group (variants × runs) leave, each person with this chance (by run)."""
        top = int(groups.max())
        rate = -np.log1p(-np.clip(share, 1e-9, 0.999)).astype(np.float32)
        expected = top * float(share.max())
        return self._drawn(self.stream(month, purpose), rate, groups, top, expected, whole=True)

    def arrivals(self, month: int, purpose: int, expected: Numbers) -> Counts:
        """Return how many arrive, of so many expected (variants × runs)."""
        one = np.ones(self.runs, np.float32)
        return self._drawn(self.stream(month, purpose), one, expected, expected.max(), expected.max(), whole=False)

    def _drawn(
        self,
        stream: np.random.Generator,
        rate: NDArray[np.float32],
        limits: Counts | Numbers,
        top: float,
        expected: float,
        *,
        whole: bool,
    ) -> Counts:
        """Return how many draws lie within each limit, in a line of exponential steps; whole where people are drawn."""
        found = np.zeros(limits.shape, np.int64)
        reached = np.zeros(self.runs, np.float32)
        rows = int(expected + 3 * expected**0.5) + 2
        while True:
            steps = stream.standard_exponential((rows, self.runs), dtype=np.float32) / rate
            places = np.cumsum(np.ceil(steps) if whole else steps, axis=0, out=steps) + reached
            for variant, limit in enumerate(limits):
                found[variant] += (places <= limit).sum(axis=0)
            reached = places[-1]
            if float(reached.min()) > top:
                return found
            rows = MORE
