"""Own departments: asked once a half-year, reminded twice, told of to their head, and what they answer."""

import re
from datetime import date
from importlib import import_module

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.employers import operations
from trappan.employers.jobs import ask_in_time, tell, waiting
from trappan.employers.models import DepartmentTarget, Opening, PlaceNotice, PlaceQuestion
from trappan.employers.operations.department import OFFERED
from trappan.employers.testing import ask, make_coordinator, make_department, make_employer, make_officer
from trappan.history.models import Event, Version
from trappan.messages.models import Message
from trappan.refusals import Overtaken, Refused
from trappan.refusals.editions import edition_of, saved_in
from trappan.rules.models import Concept
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db
SPRING = date(2027, 1, 1)
OFFER = {"kind": "internship", "title": "Måltidsbiträde", "places": 2, "weekly_minutes": 16 * 60}


class Departments:
    """Care, with a head above and two sites, each with its own manager."""

    def __init__(self):
        self.municipality = make_organisation("Provkommunen")
        self.officer, self.pelle = make_officer(), make_coordinator()
        self.above = make_unit("department", self.municipality)
        self.head = make_colleague("head_of_unit", self.above, name="Hedda Huvud")
        self.site, self.other_site = (make_unit("site", self.municipality, parent=self.above) for _ in range(2))
        self.berit = make_colleague("host_manager", self.site, name="Berit Tänkt")
        self.other = make_colleague("host_manager", self.other_site)
        self.sagolunden = make_department(self.officer, self.site, name="Vård och omsorg")
        with as_(self.officer):
            self.dikten = operations.make_workplace(
                employer=self.sagolunden.employer, name="Dikten", unit=self.other_site
            )


@pytest.fixture
def care(today):
    return Departments()


def due():
    """Carry out what is due, as the worker does each minute."""
    for row in waiting():
        tell(row)


def mails():
    return [(one.colleague.name, one.subject) for one in Message.objects.filter(kind="employers.places").order_by("pk")]


@pytest.mark.requirement("R-140")
def test_they_are_asked_in_time_once_reminded_twice_and_then_their_head_is_told(care):
    """Whoever answers is left in peace; nothing is sent twice, however often the worker comes round."""
    set_today(date(2026, 9, 27))
    ask_in_time()
    assert not PlaceQuestion.objects.exists(), "a day before the rules say"
    for day, expected in (
        (date(2026, 9, 28), 1),
        (date(2026, 10, 18), 1),
        (date(2026, 10, 19), 2),
        (date(2026, 11, 8), 2),
        (date(2026, 11, 9), 3),
        (date(2026, 11, 29), 3),
        (date(2026, 11, 30), 4),
        (date(2027, 3, 1), 4),
    ):
        set_today(day)
        ask_in_time()
        due()
        due()
        if day == date(2026, 9, 28):
            with as_(care.other):
                operations.offer_none(question=PlaceQuestion.objects.get(), none_reason="Vi bygger om")
        assert len([name for name, _ in mails() if name != care.other.colleague.name]) == expected, day
    assert [name for name, _ in mails() if name == "Hedda Huvud"] == ["Hedda Huvud"]
    assert mails()[-1] == ("Hedda Huvud", f"{care.sagolunden.name} har inte svarat om platser")
    told = PlaceNotice.objects.filter(nth=PlaceNotice.LAST).get()
    assert (told.colleague_id, told.told_on) == (care.head.colleague_id, date(2026, 11, 30))
    assert {one.author_id for one in PlaceQuestion.objects.all()} == {care.pelle.pk}


def test_two_workers_at_once_tell_once_and_nobody_asks_where_nobody_coordinates(care):
    ask(care.pelle, SPRING, care.sagolunden)
    (row, _other) = list(waiting())
    with transaction.atomic():
        database.rows("employers_take_question", row)
        tell(row)
        tell(row)
    assert PlaceNotice.objects.filter(question_id=row).count() == 1
    with pytest.raises(DatabaseError, match="permission denied"), as_(care.pelle), transaction.atomic():
        database.value("employers_tell", row, 1, "Smyg", "Smyg")
    PlaceNotice.objects.all().delete()
    PlaceQuestion.objects.all().delete()
    type(care.pelle).objects.filter(pk=care.pelle.pk).update(ends_on=date(2026, 11, 1))
    ask_in_time()
    assert not PlaceQuestion.objects.exists()


