"""Start pages: eight boxes and five rows, red for what is late, and every link leads somewhere."""

import re
from datetime import date, datetime, time, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils.timezone import make_aware

from trappan.assistance.operations import keep_month
from trappan.cases.models import Case, Meeting
from trappan.cases.testing import make_case
from trappan.desk.work import day_of
from trappan.desk.work.boxes import BOXES, WORDS
from trappan.history.models import Event
from trappan.outcomes.models import Exit
from trappan.plans.models import LadderStep, StepMove
from trappan.plans.testing import make_mapping
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db


def doors_of(page):
    """Return where a page leads: its own pages, by links; not forms, telephones or places within the page."""
    found = {unescape(url) for url in re.findall(r'<a [^>]*href="([^"]+)"', page)}
    return {url for url in found if url.startswith(("/", "?")) and not url.startswith("//")}


@pytest.mark.requirement("R-008")
def test_every_link_of_start_page_menu_and_boxes_leads_somewhere_for_every_role(client, world):
    _person, actors = world
    make_colleague("occupational_therapist")
    roles, followed, broken = set(), 0, []
    for actor, membership in actors.items():
        sign_in(client, membership)
        first = client.get("/", follow=True)
        assert first.status_code == 200, actor
        roles.add(membership.role)
        pages = {"/": text(first)}
        for key in BOXES.get(membership.role, ()):
            pages[url] = text(client.get(url := reverse("desk:box", args=[key])))
        # The menu is on every page: each door is opened once by each colleague, wherever it was seen first.
        doors = {}
        for where, page in pages.items():
            for url in doors_of(page):
                doors.setdefault(where + url if url.startswith("?") else url, where)
        for url, where in doors.items():
            answer = client.get(url, follow=True)
            followed += 1
            if answer.status_code != 200:
                broken.append((actor, where, url, answer.status_code))
    assert broken == []
    assert followed > 100
    assert roles >= {
        "social_worker",
        "consultant",
        "head_of_unit",
        "supervisor",
        "administrator",
        "auditor",
        "counsellor",
    }


def test_no_role_has_more_than_eight_boxes_and_each_has_its_words():
    assert max(len(keys) for keys in BOXES.values()) == 8
    assert {key for keys in BOXES.values() for key in keys} == set(WORDS)


@pytest.fixture
def jonna(today):
    return make_case().responsible


def many(jonna, count, **since):
    """Make cases of a consultant, opened so many days ago, without a kartläggning."""
    made = [make_case(consultant=jonna) for _one in range(count)]
    Case.objects.filter(responsible=jonna).update(opened_on=TODAY - timedelta(days=since.get("days", 10)))
    return made


def test_five_rows_and_the_way_to_all_of_them_fifty_a_page(client, jonna):
    many(jonna, 59)
    sign_in(client, jonna)
    page = markup(client.get("/"))
    assert page.count(">Kartläggning<") == 5
    assert "Visa alla 60" in page
    url = reverse("desk:box", args=["mapping"])
    assert f'href="{url}"' in page
    whole = [markup(client.get(url, {"page": number})) for number in (1, 2)]
    assert [one.count(">Kartläggning<") for one in whole] == [50, 10]
    assert "1–50 av 60" in whole[0]
    assert Event.objects.filter(verb="desk.see_box", actor=jonna, kind="read").count() == 2
    assert client.get(url, {"page": "x"}).status_code == 200
    assert client.get(reverse("desk:box", args=["grounds"])).status_code == 404, "a box of another role"


def test_an_empty_box_says_so_and_is_not_on_the_start_page(client, jonna):
    sign_in(client, jonna)
    assert "Söker plats" not in text(client.get("/"))
    assert "Inget är kvar här." in text(client.get(reverse("desk:box", args=["places"])))


def test_a_colleague_sees_the_rows_of_nobody_else(client, jonna):
    other = make_colleague("consultant", jonna.unit)
    make_case(consultant=other)
    hidden, own = (f"/people/{Case.objects.get(responsible=who).person_id}/" for who in (jonna, other))
    sign_in(client, other)
    for url in ("/", reverse("desk:box", args=["mapping"])):
        page = text(client.get(url))
        assert own in page
        assert hidden not in page


