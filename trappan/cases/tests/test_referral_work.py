"""Notes, study plan and ability to work: written by whoever has the referral, read by those who read it."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from trappan import database
from trappan.cases import operations
from trappan.cases.models import ReferralNote, StudyPlan, StudyStep, WorkAbility
from trappan.cases.testing import make_case
from trappan.history.models import Event, Version
from trappan.refusals import Overtaken, Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
STEP = {"course": "Svenska 2", "school": "Komvux", "starts_on": date(2027, 1, 11), "ends_on": date(2027, 6, 12)}


def referred(role="counsellor", unit="guidance", **about):
    """Return a referral that a colleague has taken on, and that colleague."""
    case = make_case(**about)
    asked = make_colleague(role, make_unit(unit))
    with as_(case.responsible):
        referral = operations.refer(case=case, unit=asked.unit, purpose="Vad kan leda vidare?", responsible=asked)
    with as_(asked) as actor:
        operations.take_on(referral=referral, by=actor)
    referral.refresh_from_db()
    return referral, asked


@pytest.fixture
def there(today):
    return referred()


@pytest.fixture
def sara(there):
    """Somebody with the same right on somebody else, whom the same consultant has referred."""
    return referred(consultant=there[0].case.responsible)[1]


def write(referral, who, fact="Ringde Komvux", **more):
    with as_(who) as actor:
        return operations.write_referral_note(
            referral=referral, by=actor, happened_at=now(), source="staff", fact=fact, **more
        )


def plan(referral, who, edition=0, goal="Kock", steps=(STEP,)):
    with as_(who) as actor:
        return operations.write_study_plan(referral=referral, by=actor, goal=goal, steps=steps, edition=edition)


def post(client, who, name, key, **fields):
    sign_in(client, who)
    return client.post(reverse(name, args=[key]), {"acting_as": who.pk, **fields})


def test_the_referral_s_page_asks_the_same_however_much_is_written(client, there):
    referral, mio = there
    page = reverse("cases:referral", args=[referral.pk])
    counts = []
    for turn in range(2):
        sign_in(client, mio)
        client.get(page)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
        counts.append(len(asked))
        plan(referral, mio, edition=turn, steps=[STEP] * (turn + 1))
        for fact in ("Ringde", "Skrev", "Mötte"):
            write(referral, mio, f"{fact} {turn}")
        for name in ("a.txt", "b.txt"):
            with as_(mio) as actor:
                operations.attach_file(referral=referral, by=actor, name=name, content=b"Betyg")
    assert counts[1] - counts[0] <= 2, "a plan's steps, and what is said against the notes"
    # The test adds its savepoints and a look at the settings.
    assert counts[1] <= 17, "twelve of the page's own"


class TestNotes:
    def test_written_on_the_referral_read_by_the_consultant_and_not_by_the_journal(self, client, there):
        referral, mio = there
        sent = {"form": "note", "note-day": "2026-11-11", "note-at": "09:00", "note-source": "person"}
        assert post(client, mio, "cases:referral", referral.pk, **sent).status_code == 422, "nothing is said"
        assert (
            post(client, mio, "cases:referral", referral.pk, **sent, **{"note-fact": "Vill bli kock"}).status_code
            == 302
        )
        note = ReferralNote.objects.get()
        assert (note.author_id, note.unit_id, note.edition) == (mio.pk, mio.unit_id, 1)
        assert Event.objects.get(verb="cases.write_referral_note").scope == "activity"
        consultant = referral.case.responsible
        sign_in(client, consultant)
        page = markup(client.get(reverse("cases:referral", args=[referral.pk])))
        assert "Vill bli kock" in page
        assert "Skriv en anteckning" not in page
        assert "Vill bli kock" not in markup(client.get(reverse("cases:journal", args=[referral.case_id])))
        answer = post(client, consultant, "cases:referral", referral.pk, **sent, **{"note-fact": "x"})
        assert (answer.status_code, ReferralNote.objects.count()) == (302, 1), "not offered, and nothing is written"

    def test_changed_by_its_author_while_open_then_locked_and_corrected_once(self, client, there):
        referral, mio = there
        note = write(referral, mio)
        fields = {"day": "2026-11-11", "at": "09:00", "source": "staff", "fact": "Ringde UHR", "edition": "1"}
        change = {"form": "change", **{f"change-{name}": value for name, value in fields.items()}}
        assert post(client, mio, "cases:referral_note", note.pk, **change).status_code == 302
        again = post(client, mio, "cases:referral_note", note.pk, **change)
        assert (again.status_code, "sparat under tiden" in markup(again)) == (422, True)
        assert Version.objects.get(of_table="cases_referralnote").was["fact"] == "Ringde Komvux"
        beside = make_colleague("counsellor", mio.unit)
        with as_(beside) as actor, pytest.raises(Refused, match="kollegas"):
            operations.change_referral_note(note=note, by=actor, edition=2, happened_at=now(), fact="x")
        set_today(TODAY + timedelta(days=30))
        change["change-edition"] = "2"
        assert "låst" in markup(post(client, mio, "cases:referral_note", note.pk, **change))
        correct = {"form": "correct", **{f"correct-{name}": value for name, value in fields.items()}}
        assert post(client, mio, "cases:referral_note", note.pk, **correct).status_code == 302
        with pytest.raises(Refused, match="redan rättad"):
            write(referral, mio, "Igen", corrects=note)

    def test_in_sql_another_s_counsellor_reads_and_writes_nothing_of_it(self, there, sara):
        referral, mio = there
        note = write(referral, mio)
        row = {"person_id": referral.person_id, "referral": referral, "source": "staff", "happened_at": now()}
        with as_(sara):
            assert not ReferralNote.objects.exists()
            for unit in (mio.unit_id, sara.unit_id):
                with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                    ReferralNote.objects.create(**row, unit_id=unit, author_id=sara.pk, fact="x")
        for other in (make_colleague("counsellor", mio.unit), referral.case.responsible):
            with as_(other):
                assert ReferralNote.objects.filter(pk=note.pk).exists()
                assert not ReferralNote.objects.filter(pk=note.pk).update(fact="x"), "it is its author's"
        with as_(referral.case.responsible), pytest.raises(DatabaseError), transaction.atomic():
            ReferralNote.objects.create(**row, fact="x")

    def test_twice_within_a_moment_is_one_and_none_after_the_end(self, there):
        referral, mio = there
        with as_(mio) as actor:
            moment = now()
            twice = [
                operations.write_referral_note(
                    referral=referral, by=actor, happened_at=moment, source="staff", fact="Ringde", corrects=None
                )
                for _turn in range(2)
            ]
            assert twice[0].pk == twice[1].pk
            with pytest.raises(Refused, match="tid som har passerat"):
                operations.write_referral_note(
                    referral=referral, by=actor, happened_at=now() + timedelta(hours=1), source="staff", fact="x"
                )
            operations.end_referral(referral=referral, by=actor, end="done", result="Komvux")
        with as_(mio) as actor, pytest.raises(Refused):
            operations.write_referral_note(referral=referral, by=actor, happened_at=now(), source="staff", fact="x")


class TestStudyPlan:
    @pytest.mark.requirement("R-044")
    def test_goal_and_steps_are_written_and_read_by_the_consultant_who_asked(self, client, there):
        referral, mio = there
        fields = {
            "goal": "Kock på en skola",
            "edition": "0",
            "course_1": "Svenska 2",
            "school_1": "Komvux",
            "starts_on_1": "2027-01-11",
            "ends_on_1": "2027-06-11",
            "eligibility_1": "Svenska 1 fattas",
            "paid_1": "Studiemedel",
            "course_3": "Restaurang",
            "starts_on_3": "2027-08-16",
        }
        assert post(client, mio, "cases:referral_paper", referral.pk, **fields).status_code == 302
        written = StudyPlan.objects.get()
        steps = written.steps.values_list("position", "course", "starts_on", "ends_on")
        assert list(steps) == [
            (1, "Svenska 2", date(2027, 1, 11), date(2027, 6, 12)),
            (2, "Restaurang", date(2027, 8, 16), None),
        ]
        sign_in(client, referral.case.responsible)
        page = markup(client.get(reverse("cases:referral", args=[referral.pk]))).replace("\u00a0", " ")
        for words in ("Kock på en skola", "Svenska 2", "Komvux", "11 juni 2027", "Svenska 1 fattas", "Studiemedel"):
            assert words in page, words

    def test_each_saving_is_an_edition_and_whoever_saves_second_sees_what_differs(self, client, there):
        referral, mio = there
        plan(referral, mio)
        beside = make_colleague("counsellor", mio.unit)
        plan(referral, beside, edition=1, goal="Bagare")
        late = post(
            client, mio, "cases:referral_paper", referral.pk, goal="Konditor", edition="1", course_1="", starts_on_1=""
        )
        page = markup(late)
        assert late.status_code == 422
        assert "Bagare" in page
        assert "Konditor" in page
        assert 'name="edition" value="2"' in late.content.decode()
        with pytest.raises(Overtaken):
            plan(referral, mio, edition=1)
        assert list(StudyPlan.objects.values_list("edition", "goal")) == [(2, "Bagare"), (1, "Kock")]

    @pytest.mark.parametrize(
        ("typed", "field", "says"),
        [
            ({"goal": ""}, "goal", "Fyll i"),
            ({"course_1": "", "school_1": "Komvux"}, "course_1", "Skriv vad som läses i steg 1"),
            ({"course_2": "Svenska"}, "starts_on_2", "Skriv när steg 2 börjar"),
            ({"ends_on_1": "2027-01-01"}, "ends_on_1", "inte sluta innan"),
            ({"starts_on_1": "0001-01-01"}, "starts_on_1", "mellan 1900 och 2200"),
        ],
    )
    def test_what_is_half_said_is_refused_at_its_field_and_stays(self, client, there, typed, field, says):
        referral, mio = there
        fields = {"goal": "Kock", "edition": "0", "course_1": "Svenska", "starts_on_1": "2027-01-11", **typed}
        answer = post(client, mio, "cases:referral_paper", referral.pk, **fields)
        assert answer.status_code == 422
        assert says in markup(answer).partition(f'id="id_{field}_error"')[2][:200]
        assert not StudyPlan.objects.exists()

    def test_in_sql_an_edition_is_whole_never_changed_and_nobody_else_s(self, there, sara):
        referral, mio = there
        written = plan(referral, mio)
        of = {"person_id": referral.person_id, "unit_id": mio.unit_id}
        with as_(mio):
            for statement in ("UPDATE cases_studyplan SET goal = 'x'", "UPDATE cases_studystep SET course = 'x'"):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.execute(statement)
            with pytest.raises(IntegrityError, match="edition"), transaction.atomic():
                StudyStep.objects.create(plan=written, position=2, course="x", starts_on=TODAY, **of)
        with as_(sara):
            assert not StudyPlan.objects.exists()
            assert not StudyStep.objects.exists()
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                StudyPlan.objects.create(referral=referral, edition=2, goal="x", steps_count=0, **of)
        with as_(referral.case.responsible):
            assert StudyPlan.objects.exists()
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                StudyPlan.objects.create(referral=referral, edition=2, goal="x", steps_count=0, **of)

    def test_another_s_counsellor_gets_404_and_the_one_who_asked_writes_nothing(self, client, there, sara):
        referral, mio = there
        plan(referral, mio)
        note = write(referral, mio)
        for name, key in (("referral_paper", referral.pk), ("referral_note", note.pk)):
            sign_in(client, sara)
            assert client.get(reverse(f"cases:{name}", args=[key])).status_code == 404
        answer = post(client, referral.case.responsible, "cases:referral_paper", referral.pk, goal="Annat", edition="1")
        assert (answer.status_code, StudyPlan.objects.count()) == (422, 1)

    def test_of_a_protected_person_only_the_named_colleague_writes_and_reads(self, today):
        referral, mio = referred(protection="marked")
        plan(referral, mio)
        with as_(make_colleague("counsellor", mio.unit)) as actor:
            assert not StudyPlan.objects.exists()
            with pytest.raises(Refused), transaction.atomic():
                operations.write_study_plan(referral=referral, by=actor, goal="x", steps=[], edition=1)


class TestWorkAbility:
    @pytest.mark.requirement("R-045")
    def test_a_therapist_says_it_in_own_words_and_writes_no_study_plan(self, client, today):
        referral, elin = referred("occupational_therapist", "occupational_therapy")
        assert post(client, elin, "cases:referral_paper", referral.pk, able="", edition="0").status_code == 422
        said = {"able": "Står två timmar", "hard": "Buller", "helps": "Paus varje timme", "advice": "Inte kök"}
        assert post(client, elin, "cases:referral_paper", referral.pk, **said, edition="0").status_code == 302
        assert WorkAbility.objects.get().edition == 1
        sign_in(client, referral.case.responsible)
        page = markup(client.get(reverse("cases:referral", args=[referral.pk])))
        assert all(words in page for words in said.values())
        with pytest.raises(Refused, match="vägledningen"):
            plan(referral, elin)
        stranger = referred("occupational_therapist", "occupational_therapy")[1]
        with as_(stranger):
            assert not WorkAbility.objects.exists()

    def test_a_counsellor_judges_no_ability_to_work(self, there):
        referral, mio = there
        words = dict.fromkeys(("able", "hard", "helps", "advice"), "x")
        with as_(mio) as actor, pytest.raises(Refused, match="arbetsterapin"):
            operations.write_work_ability(referral=referral, by=actor, **words, edition=0)