def test_a_manager_answers_for_the_own_workplace_alone_and_none_only_where_nothing_is_offered(care):
    asked = ask(care.pelle, SPRING, care.sagolunden)
    with as_(care.berit) as actor:
        offer = {"question": asked, "today": actor.today, **OFFER}
        made = operations.offer_places(**offer, adaptations="Kortare pass")
        assert (made.employer, made.workplace) == (care.sagolunden.employer, care.sagolunden)
        assert (made.starts_on, made.last_on) == (SPRING, date(2027, 6, 30))
        with pytest.raises(Refused, match="Ta tillbaka dem först"), transaction.atomic():
            operations.offer_none(question=asked, none_reason="Ont om tid")
        operations.take_back_offer(opening=made, today=actor.today)
        operations.offer_none(question=asked, none_reason="Ont om tid")
        with pytest.raises(Refused, match="Ta tillbaka"), transaction.atomic():
            operations.take_back_closing(opening=made)
        operations.offer_places(**offer)
        with pytest.raises(Refused, match="Tryck i dagar"), transaction.atomic():
            operations.offer_places(**{**offer, "weekly_minutes": None})
    asked.refresh_from_db()
    assert asked.none_reason == ""
    assert not PlaceQuestion.objects.unanswered().filter(pk=asked.pk).exists()
    with as_(care.pelle) as actor:
        operations.offer_places(**{**offer, "title": "Tvätt", "kind": "subsidised"})
    set_today(date(2027, 7, 1))
    with as_(care.berit) as actor, pytest.raises(Refused, match="halvåret är över"), transaction.atomic():
        operations.offer_places(**{**offer, "today": actor.today})


def test_another_departments_manager_reads_and_writes_no_offer_in_sql(care):
    """The same role at another site of the department, and Berit herself where it is not her workplace's answer."""
    asked = ask(care.pelle, SPRING, care.sagolunden)
    with as_(care.berit) as actor:
        made = operations.offer_places(question=asked, today=actor.today, **OFFER)
        theirs = {"employer": made.employer, "workplace": care.dikten, "starts_on": actor.today, **OFFER}
        for about in ({"question": asked}, {}):
            with pytest.raises(DatabaseError, match=r"row-level security|another"), transaction.atomic():
                Opening.objects.create(**theirs, **about)
        with pytest.raises(DatabaseError, match=r"row-level security|another"), transaction.atomic():
            Opening.objects.filter(pk=made.pk).update(workplace=care.dikten)
    with as_(care.other):
        assert not PlaceQuestion.objects.filter(pk=asked.pk).exists()
        assert not Opening.objects.exists()
        assert Opening.objects.update(title="Smyg") == 0
        with pytest.raises(DatabaseError, match=r"row-level security|another"), transaction.atomic():
            Opening.objects.create(**{**theirs, "workplace": care.sagolunden}, question=asked)
    with as_(care.officer) as actor:
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Opening.objects.create(**{**theirs, "workplace": care.sagolunden}, question=asked)
        operations.close_opening(opening=made, today=actor.today, close_reason="Tillsatt")


