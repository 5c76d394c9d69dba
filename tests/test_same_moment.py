"""Two who do the same at the same moment: it is there once, the second gets the sentence, and nobody a 500."""

from collections import Counter
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.test import Client
from django.urls import reverse

import trappan
from tests.testing import Town
from trappan import database
from trappan.activities.models import Activity
from trappan.assistance.models import Application
from trappan.assistance.operations import receive_application
from trappan.attendance.models import Attendance
from trappan.cases import operations as cases
from trappan.cases.models import Meeting, Note, Stall, StudyPlan
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import record_exit
from trappan.people import operations as people
from trappan.people.models import Number, Person
from trappan.people.operations import find_number
from trappan.people.testing import make_person, test_number
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.refusals import Refused, refusing
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, as_web, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in
from trappan.ui.testing import pressed

EIGHT = 8
# What a colleague cannot run into, and why; all else that must be unique has its sentence.
NEVER = {
    "draft_given_once_an_edition": "given where it is not given yet (get_or_create)",
    "one_allocation_a_week_waits": "ordered where none waits (ON CONFLICT DO NOTHING)",
    **dict.fromkeys(
        (
            "activity_of_unit",
            "agreement_is_of_person",
            "amendment_of_agreement",
            "case_of_person",
            "evidence_of_person",
            "exit_of_person",
            "goal_of_its_municipality",
            "project_of_cooperation_goal",
            "project_of_municipality",
            "project_of_sub_initiative",
            "unit_of_municipality_in_project",
            "goal_of_person",
            "grounds_of_person",
            "initiative_of_municipality",
            "meeting_of_person",
            "move_of_person",
            "note_of_its_referral",
            "note_of_its_person",
            "note_of_person",
            "placement_is_of_person",
            "placement_of_person_and_unit",
            "plan_of_person",
            "referral_of_person",
            "link_is_of_person",
            "study_plan_of_person",
            "version_is_of_person",
        ),
        "a row's own number beside its person or unit",
    ),
    **dict.fromkeys(
        (
            "activities_activity_opening_id_key",
            "activities_creworder_job_id_key",
            "attendance_dialogue_note_id_key",
            "one_study_step_a_position",
            "plans_stepmove_evidence_id_key",
        ),
        "made in the same operation",
    ),
    **dict.fromkeys(
        (
            "activities_picture_file_id_key",
            "agreements_link_key_key",
            "agreements_link_token_digest_key",
            "cases_referralfile_file_id_key",
            "messages_outbox_key_key",
            "one_activity_a_seat",
            "one_placement_a_seat",
            "partnerships_annex_file_id_key",
            "staff_subscription_digest_key",
        ),
        "drawn by lot",
    ),
    **dict.fromkeys(
        (
            "a_part_stands_once",
            "agreements_agreement_placement_id_key",
            "agreements_signature_link_id_key",
            "attendance_phonelist_unit_id_key",
            "cases_meeting_moved_from_id_key",
            "messages_outbox_again_of_id_key",
            "one_message_a_reminder_and_kind",
            "one_ending_a_statement",
            "one_open_subscription",
            "one_version_a_number",
            "one_yes_an_audience",
            "one_plan_in_force",
            "one_studyplan_an_edition",
            "one_workability_an_edition",
            "placements_introduction_placement_id_key",
            "prepared_once_a_team",
            "plans_mapping_case_id_key",
            "plans_stepmove_corrects_id_key",
        ),
        "whoever is second waits for the first, and is told by the operation",
    ),
    **dict.fromkeys(
        (
            "one_draft_a_page",
            "one_draft_an_employer",
            "one_order_of_a_list",
            "one_journey_a_site",
            "messages_wish_person_id_key",
            "people_contact_person_id_key",
            "placements_placementend_placement_id_key",
        ),
        "whoever is second changes what the first has made",
    ),
    "one_case_a_number": "the next number, given in line",
}


