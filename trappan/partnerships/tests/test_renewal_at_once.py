"""Whoever renews an agreement and whoever lets it end at the same moment stand in line: never are both said."""

import time
from datetime import date
from functools import partial

import pytest

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.models import Agreement, Lapse
from trappan.partnerships.testing import make_signed
from trappan.refusals import Refused
from trappan.staff.testing import as_web, make_colleague
from trappan.testing import at_the_same_moment

END = date(2028, 1, 1)


def renew(agreement, actor):
    operations.renew(agreement=agreement, by=actor, starts_on=END)


def let_lapse(agreement, _actor):
    operations.let_lapse(agreement=agreement, why="Uppdraget är slut")


def first(who, act):
    """Do it, and leave it unsaved until the other has come to it, or has had the time to."""

    def doing(ready):
        with as_web(who) as actor:
            act(actor)
            ready()
            ends = time.monotonic() + 1
            while time.monotonic() < ends and not database.query("SELECT FROM pg_locks WHERE NOT granted"):
                time.sleep(0.02)

    return doing


def second(who, act):
    def doing(ready):
        with as_web(who) as actor:
            ready()
            act(actor)

    return doing


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("acts", [(renew, let_lapse), (let_lapse, renew)])
def test_it_is_renewed_and_nobody_says_that_it_ends(house, acts):
    agreed = make_signed(house.head, house.director, house.partner)
    beside = make_colleague("head_of_unit", house.head.unit)
    does = [partial(act, agreed) for act in acts]
    gave = at_the_same_moment(first(house.head, does[0]), second(beside, does[1]))
    assert isinstance(gave[1], Refused) is (acts[1] is let_lapse), "what another follows is not let end"
    assert Agreement.objects.filter(succeeds=agreed, withdrawn_on=None).count() == 1
    assert not Lapse.objects.filter(taken_back_on=None).exists(), "taken back by whoever renews it after all"
