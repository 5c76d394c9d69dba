"""Role × page over HTTP: unseen is 404 as for nobody, seen but not allowed is 403, and both are kept."""

import html
import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from trappan.activities.models import Activity
from trappan.attendance.models import Dialogue, SupportAction
from trappan.history.models import Event
from trappan.people.testing import make_person
from trappan.secrecy.rights import RIGHTS
from trappan.testing import sign_in
from trappan.ui.held import right_of

pytestmark = pytest.mark.django_db


SITE_PAGES = ("attendance:there", "attendance:report", "attendance:incident", "attendance:site_step")


REFERRED_PAGES = (
    "cases:referral",
    "cases:referral_note",
    "cases:referral_paper",
    "cases:open_file",
    "cases:withdraw_file",
)


# Nobody waits 0 days, and one of anything is not several.
LIMPS = re.compile(r"\b(?:1\s(?:dagar|veckor|månader|timmar|minuter|gånger|personer|platser)|i 0\s(?:dagar|månader))\b")
# The employer team opens no file: by the person's yes it has pages of its own.
TEAM_PAGES = (
    "matching:find_work",
    "matching:work",
    "matching:profile",
    "matching:sharing",
    "matching:proposals",
    "matching:opening_allocation",
)


def expected(actor: str, role: str, name: str, url: str) -> int:
    """Return what an actor should be answered: the right first, then what the database shows."""
    if role not in RIGHTS[right_of(url)]:
        return 403
    if actor == "supervisor at the site":
        return 200 if name in ("desk:person", *SITE_PAGES) else 404
    if actor == "counsellor with the referral":
        return 200 if name in ("desk:person", *REFERRED_PAGES) else 404
    if actor == "project coordinator":
        return 200 if name == "projects:end_participation" else 404
    if actor == "employer officer":
        return 200 if name in TEAM_PAGES else 404
    seen = (
        302 if name in ("plans:week", "requirement:registered") else 200
    )  # a button's address, or a week without a draft: it leads back
    return seen if actor in ("social worker of the unit", "consultant with the case") else 404


@pytest.mark.long
def test_every_page_answers_every_role_as_it_should(client, world, pages):
    _person, actors = world
    wrong = []
    for actor, membership in actors.items():
        sign_in(client, membership)
        for name, url in pages.items():
            answer = client.get(url)
            if answer.status_code != expected(actor, membership.role, name, url):
                wrong.append((actor, name, answer.status_code))
            shown = html.unescape(answer.content.decode()) if "html" in answer.get("Content-Type", "") else ""
            if limps := LIMPS.findall(shown):
                wrong.append((actor, name, limps))
    assert wrong == []


def test_a_guessed_id_is_answered_as_nobody_and_recorded(client, world, pages):
    _person, actors = world
    sign_in(client, actors["consultant, another unit"])
    hidden = client.get(pages["desk:person"])
    nobody = client.get(reverse("desk:person", args=[999_999]))
    assert hidden.status_code == nobody.status_code == 404
    strip = [text.content.replace(b"999999", b"").split(b"csrfmiddlewaretoken")[0] for text in (hidden, nobody)]
    assert strip[0] == strip[1].replace(b"/people//", b"/people/")
    kept = Event.objects.filter(kind="refused").order_by("id")
    assert [event.details["path"] for event in kept] == [pages["desk:person"], "/people/999999/"]
    assert kept[0].actor_id == actors["consultant, another unit"].pk
    assert kept[0].person_id is None


READ_PAGES = {
    "plans:document": "plans.document",
    "plans:easy": "plans.document",
    "plans:mapping": "plans.see_mapping",
    "plans:plan": "plans.see_plan",
    "plans:step": "plans.see_step",
    "cases:stall": "cases.see_stall",
    "plans:ratings": "plans.see_ratings",
    "cases:journal": "cases.see_journal",
    "people:consent": "people.see_consent",
    "people:details": "people.see_details",
    "placements:place": "placements.see_place",
    "matching:find_place": "matching.see_find_place",
    "outcomes:exit": "outcomes.see_exit",
    "outcomes:exits": "outcomes.see_exits",
}


def test_a_page_of_the_file_is_an_event_under_the_readers_name(client, world, pages):
    person, actors = world
    sign_in(client, actors["consultant with the case"])
    client.get(pages["desk:person"])
    for name in READ_PAGES:
        client.get(pages[name])
    read = Event.objects.filter(person=person, kind="read", actor=actors["consultant with the case"])
    assert set(read.values_list("verb", flat=True)) == {"desk.see_person", *READ_PAGES.values()}


def test_the_persons_page_leads_to_every_page_of_the_file(client, world, pages):
    _person, actors = world
    for actor, names in {
        "consultant with the case": (
            "plans:mapping",
            "plans:plan",
            "cases:meetings",
            "cases:referrals",
            "cases:journal",
            "cases:stall",
            "plans:ratings",
            "plans:step",
            "plans:correct",
            "people:consent",
            "people:details",
        ),
        "social worker of the unit": (
            "requirement:requirement",
            "people:household",
            "assistance:support",
            "plans:mapping",
            "cases:meetings",
        ),
    }.items():
        sign_in(client, actors[actor])
        shown = client.get(pages["desk:person"]).content.decode()
        parts = re.findall(r'href="([^"]+)"', shown[shown.index('<nav class="sections') :].split("</nav>")[0])
        shown += "".join(client.get(part).content.decode() for part in parts)
        assert [name for name in names if pages[name] not in shown] == [], "in two presses"


