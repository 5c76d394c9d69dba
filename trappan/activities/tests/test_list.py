"""The list of places: fifty at a time, each activity once, however many a town has."""

import re
from datetime import date

import pytest

from trappan.activities.models import Activity
from trappan.staff.testing import make_colleague, make_organisation, make_unit
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


def test_every_activity_stands_once_over_the_pages(client, today):
    sites = [make_unit("site"), make_unit("site", make_organisation("Navet", kind="association"))]
    for number in range(120):
        Activity.objects.create(
            code=f"a{number}",
            name=f"Verkstad {number % 7}",
            unit=sites[number % 2],
            places=3,
            kind="workplace",
            starts_on=date(2021, 1, 1),
        )
    sign_in(client, make_colleague("consultant", make_unit("labour_market")))
    seen, address = [], "/activities/"
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r'href="/activities/(\d+)/"', page)
        following = re.search(r'href="(\?after=\d+)"', page)
        address = f"/activities/{following[1]}" if following else ""
    assert len(seen) == len(set(seen)) == 120
    assert client.get("/activities/?after=x").status_code == 200
