"""To close an activity, a site's days or a case says how many it concerns, and asks first."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import make_aware

from trappan.activities.models import Activity
from trappan.cases.models import Case, Meeting
from trappan.cases.operations import book_meeting
from trappan.partnerships.testing import informed
from trappan.placements.models import Cancellation, Closure
from trappan.placements.testing import accept, offer
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
NEXT = str(TODAY + timedelta(days=7))


@pytest.fixture
def leader(case, cafe, client):
    """The leader of a site at which somebody is placed on Thursdays."""
    made = make_colleague("site_leader", cafe.unit)
    accept(offer(case, cafe))
    sign_in(client, made)
    return made


def asked_then_done(client, page, sent, box, made):
    """Send it twice: first it is asked about with the number, then it is done."""
    answer = client.post(page, sent)
    assert answer.status_code == 422
    said = " ".join(answer.content.decode().split())
    assert "1 person" in said
    assert f'type="checkbox" name="{box}"' in said
    assert not made()
    assert client.post(page, {**sent, box: "on"}).status_code == 302
    assert made()


def test_an_activity_for_good(leader, cafe, client):
    informed(cafe.unit)
    page = reverse("placements:close", args=[cafe.pk])
    sent = {"acting_as": leader.pk, "closes_on": "2026-12-31", "reason": "Hyran går ut"}
    asked_then_done(client, page, sent, "sure", Activity.objects.exclude(ends_on=None).exists)
    assert Activity.objects.get(pk=cafe.pk).ends_on == date(2027, 1, 1)


def test_a_day(leader, cafe, client):
    sent = {
        "acting_as": leader.pk,
        "form": "cancel",
        "cancel-activity": cafe.pk,
        "cancel-day": NEXT,
        "cancel-reason": "Studiedag",
    }
    asked_then_done(client, reverse("placements:calendar"), sent, "cancel-sure", Cancellation.objects.exists)


def test_the_site_for_some_days(leader, client):
    sent = {
        "acting_as": leader.pk,
        "form": "close",
        "close-starts_on": NEXT,
        "close-ends_on": NEXT,
        "close-reason": "Flytt",
    }
    asked_then_done(client, reverse("placements:calendar"), sent, "close-sure", Closure.objects.exists)


def test_a_day_on_which_nobody_is_expected_asks_nothing(leader, cafe, client):
    friday = str(TODAY + timedelta(days=8))
    sent = {
        "acting_as": leader.pk,
        "form": "cancel",
        "cancel-activity": cafe.pk,
        "cancel-day": friday,
        "cancel-reason": "Studiedag",
    }
    assert client.post(reverse("placements:calendar"), sent).status_code == 302


def test_a_case(case, client):
    with as_(case.responsible) as actor:
        book_meeting(
            case=case,
            by=actor,
            starts_at=make_aware(datetime.combine(date(2026, 11, 16), time(9))),
            minutes=30,
            how="visit",
            purpose="Uppföljning",
        )
    sign_in(client, case.responsible)
    page = reverse("outcomes:exit", args=[case.pk])
    sent = {"acting_as": case.responsible_id, "reason": "other", "form": "", "day": str(TODAY)}
    answer = client.post(page, sent)
    assert answer.status_code == 422
    assert "1 kommande möte" in answer.content.decode()
    assert Case.objects.get(pk=case.pk).closed_on is None
    assert client.post(page, {**sent, "sure": "on"}).status_code == 302
    assert Meeting.objects.get().outcome == "cancelled"
