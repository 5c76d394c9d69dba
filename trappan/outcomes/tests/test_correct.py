"""What was said of an end is put right with the reason: what stood is kept, and kinds are never mixed up."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.employers.testing import make_employer, make_officer
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import SAID as SAID_OF_IT
from trappan.outcomes.operations import check_exit, correct_exit, finish_studies, record_exit, reopen
from trappan.outcomes.views.exit import named_until
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of, saved_in
from trappan.rules.models import Code, ConceptMark
from trappan.rules.testing import make_concept
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
A_MONTH_LATER = date(2026, 12, 12)
SAID = {
    "reason": "work",
    "sub_code": "a1",
    "source": "person",
    "form": "bagare",
    "employer_name": "",
    "day": TODAY.isoformat(),
}


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def done(case):
    with as_(case.responsible):
        return record_exit(
            case=case, day=TODAY, today=TODAY, reason="work", sub_code="a1", source="person", form="bagare"
        )


def send(client, who, page, key, **fields):
    sign_in(client, who)
    url = reverse(f"outcomes:{page}", args=[key])
    begun = client.get(url).context["form"].initial.get("edition", "")
    return client.post(url, {"acting_as": who.pk, "edition": begun, **SAID, **fields})


@pytest.mark.requirement("R-106")
@pytest.mark.parametrize(
    ("reason", "kind", "form", "field"),
    [
        ("work", "p1", "butik", "sub_code"),
        ("work", "b2", "butik", "sub_code"),
        ("studies", "a1", "komvux", "sub_code"),
        ("internship", "a1", "butik", "sub_code"),
        ("work", "", "butik", "sub_code"),
        ("work", "a1", "", "form"),
    ],
)
def test_no_work_with_the_form_of_something_else_nor_without_one(client, case, reason, kind, form, field):
    answer = send(client, case.responsible, "exit", case.pk, reason=reason, sub_code=kind, form=form)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Exit.objects.exists()
    letters = {"work": "a", "studies": "b", "internship": "p", "municipal": "m"}
    if kind and not kind.startswith(letters[reason]):
        with as_(case.responsible), pytest.raises(DatabaseError, match="kind_is_of_the_reason"), transaction.atomic():
            Exit.objects.create(person=case.person, case=case, day=TODAY, reason=reason, sub_code=kind, form=form)


@pytest.mark.requirement("R-100")
@pytest.mark.requirement("R-099")
@pytest.mark.parametrize(
    ("reason", "kind", "support"),
    [("work", "a1", "municipal"), ("work", "a4", "new_start"), ("internship", "p1", "wage_support")],
)
def test_the_support_form_of_a_municipal_employment_is_none_of_works(client, case, reason, kind, support):
    answer = send(client, case.responsible, "exit", case.pk, reason=reason, sub_code=kind, support_form=support)
    assert answer.status_code == 422
    assert "support_form" in answer.context["form"].errors
    made = send(client, case.responsible, "exit", case.pk, reason="municipal", sub_code="", form="parken")
    assert made.status_code == 302
    done = Exit.objects.get()
    assert (done.support_form, done.group, done.is_self_support) == ("municipal", "closer", False)


@pytest.mark.requirement("R-102")
def test_the_occupation_is_the_taxonomys_and_tells_whether_it_is_one_with_too_few(client, case):
    care = make_concept("Undersköterska")
    ConceptMark.objects.create(concept=care, kind="shortage", starts_on=date(2026, 1, 1), source="Prov")
    refused = send(client, case.responsible, "exit", case.pk, occupation="Undersköterskare")
    assert "occupation" in refused.context["form"].errors
    assert send(client, case.responsible, "exit", case.pk, occupation="undersköterska").status_code == 302
    assert Exit.objects.get().occupation == care
    page = reverse("outcomes:exits", args=[case.person_id])
    assert "bristyrke" in markup(client.get(page))
    ConceptMark.objects.update(ends_on=TODAY)
    assert "bristyrke" not in markup(client.get(page)), "asked of the day of the end"


@pytest.mark.requirement("R-099")
def test_extratjanst_stays_readable_in_an_old_end_and_is_no_choice_today(client, case):
    old = date(2021, 5, 3)
    Case.objects.filter(pk=case.pk).update(opened_on=old, closed_on=old)
    Exit.objects.create(person=case.person, case=case, day=old, reason="municipal", support_form="extra_service")
    sign_in(client, case.responsible)
    page = markup(client.get(reverse("outcomes:exits", args=[case.person_id])))
    assert "Extratjänst" in page
    assert "Räknas som" in page
    assert "Ett steg närmare" in page
    assert Code.objects.get(table="support_form", code="extra_service").is_over(TODAY)
    again = make_case(consultant=case.responsible)
    assert "Extratjänst" not in markup(client.get(reverse("outcomes:exit", args=[again.pk])))


def test_the_employer_is_the_registers_where_it_is_there_for_whoever_reads_of_it(client, case):
    officer = make_colleague("employer_officer", make_unit("employer_team", case.unit.organisation))
    cafe = make_employer(officer, name="Påhittade Kaféet")
    answer = send(client, case.responsible, "exit", case.pk, employer_name="påhittade kaféet")
    assert answer.status_code == 302
    assert Exit.objects.get().employer == cafe
    sign_in(client, case.responsible)
    page = markup(client.get(reverse("outcomes:exits", args=[case.person_id])))
    assert reverse("employers:employer", args=[cafe.pk]) in page
    sign_in(client, case.social_worker)
    page = markup(client.get(reverse("outcomes:exits", args=[case.person_id])))
    assert "påhittade kaféet" in page, "the name is said of the person"
    assert reverse("employers:employer", args=[cafe.pk]) not in page


def test_an_employer_that_one_does_not_read_of_cannot_be_named_in_sql(case, done):
    elsewhere = make_employer(make_officer("Ekelunda kommun"))
    with as_(case.responsible):
        for employer_id in (elsewhere.pk, elsewhere.pk + 99_999):
            with pytest.raises(DatabaseError, match="employer"), transaction.atomic():
                Exit.objects.filter(pk=done.pk).update(
                    employer_id=employer_id, employer_name="X", corrected_why="Försök"
                )


class TestCorrection:
    def test_keeps_what_stood_with_who_and_why_and_moves_the_day_of_the_case(self, client, case, done):
        set_today(A_MONTH_LATER)
        with as_(case.responsible) as actor:
            check_exit(exit=done, today=actor.today, held=True)
        answer = send(
            client,
            case.responsible,
            "correct",
            done.pk,
            day="2026-11-20",
            support_form="new_start",
            why="Började senare",
        )
        assert answer.status_code == 302
        done.refresh_from_db()
        assert (done.day, done.support_form, done.code) == (date(2026, 11, 20), "new_start", "A2")
        assert (done.held, done.checked_on) == (None, None), "the check told of the other day"
        assert Case.objects.get().closed_on == date(2026, 11, 20)
        page = markup(client.get(reverse("outcomes:exits", args=[case.person_id])))
        assert "Vad som stod förut" in page
        assert f"av {case.responsible.colleague.name}: Började senare" in page
        assert "Nystartsjobb" in page
        assert case.responsible.colleague.name in page

    @pytest.mark.parametrize(
        ("fields", "field"),
        [
            ({"why": ""}, "why"),
            ({"why": "Fel", "day": "2020-01-01"}, "day"),
            ({"why": "Fel", "day": "2027-01-01"}, "day"),
            ({"why": "Fel"}, "__all__"),
            ({"why": "Fel", "sub_code": "p1"}, "sub_code"),
            ({"why": "Fel", "reason": "completed", "sub_code": "", "employer_name": "Kaféet"}, "employer_name"),
        ],
        ids=["no reason", "before the case", "to come", "nothing differs", "internship's form", "employer of no work"],
    )
    def test_is_refused_at_its_field(self, client, case, done, fields, field):
        answer = send(client, case.responsible, "correct", done.pk, **fields)
        assert answer.status_code == 422
        assert field in answer.context["form"].errors
        done.refresh_from_db()
        assert (done.sub_code, done.corrected_why) == ("a1", "")

    def test_whoever_saves_second_is_told(self, case, done):
        edition = edition_of(saved_in(done, SAID_OF_IT))
        said = {**SAID, "day": TODAY, "support_form": "", "occupation": None}
        with as_(case.responsible):
            correct_exit(exit=done, today=TODAY, why="Ett", edition=edition, **{**said, "form": "kock"})
            with pytest.raises(Refused, match="Någon annan har sparat"):
                correct_exit(exit=done, today=TODAY, why="Två", edition=edition, **{**said, "form": "diskare"})

    def test_not_of_an_end_after_which_the_case_was_opened_again(self, client, case, done):
        with as_(case.responsible) as actor:
            reopen(case=case, today=actor.today, why="Fel ärende")
        answer = send(client, case.responsible, "correct", done.pk, form="kock", why="Fel")
        assert answer.status_code == 422
        assert "öppet igen" in markup(answer)

    def test_not_without_a_reason_nor_by_somebody_else_in_sql(self, case, done):
        with as_(case.responsible), pytest.raises(DatabaseError, match="why"), transaction.atomic():
            Exit.objects.update(form="kock")
        stranger = make_case(consultant=make_colleague("consultant", case.unit)).responsible
        with as_(stranger):
            assert Exit.objects.update(form="kock", corrected_why="Försök") == 0


class TestStudies:
    @pytest.fixture
    def studies(self, case):
        with as_(case.responsible):
            return record_exit(case=case, day=TODAY, today=TODAY, reason="studies", sub_code="b2", form="komvux, vård")

    @pytest.mark.requirement("R-250")
    def test_that_are_finished_count_as_themselves(self, client, case, studies):
        set_today(date(2027, 6, 11))
        sign_in(client, case.responsible)
        page = reverse("outcomes:exits", args=[case.person_id])
        begun = client.get(page).context["acts"][f"finish-{studies.pk}"].bound.initial["edition"]
        key = f"finish-{studies.pk}"
        sent = {
            "acting_as": case.responsible_id,
            "form": "finish",
            "row": studies.pk,
            f"{key}-edition": begun,
            f"{key}-finished_on": "2027-06-10",
        }
        assert client.post(page, sent).status_code == 302
        studies.refresh_from_db()
        assert (studies.reason, studies.finished_on) == ("studies", date(2027, 6, 10))
        assert "Studierna avslutade" in markup(client.get(page))

    @pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=1)])
    def test_are_finished_after_they_began_and_no_day_to_come(self, case, studies, day):
        with as_(case.responsible), pytest.raises(Refused, match=r"innan de började|inte kommit"):
            finish_studies(exit=studies, finished_on=day, edition="", today=TODAY)
        with as_(case.responsible), pytest.raises(DatabaseError), transaction.atomic():
            Exit.objects.update(finished_on=day)

    def test_work_is_not_finished(self, case, done):
        with as_(case.responsible), pytest.raises(Refused):
            finish_studies(exit=done, finished_on=TODAY, edition="", today=TODAY)


def test_a_name_is_shown_by_the_persons_word_for_three_months_and_taken_back(client, case):
    answer = send(client, case.responsible, "exit", case.pk, named="on")
    assert answer.status_code == 302
    done = Exit.objects.get()
    assert named_until(done, TODAY) == date(2027, 2, 12)
    assert named_until(done, date(2027, 2, 12)) is None
    sign_in(client, case.responsible)
    page = reverse("outcomes:exits", args=[case.person_id])
    assert client.post(page, {"acting_as": case.responsible_id, "form": "unname", "row": done.pk}).status_code == 302
    assert not Exit.objects.get().named