def test_a_manager_changes_an_offer_in_place_and_what_stood_before_is_kept(client, care):
    asked = ask(care.pelle, SPRING, care.sagolunden)
    with as_(care.berit) as actor:
        made = operations.offer_places(question=asked, today=actor.today, **OFFER)
    Opening.objects.filter(pk=made.pk).update(kind="subsidised", support_form="wage_support", weekdays="mon,fri")
    address = reverse("employers:question", args=[asked.pk])
    sign_in(client, care.berit)
    edition = re.search(rf'name="change-{made.pk}-edition" value="(\w+)"', client.get(address).content.decode())[1]
    typed = {"title": "Tvätt", "kind": "subsidised", "places": 3, "weekly_minutes": "20", "tasks": "Sortera och vika"}
    typed |= {"starts_on": "2027-02-01", "ends_on": "2027-05-31", "edition": edition}

    def send(**other):
        fields = {f"change-{made.pk}-{name}": value for name, value in {**typed, **other}.items()}
        return client.post(address, {"acting_as": care.berit.pk, "form": "change", "row": made.pk, **fields})

    for wrong, told in (
        ({"starts_on": "2026-12-31"}, "Möjliga dagar: 1 januari 2027 – 30 juni 2027"),
        ({"ends_on": "2027-07-01"}, "Möjliga dagar: 1 januari 2027 – 30 juni 2027"),
        ({"ends_on": "2027-01-31"}, "Sista dagen får inte komma före den första"),
        ({"weekly_minutes": ""}, "Tryck i dagar och tider"),
        ({"tasks": "Se 199001012382"}, "Inget om en deltagare får stå här"),
        ({"places": "0"}, "större än eller lika med 1"),
    ):
        answer = send(**wrong)
        assert answer.status_code == 422, wrong
        assert told in text(answer)
        assert "Sortera och vika" in text(answer) or "tasks" in wrong, "what was typed stays"
    assert send().status_code == 302
    made.refresh_from_db()
    assert (made.title, made.places, made.weekly_minutes, made.tasks) == ("Tvätt", 3, 1200, "Sortera och vika")
    assert (made.starts_on, made.last_on) == (date(2027, 2, 1), date(2027, 5, 31))
    assert (made.support_form, made.weekdays) == ("wage_support", "mon,fri"), "what the team said beside it stays"
    assert Event.objects.filter(verb="employers.change_offer", actor=care.berit).exists()
    before = Version.objects.filter(of_table="employers_opening", row_id=made.pk).latest("id")
    assert (before.actor, before.was["title"]) == (care.berit, "Måltidsbiträde")
    typed["edition"] = re.search(
        rf'name="change-{made.pk}-edition" value="(\w+)"', client.get(address).content.decode()
    )[1]
    assert send(kind="internship").status_code == 302, "another kind has no support form"
    assert client.post(address, {"acting_as": care.berit.pk, "form": "take_back", "row": made.pk}).status_code == 302
    assert send().status_code == 404


def test_nobody_changes_another_workplaces_offer_or_one_that_is_over(care):
    asked = ask(care.pelle, SPRING, care.sagolunden)
    with as_(care.berit) as actor:
        made = operations.offer_places(question=asked, today=actor.today, **OFFER)
    edition = edition_of(saved_in(made, OFFERED))
    change = {"opening": made, "question": asked, "starts_on": SPRING, "ends_on": made.ends_on, "edition": edition}
    change |= {**OFFER, "title": "Smyg"}
    for stranger in (care.other, make_colleague("supervisor", care.site), make_colleague("site_leader", care.site)):
        with as_(stranger) as actor, pytest.raises(Refused), transaction.atomic():
            operations.change_offer(today=actor.today, **change)
    with as_(care.pelle) as actor, transaction.atomic():
        operations.change_offer(today=actor.today, **change)
        transaction.set_rollback(True)
    with as_(care.berit) as actor:
        operations.take_back_offer(opening=made, today=actor.today)
        with pytest.raises(Refused, match="Erbjud det på nytt"), transaction.atomic():
            operations.change_offer(today=actor.today, **change)
    set_today(date(2027, 7, 1))
    with as_(care.berit) as actor, pytest.raises(Refused, match="halvåret är över"), transaction.atomic():
        operations.change_offer(today=actor.today, **change)
    assert Opening.objects.get(pk=made.pk).title == "Måltidsbiträde"


def test_two_who_set_a_target_at_once_are_told_and_only_departments_have_one(care):
    employer, about = care.sagolunden.employer, {"half": SPRING, "decision": "KS 14 april 2026"}
    with as_(care.pelle):
        operations.set_target(employer=employer, places=40, **about)
        edition = edition_of(saved_in(DepartmentTarget.objects.get(), ("places", "decision")))
        operations.set_target(employer=employer, places=42, edition=edition, **about)
        with pytest.raises(Overtaken):
            operations.set_target(employer=employer, places=44, edition=edition, **about)
    company = make_employer(care.officer)
    with as_(care.pelle), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        DepartmentTarget.objects.create(employer_id=company.pk, places=1, **about)
    with pytest.raises(DatabaseError, match="department"), transaction.atomic():
        DepartmentTarget.objects.create(employer_id=company.pk, places=1, **about)
    for hidden in (company.pk, 10**9):
        with as_(care.officer), pytest.raises(DatabaseError, match=r"row-level security|department"):
            with transaction.atomic():
                DepartmentTarget.objects.create(employer_id=hidden, places=1, **about)


