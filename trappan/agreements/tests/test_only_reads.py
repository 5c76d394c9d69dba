"""Whoever has opened a file in an emergency reads of an agreement, and is offered nothing that would be refused."""

import re
from datetime import timedelta

import pytest

from trappan import database
from trappan.agreements.testing import sent_link, sign_all
from trappan.people.operations import open_in_emergency
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
PAGES = ("", "week/", "along/", "ending/")


def offered(client, agreement):
    """Return the acts on each page of an agreement."""
    found = {}
    for page in PAGES:
        answer = client.get(f"/agreements/{agreement.pk}/{page}")
        assert answer.status_code == 200, page
        found[page] = set(re.findall(r'name="form" value="([^"]*)"', text(answer)))
    return found


@pytest.mark.parametrize("signed", [True, False])
def test_whoever_only_reads_is_offered_no_act(client, jonna, agreement, signed):
    if signed:
        sign_all(jonna, agreement)
    else:
        sent_link(jonna, agreement)
    set_today(TODAY + timedelta(days=1))
    sign_in(client, jonna)
    assert all(offered(client, agreement)[page] for page in ("", "week/", "along/"))
    other = make_colleague("consultant", jonna.unit)
    asked = "SELECT number FROM people_number WHERE person_id = %s"
    number = database.query(asked, [agreement.person_id])[0].number
    with as_(other):
        open_in_emergency(number=number, reason="Ringer och är sjuk")
    sign_in(client, other)
    assert offered(client, agreement) == {page: set() for page in PAGES}
    assert f"/agreements/{agreement.pk}/change/" not in text(client.get(f"/agreements/{agreement.pk}/"))
    sent = {"acting_as": other.pk, "form": "speak", "speak-text": "Hej"}
    told = client.post(f"/agreements/{agreement.pk}/along/", sent, follow=True)
    assert "Det går inte längre att göra här" in text(told)