def test_signed_out_is_sent_to_sign_in_and_back(client, world, pages):
    answer = client.get(pages["desk:person"])
    assert answer.status_code == 302
    assert answer.url.startswith("/account/login/?next=/people/")


def test_a_form_from_another_memberships_tab_is_refused(client, world):
    _person, actors = world
    twin, me = actors["social worker, another unit"], actors["social worker of the unit"]
    sign_in(client, me)
    for acting_as in (twin.pk, ""):
        answer = client.post("/applications/", {"acting_as": acting_as, "number": "x"})
        assert answer.status_code == 409
        assert "bytt enhet" in answer.content.decode()


def test_a_session_ends_when_a_membership_changes(client, world):
    _person, actors = world
    consultant = actors["consultant, same unit, without the case"]
    sign_in(client, consultant)
    assert client.get("/").status_code == 200
    from trappan.cases.operations import end_membership
    from trappan.staff.testing import as_

    with as_(actors["head of the consultant's unit"]) as actor:
        end_membership(membership=consultant, ends_on=actor.today, today=actor.today)
    assert client.get("/").url.startswith("/account/login/")


def test_a_protected_persons_plan_has_no_print(client, world, pages):
    person, actors = world
    from trappan.people.operations import protect
    from trappan.staff.testing import as_

    with as_(actors["consultant with the case"]):
        protect(person=person, protection="marked")
    sign_in(client, actors["consultant with the case"])
    assert client.get(pages["plans:document"]).status_code == client.get(pages["plans:easy"]).status_code == 404
    page = client.get(pages["desk:person"]).content.decode()
    assert "Sekretessmarkering" in page
    assert "070-" not in page


LISTS = [
    "desk:start",
    "desk:people",
    "desk:caseload",
    "outcomes:follow_ups",
    "outcomes:to_work",
    "desk:ageing",
    "assistance:households",
    "cases:hand_over",
    "cases:hand_overs",
    "cases:hand_out",
    "cases:hand_unit_over",
    "cases:away",
    "activities:activities",
    "placements:calendar",
    "attendance:day",
    "attendance:here",
    "activities:forecast",
    "desk:subscription",
    "requirement:controls",
    "desk:log",
    "plans:frames",
    "rules:codes",
    "rules:marks",
    "rules:rulesets",
    "rules:texts",
    "staff:units",
    "staff:list_files",
]


def test_lists_ask_few_questions_however_long_they_are(client, world):
    """All on one world, which takes longer to make than a list to open; what a list is made longer by is taken back."""
    _person, actors = world
    wrong = []
    for name in LISTS:
        url = reverse(name)
        reader = next(
            one
            for one in actors.values()
            if one.role in RIGHTS[right_of(url)] and (name != "desk:start" or one.role == "consultant")
        )
        with transaction.atomic():
            sign_in(client, reader)
            few = asked(client, url)
            for _more in range(3):
                make_person(actors["social worker of the unit"])
            for number in range(3):
                Activity.objects.create(
                    code=f"a{number}",
                    name="A",
                    unit_id=reader.unit_id,
                    kind="ability",
                    places=1,
                    starts_on="2021-01-01",
                )
            more = asked(client, url)
            transaction.set_rollback(True)
        # Twelve of the page's own; the test adds its savepoints and a look at the settings.
        if few > 16 or more > few:
            wrong.append((name, few, more))
    assert wrong == []


def asked(client, url):
    """Return how many questions the database is asked for a page, which is answered."""
    with CaptureQueriesContext(connection) as questions:
        assert client.get(url).status_code == 200, url
    return len(questions)


def test_the_page_of_absence_asks_few_questions_with_all_that_stands_on_it(
    client, world, pages, django_assert_max_num_queries
):
    person, actors = world
    assert Dialogue.objects.filter(person=person).exists()
    assert SupportAction.objects.filter(person=person).exists()
    sign_in(client, actors["consultant with the case"])
    with django_assert_max_num_queries(16):
        page = client.get(pages["requirement:absence"]).content.decode()
    for one in Dialogue.objects.filter(person=person).select_related("note", "author__colleague"):
        assert one.own_words in page
        assert one.note.fact in page
        assert one.author.colleague.name in page
        assert str(one.get_result_display()) in page
    for one in SupportAction.objects.filter(person=person).select_related("unit"):
        assert one.asked in page
        assert one.unit.name in page


def test_the_person_page_asks_a_constant_number_of_questions(client, world, pages, django_assert_max_num_queries):
    _person, actors = world
    sign_in(client, actors["consultant with the case"])
    with django_assert_max_num_queries(16) as asked:
        client.get(pages["desk:person"])
    secrets = [
        query["sql"] for query in asked.captured_queries if 'FROM "p' in query["sql"] or "history" in query["sql"]
    ]
    assert len(secrets) <= 8


def test_health_needs_nobody(client):
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json()["database"] == "up"
