"""A place is proposed once while it waits, and not years ahead."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.placements.models import Placement
from trappan.placements.operations import answer, withdraw
from trappan.placements.testing import offer
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


def test_not_twice_for_one_person_and_activity_while_it_waits(case, cafe):
    first = offer(case, cafe, "tor 9-12")
    with pytest.raises(Refused, match="redan föreslagen där"):
        offer(case, cafe, "fre 9-12", starts_on=TODAY + timedelta(days=1))
    offer(make_case(), cafe, "tor 9-12")
    offer(case, make_activity(), "fre 9-12")
    with as_(case.responsible):
        withdraw(placement=first)
    again = offer(case, cafe, "mån 9-12", starts_on=TODAY + timedelta(days=2))
    with as_(make_colleague("site_leader", cafe.unit)):
        answer(placement_id=again.pk, accepts=False, kind="full", reason="Fullt")
    offer(case, cafe, "ons 9-12", starts_on=TODAY + timedelta(days=3))


def test_not_for_a_start_years_away_and_the_refusal_says_the_last_day(case, cafe):
    with pytest.raises(Refused, match="senast 12 nov"):
        offer(case, cafe, starts_on=TODAY + YEAR + timedelta(days=1))
    offer(case, cafe, starts_on=TODAY + YEAR)


@pytest.mark.parametrize(("days", "said"), [(366, "ahead"), (0, "waits")])
def test_the_database_takes_neither(case, cafe, days, said):
    offer(case, cafe, "fre 9-12", starts_on=TODAY + timedelta(days=1))
    with as_(case.responsible), pytest.raises(DatabaseError, match=said), transaction.atomic():
        Placement.objects.create(
            person=case.person,
            unit=cafe.unit,
            activity=cafe,
            seat="00000000-0000-4000-8000-000000000001",
            starts_on=TODAY + timedelta(days=days),
        )
