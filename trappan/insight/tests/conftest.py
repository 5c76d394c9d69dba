"""What several tests of the figures begin with: the controller, and what is told of two months."""

from datetime import date
from functools import partial

import pytest

from trappan.insight.models import Chart
from trappan.insight.tests import duck, spark
from trappan.insight.tests.test_board import LAST, cell
from trappan.staff.testing import make_colleague, make_unit

SEPTEMBER = date(2026, 9, 1)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9L9 0" stroke="var(--ds-color-{})"/></svg>'


@pytest.fixture
def controller(today):
    return make_colleague("controller", make_unit("management"))


@pytest.fixture
def told_in_october(controller):
    """What is told of two months, with a cell that is held back, and a unit whose name would be carried out."""
    unit = make_unit("office", controller.unit.organisation, name='=HYPERLINK("x"), norr')
    cell("households", SEPTEMBER, 150)
    cell("households", LAST, 143)
    cell("households", LAST, 140, unit=str(unit.pk))
    cell("households", LAST, 3, shown=False, unit="")
    cell("coverage", LAST, 1191, 1612)
    marks = [{"number": "1", "day": "2022-04-01", "kind": "law", "name": "Ny lag"}]
    Chart.objects.create(name="households", size="wide", svg=SVG.format("accent-base-default"), marks=marks)
    return unit


@pytest.fixture(params=["DuckDB", pytest.param("Spark", marks=spark.MARKS)])
def elsewhere(request):
    """Yield another engine than PostgreSQL: what answers a question of Ibis about a table of the spine."""
    if request.param == "DuckDB":
        yield duck.answered
    else:
        with spark.begun() as session:
            yield partial(spark.answered, session)