def both(*runs):
    """Let each do it at the same moment, and return what they were refused with."""
    gave = at_the_same_moment(*(by(who, do) for who, do in runs))
    return [str(one) for one in gave if isinstance(one, Refused)]


def posts(who, address, fields):
    """Send the same form eight times at the same moment, each from a browser of its own; count the answers."""

    def post(browser):
        def doing(ready):
            ready()
            return browser.post(address, {"acting_as": who.pk, **fields}).status_code

        return doing

    browsers = [sign_in(Client(raise_request_exception=False), who) for _one in range(EIGHT)]
    return Counter(at_the_same_moment(*map(post, browsers)))


@pytest.fixture
def town():
    set_today(TODAY)
    return Town()


@pytest.fixture
def case(town):
    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        made = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=made, to=town.jonna)
    return made


@pytest.mark.django_db(transaction=True)
class TestTwoAtOnce:
    def test_register_the_same_number(self, town):
        number = test_number()
        colleague = make_colleague("social_worker", town.ulla.unit)

        def register(_actor):
            people.register(number=number, given_name="Samira", family_name="Påhitt")

        refusals = both((town.ulla, register), (colleague, register))
        assert len(refusals) == 1
        assert "numret" in refusals[0].lower()
        assert Person.objects.count() == 1

    def test_register_somebody_without_a_number(self, town):
        colleague = make_colleague("social_worker", town.ulla.unit)

        def register(_actor):
            people.register(number="", born=TODAY - timedelta(days=9000), given_name="Samira", family_name="Påhitt")

        assert both((town.ulla, register), (colleague, register)) == []
        assert Number.objects.values("number").distinct().count() == 2

    def test_receive_the_same_application_and_open_the_same_case(self, town):
        person = make_person(town.ulla)
        colleague = make_colleague("social_worker", town.ulla.unit)

        def receive(actor):
            receive_application(person=person, by=actor, received_on=TODAY, kind="new")

        def open_case(actor):
            cases.open_case(person=person, by=actor, unit=town.labour)

        assert len(both((town.ulla, receive), (colleague, receive))) == 1
        assert len(both((town.ulla, open_case), (colleague, open_case))) == 1

    def test_close_the_same_case(self, town, case):
        def close(actor):
            record_exit(case=case, day=TODAY, today=actor.today, reason="other")

        refusals = both((town.jonna, close), (town.ulla, close))
        assert len(refusals) == 1
        assert "avslutat" in refusals[0]
        assert Exit.objects.count() == 1

    def test_write_the_first_edition_of_a_study_plan(self, town, case):
        mio = make_colleague("counsellor", make_unit("guidance", town.labour.organisation))
        beside = make_colleague("counsellor", mio.unit)
        with as_(town.jonna):
            referral = cases.refer(case=case, unit=mio.unit, purpose="Vad kan leda vidare?")

        def write(actor):
            cases.write_study_plan(referral=referral, by=actor, goal=f"Kock {actor.name}", steps=[], edition=0)

        assert len(both((mio, write), (beside, write))) == 1
        assert StudyPlan.objects.count() == 1

    def test_book_the_same_hour(self, town, case):
        starts_at = now() + timedelta(days=1)

        def book(actor):
            cases.book_meeting(case=case, by=actor, starts_at=starts_at, minutes=30, how="visit", purpose="Plan")

        refusals = both(*[(town.jonna, book)] * 3)
        assert len(refusals) == 2
        assert all("annat möte" in refusal for refusal in refusals)

    def test_a_knot_of_two_is_a_sentence_too(self, town):
        """Whatever stands in line in two orders: the database lets one go on, and the other is told."""

        def cross(who, first, second):
            def doing(ready):
                with as_web(who), refusing({}):
                    database.lock("test", first)
                    ready()
                    database.lock("test", second)

            return doing

        (refusal,) = filter(None, at_the_same_moment(cross(town.ulla, 1, 2), cross(town.jonna, 2, 1)))
        assert "samma ögonblick" in str(refusal)


