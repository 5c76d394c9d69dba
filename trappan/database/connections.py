"""The connections that a web process keeps: which plans they remember."""

from typing import Any

import psycopg

# The product asks some hundreds of different questions; psycopg keeps the plans of a hundred, and whoever goes from
# page to page would have nearly each one planned anew: a fifth of a page's time. A plan takes some 50 kB of the server.
PLANS = 600


class Remembering(psycopg.Connection[Any]):
    """A connection that keeps the plans of all that the product asks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prepared_max = PLANS
