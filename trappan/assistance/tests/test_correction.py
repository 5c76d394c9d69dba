"""A month that is wrong is put right with a reason: what stood is kept, counts follow, and no import writes it over."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.assistance import operations
from trappan.assistance.forms import CorrectElsewhereForm, CorrectMonthForm
from trappan.assistance.models import Correction, Elsewhere, SupportMonth
from trappan.assistance.months import support_of
from trappan.assistance.views import stood_before
from trappan.history.models import Event
from trappan.people.models import Grant, Person
from trappan.people.testing import make_person
from trappan.refusals import Overtaken, Refused
from trappan.rules.codes import labels
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

pytestmark = pytest.mark.django_db
OCTOBER, SEPTEMBER = date(2026, 10, 1), date(2026, 9, 1)


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"))


@pytest.fixture
def farid(ulla):
    return make_person(ulla)


@pytest.fixture
def other(ulla):
    """Somebody with the same right on somebody else."""
    other = make_colleague("social_worker", make_unit("social_service", ulla.unit.organisation))
    make_person(other)
    return other


@pytest.fixture
def october(ulla, farid):
    return keep(ulla, farid, OCTOBER)


def keep(ulla, person, month):
    about = {"role": "applicant", "household_type": 3, "obstacle": "unemployed"}
    with as_(ulla) as actor:
        return operations.keep_month(person=person, by=actor, month=month, **about)


@pytest.fixture
def elsewhere(ulla, farid):
    about = {"municipality": "Norrköping", "starts_on": date(2026, 3, 1), "ends_on": date(2026, 5, 1), "support": "no"}
    with as_(ulla):
        return operations.note_elsewhere(person=farid, **about)


def correct(kept, why="Fel belopp", **about):
    begun = CorrectMonthForm.begun(SupportMonth.objects.get(pk=kept.pk))
    operations.correct_month(kept=kept, why=why, **{**begun, **about})


class TestMonth:
    def test_on_its_page_what_stood_is_kept_with_who_and_why(self, client, ulla, farid, october):
        sign_in(client, ulla)
        assert (
            reverse("assistance:months", args=[farid.pk])
            in client.get(reverse("assistance:support", args=[farid.pk])).content.decode()
        )
        page = reverse("assistance:correct_month", args=[october.pk])
        form = client.get(page).context["acts"]["correct"].bound
        sent = {name: form[name].value() for name in form.fields if form[name].value() is not None}
        sent = {f"correct-{name}": value for name, value in sent.items()} | {"correct-month": "2026-10"}
        sent |= {"correct-amount": "8450", "correct-why": "Beloppet saknades"}
        answer = client.post(page, {"acting_as": ulla.pk, "form": "correct", **sent}, follow=True)
        assert SupportMonth.objects.get().amount == 8450, text(answer)
        shown = text(answer)
        assert "Beloppet saknades" in shown
        assert ulla.colleague.name in shown
        assert Correction.objects.get().was == {"amount": None}
        assert Event.objects.get(verb="assistance.correct_month").scope == "assistance"

    def test_the_page_says_once_that_it_is_done_and_in_words_what_stood(self, client, ulla, farid, october):
        for month in (date(2026, 8, 1), SEPTEMBER):
            keep(ulla, farid, month)
        sign_in(client, ulla)
        shown = client.get(reverse("assistance:months", args=[farid.pk]))
        assert [len(rows) for _words, rows in shown.context["stretches"]] == [3]
        assert text(shown).count("okt 2026") == 2, "in the row's name and as the link of the month"
        with as_(ulla):
            correct(october, amount=8450, obstacle="sick")
        shown = text(client.get(reverse("assistance:months", args=[farid.pk])))
        assert "Rättat" in shown
        assert "Arbetslös" in shown.split("Före det")[1].split("Månader med")[0], shown
        assert shown.index("Före det") < shown.index("Månader med")
        page = reverse("assistance:correct_month", args=[october.pk])
        answer = client.post(page, {"acting_as": ulla.pk, "form": "out", "out-why": "Fel månad"}, follow=True)
        assert text(answer).count("Rättat. Det som stod förut") == 1
        assert "Sparat." not in text(answer)
        shown = client.get(reverse("assistance:months", args=[farid.pk]))
        (out, *_rest) = shown.context["corrections"]
        assert any(words.endswith("8\xa0450") for words in out[1]), out[1]
        assert any("okt 2026" in words for words in out[1]), out[1]

    def test_another_month_and_none_at_all_and_counts_follow(self, ulla, farid, october):
        with as_(ulla):
            correct(october, month=SEPTEMBER, why="Det var september")
            assert SupportMonth.objects.get().month == SEPTEMBER
            assert support_of(farid.pk, TODAY).of_twelve.at_least == 1
            operations.take_out_month(kept=october, why="Fick inget bistånd")
            assert not SupportMonth.objects.exists()
            assert support_of(farid.pk, TODAY).of_twelve.at_least == 0
            assert [one.taken_out for one in Correction.objects.exclude(was={})] == [True, False]
            assert Correction.objects.first().was["month"] == "2026-09-01"

    def test_what_cannot_be_is_refused_in_words(self, ulla, farid, october, elsewhere):
        keep(ulla, farid, SEPTEMBER)
        with as_(ulla):
            for about, match in (
                ({"month": SEPTEMBER}, "finns redan"),
                ({"month": date(2027, 1, 1)}, "inte kommit än"),
                ({"month": date(2026, 4, 1)}, "annan kommun"),
                ({"obstacle": "finns inte"}, "hindret"),
                ({"amount": 1, "why": " "}, "vad som var fel|varför"),
                ({}, "skiljer|samma|[Ii]nget"),
            ):
                with pytest.raises(Refused, match=match):
                    correct(october, **about)
            with pytest.raises(Overtaken):
                correct(october, amount=1, edition="")
            with pytest.raises(Refused):
                operations.take_out_month(kept=october, why="")
        assert SupportMonth.objects.get(pk=october.pk).amount is None
        assert not Correction.objects.exists()

    @pytest.mark.parametrize("role", ["consultant", "head_of_unit", "administrator", "auditor"])
    def test_no_other_role_does(self, client, ulla, october, role):
        who = make_colleague(role, ulla.unit)
        with as_(who), pytest.raises(Refused):
            operations.take_out_month(kept=october, why="Fel")
        sign_in(client, who)
        assert client.get(reverse("assistance:correct_month", args=[october.pk])).status_code == 403

    def test_another_office_puts_nothing_right_and_reads_nothing(self, client, other, farid, october):
        with as_(other):
            with pytest.raises(Refused):
                operations.take_out_month(kept=october, why="Fel")
            for statement in (
                "UPDATE assistance_supportmonth SET amount = 1",
                "DELETE FROM assistance_supportmonth",
                "INSERT INTO assistance_correction (person_id, about, month, was, reason) "
                "SELECT 1, 'month', today(), '{}', 'x'",
            ):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.execute(statement)
        with as_(other), pytest.raises(Refused), transaction.atomic():
            operations.call("assistance_take_out_month", october.pk, "Fel", sentences=operations.NO)
        sign_in(client, other)
        for name, key in (("correct_month", october.pk), ("months", farid.pk)):
            assert client.get(reverse(f"assistance:{name}", args=[key])).status_code == 404
        assert SupportMonth.objects.filter(pk=october.pk).exists()

    def test_the_consultant_reads_of_no_correction(self, ulla, farid, october):
        jonna = make_colleague("consultant", make_unit("labour_market", ulla.unit.organisation))
        Grant.objects.create(person=farid, membership=jonna, scope="plan", basis="assignment")
        with as_(ulla):
            correct(october, amount=1)
            assert Correction.objects.exists()
        with as_(jonna):
            assert Person.objects.exists()
            assert not Correction.objects.exists()


class TestElsewhere:
    def test_put_right_and_taken_out(self, ulla, elsewhere):
        with as_(ulla):
            begun = CorrectElsewhereForm.begun(elsewhere)
            begun.pop("last_month")
            right = {**begun, "ends_on": date(2026, 4, 1), "support": "yes"}
            operations.correct_elsewhere(elsewhere=elsewhere, why="Flyttade hem i april", **right)
            assert Correction.objects.get().was == {"ends_on": "2026-05-01", "support": "no"}
            (told, before) = (Correction.objects.get(), labels("obstacle", "household_type"))
            assert stood_before(told, before) == ["Sista månaden där: apr 2026", "Bistånd där: Hade inget bistånd där"]
            operations.take_out_elsewhere(elsewhere=elsewhere, why="Flyttade aldrig")
            assert not Elsewhere.objects.exists()

    def test_on_its_page_the_last_month_is_asked_for(self, client, ulla, farid, elsewhere):
        sign_in(client, ulla)
        page = reverse("assistance:correct_elsewhere", args=[elsewhere.pk])
        form = client.get(page).context["acts"]["correct"].bound
        assert form["last_month"].value() == "2026-04"
        sent = {
            "municipality": "Linköping",
            "starts_on": "2026-03",
            "last_month": "2026-06",
            "support": "no",
            "why": "Fel kommun",
            "edition": form["edition"].value(),
        }
        sent = {f"correct-{name}": value for name, value in sent.items()}
        answer = client.post(page, {"acting_as": ulla.pk, "form": "correct", **sent})
        assert answer.status_code == 302
        now = Elsewhere.objects.get()
        assert (now.municipality, now.ends_on) == ("Linköping", date(2026, 7, 1))

    def test_not_over_a_month_with_support_here(self, ulla, october, elsewhere):
        with as_(ulla):
            begun = CorrectElsewhereForm.begun(elsewhere)
            begun.pop("last_month")
            with pytest.raises(Refused, match="hade bistånd här"):
                right = {**begun, "ends_on": date(2026, 12, 1)}
                operations.correct_elsewhere(elsewhere=elsewhere, why="Längre", **right)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_the_second_is_told(today):
    ulla = make_colleague("social_worker", make_unit("social_service"))
    october = keep(ulla, make_person(ulla), OCTOBER)
    begun = CorrectMonthForm.begun(october)

    def go(amount):
        return by(ulla, lambda _actor: operations.correct_month(kept=october, why="Fel", **{**begun, "amount": amount}))

    outcomes = at_the_same_moment(go(1), go(2))
    assert sum(isinstance(one, Refused) for one in outcomes) == 1, outcomes
    assert Correction.objects.count() == 1
