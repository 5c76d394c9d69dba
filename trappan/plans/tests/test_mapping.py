"""The conversation: left and gone on with, written by two at once, its words kept apart and kept."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.cases.models import Draft
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.plans import operations
from trappan.plans.models import Mapping
from trappan.plans.testing import FINISHED, make_mapping
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def page(case):
    return reverse("plans:mapping", args=[case.pk])


def write(client, case, page, **fields):
    sent = {"acting_as": case.responsible_id, "held_on": "2026-11-12", "finish": "no", "edition": "0", **fields}
    return client.post(page, sent)


@pytest.mark.requirement("R-003")
def test_five_parts_are_asked_and_read_back(client, case, page):
    sign_in(client, case.responsible)
    fields = {
        **FINISHED,
        "education": "not_validated",
        "background": "Kock i tolv år.",
        "without_work_since": "2025-03",
        "language_notes": "Arabiska, lite svenska.",
        "health": "Ont i ryggen ibland.",
        "housing": "Andra hand.",
        "family": "Två barn.",
        "strengths": "Lugn.",
        "motivation": "Vill ha kollegor.",
        "contact_wish": "Samma person hela tiden",
        "path_wish": "partner",
        "alternatives": "Storkök.",
        "finish": "yes",
    }
    assert write(client, case, page, **fields).status_code == 302
    shown = client.get(page).content.decode()
    for said in (
        *FINISHED.values(),
        "Utländsk utbildning, ej validerad",
        "mar 2025",
        "Ont i ryggen",
        "Samma person",
        "En partner, till exempel en förening",
        "Storkök.",
    ):
        assert said in shown, said


@pytest.mark.requirement("R-123")
def test_whom_to_meet_and_whose_place_is_the_persons_own_choice(client, case, page):
    """Choice of contact and of municipal or partner path; that notes are open to the person is elsewhere."""
    sign_in(client, case.responsible)
    asked = client.get(page).content.decode()
    for question in ("Vem vill personen ha kontakt med?", "Var vill personen helst vara?"):
        assert question in asked
    own = {**FINISHED, "contact_wish": "Inte samma som sist", "finish": "yes"}
    assert write(client, case, page, **own, path_wish="somewhere").status_code == 422
    for path, words in (
        ("partner", "En partner, till exempel en förening"),
        ("municipal", "Kommunens egna verksamheter"),
    ):
        edition = Mapping.objects.get().edition if Mapping.objects.exists() else 0
        assert write(client, case, page, **own, path_wish=path, edition=str(edition)).status_code == 302
        shown = markup(client.get(page))
        assert "<dd>Inte samma som sist</dd>" in shown
        assert words in shown


@pytest.mark.requirement("R-126")
def test_since_when_somebody_is_without_work_is_kept_by_the_month(client, case, page):
    """The month itself; how many months it makes is not counted."""
    sign_in(client, case.responsible)
    without = {**FINISHED, "finish": "yes"}
    assert write(client, case, page, **without, without_work_since="i våras").status_code == 422
    assert write(client, case, page, **without, without_work_since="2024-03").status_code == 302
    assert Mapping.objects.get().without_work_since == date(2024, 3, 1)
    assert "<dt>Utan arbete sedan</dt><dd>mar 2024</dd>" in markup(client.get(page)).replace("\u00a0", " ")


@pytest.mark.requirement("R-004")
def test_words_are_added_and_never_changed_by_whoever_writes(client, case, page):
    sign_in(client, case.responsible)
    write(client, case, page, own_words="Jag vill baka.")
    write(client, case, page, own_words="Och köra truck.", edition="1")
    assert Mapping.objects.get().own_words == "Jag vill baka.\n\nOch köra truck."
    with as_(case.social_worker), pytest.raises(DatabaseError, match="own words"):
        with transaction.atomic():
            Mapping.objects.update(own_words="Hen vill städa.")


@pytest.mark.requirement("R-005")
def test_it_ends_in_a_fastest_way_with_its_reason(client, case, page):
    sign_in(client, case.responsible)
    answer = write(client, case, page, **{**FINISHED, "way_reason": "", "finish": "yes"})
    assert answer.status_code == 422
    assert "varför just den vägen är snabbast" in answer.content.decode()
    assert "Har lagat mat" not in answer.content.decode()
    assert "Jag vill laga mat." in answer.content.decode(), "nothing typed is lost"
    assert not Mapping.objects.exists()


def test_two_who_write_at_once_see_the_difference_and_lose_nothing(client, case, page):
    make_mapping(case)
    sign_in(client, case.responsible)
    begun = {"assessment": "Kan heltid.", "fastest_way": "Café.", "way_reason": "x", "edition": "1"}
    with as_(case.social_worker) as actor:
        operations.map_person(
            case=case,
            held_on=actor.today,
            today=actor.today,
            finish=False,
            edition=1,
            **{**FINISHED, "own_words": "", "assessment": "Kan kvart dag."},
        )
    answer = write(client, case, page, **begun)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Någon annan har sparat under tiden" in shown
    assert "Kan kvart dag." in shown, "theirs"
    assert "Kan heltid." in shown, "mine"
    assert 'name="edition" value="2"' in shown
    assert write(client, case, page, **{**begun, "edition": "2"}).status_code == 302
    assert Mapping.objects.get().assessment == "Kan heltid."
    assert "Kan kvart dag." in client.get(page).content.decode(), "among the earlier versions"


class TestWhatIsTyped:
    def type(self, client, case, **fields):
        url = reverse("plans:typed_mapping", args=[case.pk])
        return client.post(url, {"acting_as": case.responsible_id, **fields})

    def test_is_there_the_next_day_for_the_one_who_typed(self, client, case, page, today):
        sign_in(client, case.responsible)
        before = Event.objects.count()
        answer = self.type(client, case, own_words="Jag vill b", health="Trött", edition="0")
        assert "inte sparat" in answer.content.decode()
        assert Event.objects.count() == before, "nothing has been done yet"
        assert not Mapping.objects.exists()
        client.logout()
        set_today(today + timedelta(days=1))
        sign_in(client, case.responsible)
        shown = client.get(page).content.decode()
        assert "hade inte sparat" in shown or "inte hade sparat" in shown
        assert "Jag vill b" in shown
        assert "Trött" in shown

    def test_is_emptied_when_saved_and_when_thrown_away(self, client, case, page):
        sign_in(client, case.responsible)
        self.type(client, case, own_words="Jag vill b")
        write(client, case, page, own_words="Jag vill baka.")
        assert Draft.objects.get().fields == {}
        self.type(client, case, health="Trött")
        client.post(reverse("plans:forget_mapping", args=[case.pk]), {"acting_as": case.responsible_id})
        assert "Trött" not in client.get(page).content.decode()

    def test_is_seen_by_nobody_else_however_much_they_see_of_the_person(self, client, case, page):
        sign_in(client, case.responsible)
        self.type(client, case, own_words="Jag vill b")
        with as_(case.social_worker):
            assert Mapping.objects.count() == 0
            assert not Draft.objects.exists()
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Draft.objects.create(
                    person_id=case.person_id, page="mapping", key=case.pk, owner_id=case.responsible_id
                )
        with as_(make_colleague("consultant", case.responsible.unit)):
            assert not Draft.objects.exists()

    def test_survives_a_reload_of_its_address_and_odd_signs(self, client, case, page):
        sign_in(client, case.responsible)
        self.type(client, case, own_words="Jag\0 vill")
        client.get(reverse("plans:typed_mapping", args=[case.pk]))
        assert Draft.objects.get().fields == {"own_words": "Jag vill"}

    def test_keeps_only_the_forms_own_fields(self, client, case):
        sign_in(client, case.responsible)
        self.type(client, case, own_words="Jag", csrfmiddlewaretoken="x", other="y")
        assert Draft.objects.get().fields == {"own_words": "Jag"}


def test_a_meeting_to_come_and_one_before_the_case_are_refused(client, case, page):
    sign_in(client, case.responsible)
    for day, sentence in (("2026-11-13", "efter i dag"), ("2026-11-01", "innan ärendet öppnades")):
        answer = write(client, case, page, own_words="Jag", held_on=day)
        assert sentence in answer.content.decode()


def test_no_plan_without_it(case, today):
    with as_(case.responsible), pytest.raises(Refused, match="kartläggningen"):
        operations.write_plan(
            case=case,
            today=today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=today + timedelta(days=30),
        )
