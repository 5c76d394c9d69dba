"""What figures and their parts are called, as a publication freezes it."""

from typing import Any

from django.utils.translation import override

from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.definitions import TOLD
from trappan.insight.indicators.reading import reading_of
from trappan.insight.parts import names_of


def words_now() -> dict[str, Any]:
    """Return by name what each figure is called, counted in and defined as, and what the parts are called by code.

    In Swedish whatever language the page of whoever publishes is in: it stands for everybody, for good.
    """
    with override("sv"):
        return {
            "figures": {
                one.name: {
                    "title": str(one.title),
                    "unit": str(one.unit),
                    "definition": str(one.definition),
                    "source": str(reading_of(one).source),
                }
                for one in TOLD
            },
            "parts": dict(zip(DIMENSIONS, names_of(list(DIMENSIONS)), strict=True)),
        }