def test_a_site_is_tied_to_one_workplace_of_an_own_department_of_the_same_municipality(care):
    elsewhere = make_unit("site", make_organisation("Grannkommunen"))
    office = make_unit("labour_market", care.municipality)
    with as_(care.officer) as actor:
        for wrong, employer in (
            (elsewhere, care.sagolunden.employer),
            (office, care.sagolunden.employer),
            (care.site, operations.make_employer(by=actor, name="Bolaget", kind="company")),
        ):
            with pytest.raises(Refused, match="Välj ett arbetsställe i kommunen"), transaction.atomic():
                operations.make_workplace(employer=employer, name="Fel", unit=wrong)
        with pytest.raises(Refused, match="har redan"), transaction.atomic():
            operations.make_workplace(employer=care.sagolunden.employer, name="Dubbel", unit=care.site)


def test_what_is_typed_wrong_is_said_at_its_field_and_keeps_what_was_typed(client, care):
    asked = ask(care.pelle, SPRING, care.sagolunden)
    address = reverse("employers:question", args=[asked.pk])
    sign_in(client, care.berit)
    sent = {"acting_as": care.berit.pk, "form": "offer", "offer-title": "Kök 199001012382", "offer-places": "0"}
    answer = client.post(address, sent)
    shown = text(answer)
    assert answer.status_code == 422
    assert "Kök 199001012382" in answer.content.decode()
    assert "Inget om en deltagare får stå här" in shown
    assert client.post(address, {**sent, "offer-kind": "job", "offer-places": "x"}).status_code == 422
    sign_in(client, care.other)
    assert client.get(address).status_code == 404
    sign_in(client, care.berit)
    cook = Concept.objects.create(id="kock_kok_001", kind="occupation", label="Köksbiträde")
    fine = {**sent, "offer-kind": "work_trial", "offer-places": "1", **pressed("mån 9-12, tor 9-12", "offer-week")}
    for typed in ({"offer-title": "Köket"}, {"offer-title": "Köket", "offer-occupation": "Kökare"}):
        answer = client.post(address, {**fine, **typed})
        assert answer.status_code == 422
        assert "Köksbiträde" in text(answer), "which occupation is like it"
    for typed in ({"offer-title": "köksbiträde"}, {"offer-title": "Köket", "offer-occupation": "Köksbiträde"}):
        assert client.post(address, {**fine, **typed}).status_code == 302
    assert [(one.occupation, one.times_in_words) for one in Opening.objects.all()] == [(cook, "mån, tors 9–12")] * 2
    assert "Köket: 1" in text(client.get(address))


def test_what_was_offered_before_goes_over_to_openings(care):
    """An offer that stands, with and without an occupation of its name, and one that was taken back."""
    cook = Concept.objects.create(id="kock_kok_001", kind="occupation", label="Köksbiträde")
    asked = ask(care.pelle, SPRING, care.sagolunden)
    database.execute(
        "CREATE TABLE employers_placeoffer (id int, question_id bigint, kind text, occupation text, places int, "
        "times text, adaptable text, taken_back_at timestamptz, author_id bigint, at timestamptz)"
    )
    for row in (("köksbiträde", "9–13", None), ("Förråd", "", None), ("Tvätt", "", "2026-11-10T12:00+01:00")):
        work, times, back = row
        database.execute(
            "INSERT INTO employers_placeoffer VALUES (%s, %s, 'internship', %s, 2, %s, 'Sittande', %s, %s, %s)",
            [len(work), asked.pk, work, times, back, care.berit.pk, "2026-11-09T12:00+01:00"],
        )
    database.execute(import_module("trappan.employers.migrations.0004_offer_is_an_opening").GO_OVER)
    found = {one.title: one for one in Opening.objects.filter(question=asked)}
    assert {title: (one.occupation, one.tasks, one.closed_on) for title, one in found.items()} == {
        "Förråd": (None, "", None),
        "Tvätt": (None, "", date(2026, 11, 10)),
        "köksbiträde": (cook, "Dagar och tider: 9–13.", None),
    }
    for one in found.values():
        assert (one.workplace, one.places, one.starts_on, one.last_on) == (
            care.sagolunden,
            2,
            SPRING,
            date(2027, 6, 30),
        )
        assert (one.adaptations, one.author) == ("Sittande", care.berit)
