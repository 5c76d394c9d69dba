"""The town's controller published September, and six households were put right afterwards."""

import pytest

from trappan.demo.rooms.published import MONTH, TWICE, publish
from trappan.insight.models import Publication
from trappan.insight.publication.beside import totals_of
from trappan.insight.publication.files import digest_of, open_data, rows_of
from trappan.insight.testing import make_months
from trappan.insight.tests.test_board import cell
from trappan.insight.told import told
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = pytest.mark.django_db


def test_what_was_published_stands_beside_todays_and_comes_again_from_its_file(today):
    controller = make_colleague("controller", make_unit("management"))
    make_months(0b100)
    make_months(0b100)
    publish()
    cell("households", MONTH, 7)
    made = Publication.objects.get()
    with as_(controller):
        text = open_data(made)
        [households, people] = totals_of(made, told(["households", "people"], first=MONTH, last=MONTH))
    assert digest_of(text) == made.digest
    assert {row["indicator"]: row["value"] for row in rows_of(text)} == {"households": "8", "people": "11"}
    assert (households.words, households.now_words, households.differs) == ("8", "7", True)
    assert (people.words, people.now, made.figures) == ("11", None, len(TWICE))
