"""Who gives and confirms a membership: never one person, whatever memberships that one has."""

import pytest

from trappan.refusals import Refused
from trappan.staff import operations
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = pytest.mark.django_db


def test_nobody_gives_and_confirms_through_two_of_their_own(today):
    unit = make_unit("labour_market")
    administrator = make_colleague("administrator", make_unit("management", unit.organisation))
    as_head = Membership.objects.create(
        colleague=administrator.colleague,
        unit=unit,
        role="head_of_unit",
        starts_on="2020-01-01",
        confirmed_at="2020-01-01T00:00Z",
    )
    friend = make_colleague("supervisor", make_unit("site", unit.organisation))
    with as_(administrator):
        given = operations.give_membership(
            colleague_id=friend.colleague_id, unit_id=unit.pk, role="consultant", starts_on=today
        )
    with as_(as_head), pytest.raises(Refused, match="själv gett"):
        operations.confirm_membership(membership_id=given)
    with as_(make_colleague("head_of_unit", unit)):
        operations.confirm_membership(membership_id=given)
    assert Membership.objects.get(pk=given).confirmed_at is not None


@pytest.mark.parametrize(("has", "gets"), [("consultant", "project_leader"), ("project_leader", "project_coordinator")])
def test_nobody_leads_a_project_in_numbers_and_sees_its_people(today, has, gets):
    unit = make_unit("project")
    held = make_colleague(has, make_unit("labour_market", unit.organisation))
    stranger = make_colleague("supervisor", make_unit("site", unit.organisation))
    with as_(make_colleague("administrator", make_unit("management", unit.organisation))):
        about = {"unit_id": unit.pk, "role": gets, "starts_on": today}
        with pytest.raises(Refused, match="läser bara siffror"):
            operations.give_membership(colleague_id=held.colleague_id, **about)
        assert operations.give_membership(colleague_id=stranger.colleague_id, **about)