@pytest.mark.requirement("R-022")
def test_a_step_up_and_work_that_lasted_went_forward_and_a_step_down_did_not(client, jonna, today):
    case = Case.objects.get(responsible=jonna)
    steps = list(LadderStep.objects.filter(ladder__is_main=True).order_by("number"))
    for step, days in ((steps[1], 25), (steps[3], 10), (steps[2], 5)):
        StepMove.objects.create(person=case.person, step=step, day=today - timedelta(days=days), imported=True)
    done = make_case(consultant=jonna)
    Case.objects.filter(pk=done.pk).update(opened_on=today - timedelta(days=90), closed_on=today - timedelta(days=40))
    Exit.objects.create(
        person=done.person,
        case=done,
        day=today - timedelta(days=40),
        reason="work",
        form="Lokalvårdare",
        held=True,
        checked_on=today - timedelta(days=2),
    )
    with as_(jonna) as actor:
        told = [step.what for step in day_of(actor).forward]
    assert told == ["En månad i arbete: Lokalvårdare", f"Upp till steg {steps[3].number}, {steps[3].name}"]
    sign_in(client, jonna)
    page = text(client.get("/"))
    assert "Det gick framåt" in page
    assert "Allt som gått framåt på trettio dagar (2)" in page
    assert "Lokalvårdare" in text(client.get(reverse("desk:box", args=["forward"])))
    sign_in(client, make_colleague("consultant", jonna.unit))
    assert "Lokalvårdare" not in text(client.get("/"))


def test_meetings_of_the_day_with_their_times_and_the_week_a_page_away(client, jonna, today):
    case = Case.objects.get(responsible=jonna)
    for days, hour, purpose in ((0, 15, "Uppföljning"), (3, 9, "Trepartssamtal"), (9, 9, "Långt bort")):
        starts = make_aware(datetime.combine(today + timedelta(days=days), time(hour)))
        Meeting.objects.create(
            person=case.person,
            case=case,
            colleague=jonna,
            starts_at=starts,
            ends_at=starts + timedelta(minutes=30),
            purpose=purpose,
        )
    sign_in(client, jonna)
    page = markup(client.get("/"))
    assert ">15.00</time>" in page
    assert "Trepartssamtal" not in page
    assert "Hela veckan (2)" in page
    week = text(client.get(reverse("desk:box", args=["week"])))
    assert "Trepartssamtal" in week
    assert "Långt bort" not in week


@pytest.mark.parametrize("role", ["responsible", "social_worker"])
def test_five_cases_and_eighty_ask_the_same_questions(client, jonna, role, django_assert_max_num_queries):
    reader = jonna
    first = Case.objects.get(responsible=jonna)
    if role == "social_worker":
        reader = first.social_worker
    sign_in(client, reader)
    for count in (4, 75):
        for case in [make_case(consultant=jonna, social_worker=first.social_worker) for _one in range(count)][:3]:
            make_mapping(case)
        # Twelve of the page's own; the test adds its savepoints and a look at the settings.
        with django_assert_max_num_queries(16):
            assert client.get("/").status_code == 200
    set_today(TODAY + timedelta(days=60))
    with django_assert_max_num_queries(16):
        client.get("/")


def supported(case, *months):
    with as_(case.social_worker) as actor:
        for month in months:
            keep_month(
                person=case.person, by=actor, month=month, role="applicant", household_type=5, obstacle="unemployed"
            )


@pytest.mark.parametrize(
    ("months", "is_there"), [((8, 9), True), ((8, 9, 10), False), ((8, 9, 11), False), ((7, 8), False), ((), False)]
)
def test_who_had_support_and_has_none_written_for_the_last_month_stands_in_a_box(client, today, months, is_there):
    case = make_case(social_worker=make_colleague("social_worker"))
    supported(case, *(date(2026, month, 1) for month in months))
    sign_in(client, case.social_worker)
    page = text(client.get("/"))
    assert ("Inget bistånd inskrivet för okt 2026" in page) == is_there
    assert (f'href="{reverse("assistance:support", args=[case.person_id])}"' in markup(client.get("/"))) == is_there
    sign_in(client, case.responsible)
    assert "Inget bistånd inskrivet" not in text(client.get("/")), "a consultant reads no support"


def test_a_month_that_is_missing_is_told_to_the_own_social_worker_alone(client, today):
    case = make_case(social_worker=make_colleague("social_worker"))
    supported(case, date(2026, 9, 1))
    other = make_colleague("social_worker", case.social_worker.unit)
    make_case(social_worker=other)
    sign_in(client, other)
    for url in ("/", reverse("desk:box", args=["month"])):
        assert f"/people/{case.person_id}/" not in markup(client.get(url))


def test_a_social_worker_s_meetings_and_hand_overs_stand_in_one_box(client, today):
    case = make_case(social_worker=make_colleague("social_worker"))
    at = make_aware(datetime.combine(today - timedelta(days=1), time(10)))
    who = case.social_worker
    times = {"starts_at": at, "ends_at": at + timedelta(hours=1)}
    Meeting.objects.create(case=case, person=case.person, colleague=who, purpose="Besök", **times)
    with as_(who) as actor:
        assert [box.key for box in day_of(actor).boxes] == ["mapping", "handled"]
    sign_in(client, who)
    assert "Besök" in text(client.get(reverse("desk:box", args=["handled"])))
    assert client.get(reverse("desk:box", args=["meetings"])).status_code == 404
