"""The places that suit first, found without counting how full a town is, are those that the whole count gives."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trappan.activities.models import Activity
from trappan.activities.places import stretches
from trappan.activities.testing import make_activity
from trappan.activities.views.activity import open_activities
from trappan.cases.testing import make_case
from trappan.matching import nearest as near
from trappan.matching.facts import free_at, places_of, to_judge
from trappan.matching.fit import Free, Place, Profile, fits_of
from trappan.matching.nearest import EVERYWHERE, nearest, whole
from trappan.matching.tests.test_fit import places, profiles
from trappan.matching.views import find_place
from trappan.placements.testing import make_placement
from trappan.placements.tests.test_forecast import make_used
from trappan.plans.models import Mapping
from trappan.plans.testing import make_plan
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

WEEKS = ("mån 9-12", "mån 9-15, tis 9-12", "mån 9-12 A, mån 10-15 B", "tis 8:30-11:45 A, lör 10-14", "tor 0-8")
NUMBER = 2
DAY = 24 * 60
LIKED = {"branch": "garden", "steps": (1, 3), "languages": ["svenska"]}
LIKES = {"branches": {"garden": "Odling"}, "step": 1, "languages": ["svenska"]}

towns = st.lists(places.map(lambda place: replace(place, free=EVERYWHERE)), max_size=12, unique_by=lambda one: one.key)


def said(fits):
    return [(one.place.key, one.reasons) for one in fits]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(profiles, towns, st.randoms(use_true_random=False))
def test_the_first_are_those_of_the_whole_however_full_each_place_is(profile, town, random):
    room = {one.key: [Free(day * DAY, (day + 1) * DAY, random.randint(0, 1)) for day in range(7)] for one in town}
    asked = []

    def ask(keys):
        asked.extend(keys)
        return room

    every = fits_of(profile, [replace(one, free=room[one.key]) for one in town], 3)
    also = [one.key for one in town[:1]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near, "FIRST", 2)
        found = nearest(profile, town, 3, ask, NUMBER, also)
    assert len(asked) == len(set(asked)), "nobody is asked twice"
    assert said(found.suiting[:NUMBER]) == said([one for one in every if one.is_suiting][:NUMBER])
    assert set(also) <= {one.place.key for one in found.fits}
    if found.is_all:
        assert said(found.fits) == said(every) == said(whole(profile, town, 3, lambda _keys: room).fits)
    else:
        assert len(found.suiting) >= NUMBER, "where fewer suit, all are judged, and why not is said of each"


def alike(count):
    return [Place(key, f"Odling {key:03}", range(5), EVERYWHERE, **LIKED) for key in range(1, count + 1)]


def test_what_is_full_at_some_of_the_times_stands_behind_what_nobody_had_asked_about_yet(monkeypatch):
    monkeypatch.setattr(near, "FIRST", 2)
    profile = Profile(week=read_week("mån 9-12, tor 9-12"), **LIKES)
    full_on_monday = (Free(0, DAY, 0), Free(DAY, 7 * DAY, 1))
    found = nearest(
        profile, alike(9), 3, lambda keys: {key: full_on_monday if key == 1 else EVERYWHERE for key in keys}, 2
    )
    assert [one.place.key for one in found.suiting] == [2, 3]
    assert not found.is_all


def test_of_a_town_with_room_only_those_that_stand_first_are_asked_about():
    asked = []

    def ask(keys):
        asked.extend(keys)
        return dict.fromkeys(keys, EVERYWHERE)

    found = nearest(Profile(week=read_week("mån 9-12"), **LIKES), alike(400), 3, ask, 10)
    assert not found.is_all
    assert len(found.suiting) == 10
    assert sorted(asked) == list(range(1, near.FIRST + 1)), "and none of the others, however many"


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_a_drawn_town_says_the_same_of_room_and_of_what_suits(seed, today):
    """With weeks A and B, days at other times, places said for a time, and activities that are full."""
    random = Random(seed)
    day = TODAY + timedelta(days=random.randint(0, 40))
    for at in range(6):
        made = make_used(random, f"{seed:03}{at}")
        languages = random.choice(([], ["svenska"], ["dari"]))
        about = {
            "branch": random.choice(("", "garden", "wood")),
            "languages": languages,
            "steps_from": 1,
            "steps_to": 4,
        }
        Activity.objects.filter(pk=made.pk).update(**about, places=random.randint(0, 4))
    person = make_case().person
    with as_(make_colleague("consultant")):
        town = places_of(to_judge(open_activities(day), person), {})
        full = {
            key: [Free(one.start, one.end, one.free) for one in found]
            for key, found in stretches([one.key for one in town], day).items()
        }
        for week in [None, *map(read_week, WEEKS)]:
            profile = Profile(week=week, branches={"garden": "Odling"}, step=3, languages=["svenska"])
            every = fits_of(profile, [replace(one, free=full[one.key]) for one in town], 3)
            found = nearest(profile, town, 3, lambda keys, week=week: free_at(keys, day, week), NUMBER)
            assert said(found.suiting[:NUMBER]) == said([one for one in every if one.is_suiting][:NUMBER])
            room = whole(profile, town, 3, lambda keys, week=week: free_at(keys, day, week))
            assert said(room.fits) == said(every)


@pytest.mark.django_db
def test_the_page_shows_the_first_of_many_says_so_and_leads_to_all_of_them(client, today, monkeypatch):
    monkeypatch.setattr(find_place, "SHOWN", 2)
    monkeypatch.setattr(near, "FIRST", 2)
    case = make_case(languages=["svenska"])
    make_plan(case, parts=[{"kind": "activity", "week": read_week("mån 9-12")}])
    Mapping.objects.filter(case=case).update(branch_wish=["garden"])
    known = {"branch": "garden", "steps_from": 1, "steps_to": 3, "languages": ["svenska"]}
    for name in "ABCDEFGH":
        make_activity(f"Odling {name}", **known, places=1)
    make_activity("Boden", branch="wood")
    other = make_case(consultant=case.responsible)
    taken = Activity.objects.get(name="Odling A")
    make_placement(case.responsible, person=other.person, activity=taken, starts_on=TODAY, week="mån 9-12")
    sign_in(client, case.responsible)
    address = reverse("matching:find_place", args=[case.person_id])
    page = markup(client.get(address))
    assert "De 2 som passar bäst" in page
    assert ("Odling A" in page, "Odling B" in page, "Odling C" in page, "Odling D" in page) == (
        False,
        True,
        True,
        False,
    )
    assert "Titta igenom alla 9 platser" in page
    assert "Passar inte nu" not in page
    every = markup(client.get(address, {"all": ""}))
    assert "Passar (7)" in every
    assert "Passar inte nu (2)" in every
    assert "Fullt mån 9–12" in every
    # Of the sites on the page one is chosen, and all are a click away.
    sites = [page.count("<option value="), every.count("<option value=")]
    assert sites == [2, 9]
    far = Activity.objects.get(name="Boden")
    sent = {"acting_as": case.responsible_id, "form": "journey", "journey-site": far.unit_id, "journey-minutes": "25"}
    assert client.post(address, sent).status_code == 302, "a site that the page did not offer is no fault of the sender"