def test_whatever_must_be_unique_has_its_sentence(db):
    """The database's no to the second has words in some room: a new constraint without any is found here."""
    known = set()
    for room in iter_modules(trappan.__path__):
        for where in ("operations", "operations.refusals"):
            try:
                known |= set(getattr(import_module(f"trappan.{room.name}.{where}"), "NO", {}))
            except ModuleNotFoundError:
                continue
    unique = {
        row.name
        for row in database.query(
            "SELECT i.relname AS name FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid "
            "JOIN pg_class t ON t.oid = x.indrelid WHERE (x.indisunique OR x.indisexclusion) AND NOT x.indisprimary "
            "AND t.relnamespace = 'public'::regnamespace AND (has_any_column_privilege('trappan_app', t.oid, 'INSERT') "
            "OR t.relname = 'people_number')"
        )
    }
    assert unique - known == set(NEVER)


@pytest.mark.django_db(transaction=True)
def test_eight_equal_posts_give_one_saved_and_no_failure():
    set_today(TODAY)
    case = make_case()
    consultant, social = case.responsible, case.social_worker
    tor = make_colleague("supervisor")
    cafe = Activity.objects.create(
        code="c", name="Kafé", unit=tor.unit, kind="workplace", places=9, starts_on=TODAY - timedelta(days=400)
    )
    number = test_number()
    register = {
        "number": number,
        "given_name": "Farid",
        "family_name": "Tänktsson",
        "protection": "none",
        "kind": "new",
        "received_on": TODAY,
    }
    said = {"register": posts(social, "/applications/", register)}
    assert Number.objects.filter(number=number).count() == 1
    assert Application.objects.filter(person__numbers__number=number).count() == 1
    placed = make_placement(consultant, person=case.person, activity=cafe, starts_on=TODAY)
    mark = {f"mark-{placed.pk}": "present"}
    said["mark"] = posts(tor, "/day/", mark)
    assert Attendance.objects.count() == 1
    place = {"activity": cafe.pk, **pressed("fre 9-12"), "starts_on": TODAY + timedelta(days=1), "aim": "Prova"}
    said["propose"] = posts(consultant, reverse("placements:place", args=[case.person_id]), place)
    assert Placement.objects.count() == 2
    note = {"day": TODAY, "at": "00:00", "kind": "contact", "source": "person", "fact": "Ringde"}
    said["note"] = posts(consultant, reverse("cases:journal", args=[case.pk]), note)
    assert Note.objects.count() == 1
    meeting = {"day": TODAY + timedelta(days=1), "at": "09:00", "minutes": 60, "how": "visit", "purpose": "X"}
    said["meeting"] = posts(consultant, reverse("cases:meetings", args=[case.pk]), meeting)
    assert Meeting.objects.count() == 1
    stall = {"form": "say", "reason": "course", "starts_on": TODAY}
    said["stall"] = posts(consultant, reverse("cases:stall", args=[case.pk]), stall)
    assert Stall.objects.count() == 1
    leave = {"reason": "other", "day": TODAY, "form": "Flyttade"}
    free = make_case(consultant=consultant)
    said["exit"] = posts(consultant, reverse("outcomes:exit", args=[free.pk]), leave)
    assert Exit.objects.count() == 1
    assert max(status for answers in said.values() for status in answers) < 500, said
    # Where what is sent twice is one and the same, whoever comes second is told that it is saved.
    alike = {"mark", "note", "stall"}
    assert {name for name, answers in said.items() if answers == {302: EIGHT}} == alike, said
    assert {name for name, answers in said.items() if answers == {302: 1, 422: EIGHT - 1}} == set(said) - alike, said


@pytest.mark.django_db(transaction=True)
def test_eight_searches_at_once_do_not_pass_the_ceiling_together():
    set_today(TODAY)
    case = make_case()
    with as_(case.responsible):
        for _search in range(28):
            find_number(number=test_number())
    posts(case.responsible, "/emergency/", {"number": test_number(), "reason": "Står i receptionen utan mat"})
    assert Event.objects.filter(verb="people.find_number", actor=case.responsible).count() == 30
