"""A municipality with a head, a director and a controller, its partner, and the same roles elsewhere."""

import pytest

from trappan.staff.testing import make_colleague, make_organisation, make_unit


@pytest.fixture
def house(today):
    class House:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        other = make_organisation("Navet", kind="association", basis="cooperation")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        director = make_colleague("director", make_unit("management", municipality))
        administrator = make_colleague("administrator", director.unit)
        controller = make_colleague("controller", director.unit)
        leader = make_colleague("site_leader", make_unit("site", partner))
        own_leader = make_colleague("site_leader", make_unit("site", municipality))
        stranger = make_colleague("site_leader", make_unit("site", other))
        neighbour = make_organisation("Grannby kommun")
        head_abroad = make_colleague("head_of_unit", make_unit("labour_market", neighbour))
        director_abroad = make_colleague("director", make_unit("management", neighbour))

    return House
