"""How sure a difference between two shares is: what chance alone makes of so few people."""

from dataclasses import dataclass
from math import sqrt

# Two-sided 95 percent of the normal distribution.
Z = 1.959964
# Of fewer people on either side nothing is said of a difference.
FEWEST_EACH = 30


@dataclass(frozen=True)
class Interval:
    """Where a difference lies in nineteen cases of twenty, in percentage points."""

    low: float
    high: float

    @property
    def holds_none(self) -> bool:
        """Tell whether there may be no difference at all: then none is claimed."""
        return self.low <= 0 <= self.high


def wilson(hits: float, of: float) -> tuple[float, float]:
    """Return Wilson's interval of a share, as parts of one. `of` is at least one person."""
    share, square = hits / of, Z * Z
    middle, reach = share + square / (2 * of), Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return (middle - reach) / (1 + square / of), (middle + reach) / (1 + square / of)


def difference(hits: float, of: float, other_hits: float, other_of: float) -> Interval:
    """Return the interval of one share less another, of different people, by Newcombe's hybrid of Wilson's two.

    R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17
    (1998) 873-890, method 10.
    """
    (low, high), (other_low, other_high) = wilson(hits, of), wilson(other_hits, other_of)
    share, other = hits / of, other_hits / other_of
    down = sqrt((share - low) ** 2 + (other_high - other) ** 2)
    up = sqrt((high - share) ** 2 + (other - other_low) ** 2)
    return Interval(100 * (share - other - down), 100 * (share - other + up))
