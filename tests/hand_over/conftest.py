"""The municipality between whose colleagues a case goes."""

import pytest

from trappan.cases import operations as cases
from trappan.cases.models import HandOver
from trappan.cases.testing import make_case
from trappan.plans.testing import make_mapping
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit


@pytest.fixture
def town(today):
    """A municipality with a unit of consultants and a head, and one case of Jonna's."""
    municipality = make_organisation("Ekelunda kommun")
    labour = make_unit("labour_market", municipality)
    social = make_unit("social_service", municipality)

    class Town:
        ulla = make_colleague("social_worker", social, name="Ulla Provstedt")
        jonna = make_colleague("consultant", labour, name="Jonna Mallgren")
        mats = make_colleague("consultant", labour, name="Mats Mallberg")
        elsewhere = make_colleague("consultant", make_unit("labour_market", municipality), name="Elsa Annars")
        abroad = make_colleague("consultant", make_unit("labour_market", make_organisation("Grannby kommun")))
        head = make_colleague("head_of_unit", labour)

    Town.case = make_case(social_worker=Town.ulla, consultant=Town.jonna)
    with as_(Town.jonna):
        cases.receive(hand_over=HandOver.objects.get(receiver=Town.jonna))
    make_mapping(Town.case)
    return Town
