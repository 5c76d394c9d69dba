"""Who lives together: added by number, never told about another unit's, protected like the parent."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.people import operations
from trappan.people.models import HouseholdMember, Person, Rectification
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import at_the_same_moment, by, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"))


def add(person, number="20200412R001", **other):
    return operations.add_member(
        person=person,
        number=number,
        given_name="Lill",
        family_name="Påhitt",
        **{"role": "child", "starts_on": date(2026, 11, 1), **other},
    )


def test_a_child_is_added_and_moves_out(client, ulla):
    samira = make_person(ulla)
    sign_in(client, ulla)
    page = reverse("people:household", args=[samira.pk])
    form = {
        "acting_as": ulla.pk,
        "number": "20200412R001",
        "given_name": "Lill",
        "role": "child",
        "family_name": "Påhitt",
        "starts_on": "2026-11-01",
    }
    wrong = client.post(page, {**form, "number": "2020041"})
    assert wrong.status_code == 422
    assert client.post(page, form).status_code == 302
    assert "Lill Påhitt" in client.get(page).content.decode()
    member = HouseholdMember.objects.get(role="child")
    leave = reverse("people:leave", args=[member.pk])
    early = client.post(leave, {"acting_as": ulla.pk, "ends_on": "2026-10-01"})
    assert "före den första" in early.content.decode()
    client.post(leave, {"acting_as": ulla.pk, "ends_on": "2026-11-09"})
    member.refresh_from_db()
    assert member.ends_on == date(2026, 11, 10)


def test_the_child_of_a_protected_person_is_protected(ulla):
    samira = make_person(ulla, protection="marked")
    with as_(ulla):
        add(samira)
    colleague = make_colleague("social_worker", ulla.unit)
    with as_(colleague):
        assert not Person.objects.exists()
    assert Person.objects.get(given_name="Lill").protection == "marked"


def test_somebody_whom_another_unit_has_is_not_taken(ulla):
    other = make_colleague("social_worker", make_unit("social_service"))
    make_person(other, "Annan", number="20200412R001")
    samira = make_person(ulla)
    with as_(ulla), pytest.raises(Refused, match=other.unit.name):
        add(samira)
    assert not HouseholdMember.objects.exists()


def test_a_number_of_somebody_with_another_name_is_asked_about(client, ulla):
    samira = make_person(ulla)
    known = make_person(ulla, "Lill", "Annan", number="20200412R001")
    sign_in(client, ulla)
    page = reverse("people:household", args=[samira.pk])
    form = {
        "acting_as": ulla.pk,
        "number": "20200412R001",
        "given_name": "Lill",
        "family_name": "Påhitt",
        "role": "child",
        "starts_on": "2026-11-01",
    }
    assert "same_person" not in client.get(page).content.decode()
    asked = client.post(page, form)
    assert asked.status_code == 422
    assert "tillhör Lill Annan" in asked.content.decode()
    assert 'name="same_person"' in asked.content.decode()
    assert not HouseholdMember.objects.exists()
    assert client.post(page, {**form, "same_person": "on"}).status_code == 302
    assert HouseholdMember.objects.filter(person=known).exists()
    other = {**form, "number": "20200413R001"}
    assert client.post(page, {**other, "starts_on": "x"}).content.decode().count("same_person") == 0


def test_nobody_lives_in_two_households_at_once(ulla):
    samira, ada = make_person(ulla), make_person(ulla, "Ada")
    with as_(ulla):
        add(samira)
        with pytest.raises(Refused, match="redan"):
            add(ada)


@pytest.fixture
def home(ulla):
    """Somebody with a child at home."""
    samira = make_person(ulla)
    with as_(ulla):
        child = add(samira)
    return samira, child


def right(client, who, member, **sent):
    sign_in(client, who)
    page = reverse("people:rectify_member", args=[member.pk])
    if not sent:
        return client.get(page)
    form = client.get(page).context["acts"]["rectify"].bound if sent.get("form") == "rectify" else None
    shown = {name: form[name].value() or "" for name in form.fields} if form else {}
    return client.post(page, {"acting_as": who.pk, **shown, **sent})


class TestPutRight:
    def test_role_and_days_are_put_right_and_what_stood_is_told(self, client, ulla, home):
        samira, child = home
        sent = {"form": "rectify", "role": "child", "starts_on": "2025-02-01", "why": "Flyttade hit tidigare"}
        assert right(client, ulla, child, **sent).status_code == 302
        child.refresh_from_db()
        assert (child.starts_on, child.ends_on) == (date(2025, 2, 1), None)
        page = client.get(reverse("people:household", args=[samira.pk])).content.decode()
        told = page[page.index("Vad som stod förut") :]
        for words in ("Lill Påhitt", "1 november 2026", "Flyttade hit tidigare"):
            assert words in told, words

    def test_one_who_moved_out_by_mistake_lives_there_again(self, client, ulla, home):
        _samira, child = home
        with as_(ulla):
            operations.leave_household(member=child, ends_on=date(2026, 11, 5))
            with pytest.raises(Refused, match="redan flyttat ut"):
                operations.leave_household(member=child, ends_on=date(2026, 11, 7))
        child.refresh_from_db()
        assert right(client, ulla, child, form="rectify", ends_on="", why="Bor kvar").status_code == 302
        assert HouseholdMember.objects.in_force().filter(pk=child.pk).exists()
        assert Rectification.objects.get().was["ends_on"] == "2026-11-05"

    def test_a_wrong_member_is_taken_out_and_counts_for_no_day(self, client, ulla, home):
        samira, child = home
        with as_(ulla):
            assert operations.lives_with_young_child(samira.pk)
        assert right(client, ulla, child, form="out", **{"out-why": "Annat barn"}).status_code == 302
        with as_(ulla):
            assert not operations.lives_with_young_child(samira.pk)
            operations.join_household(person=child.person, role="child", starts_on=date(2020, 5, 1))
        page = client.get(reverse("people:household", args=[samira.pk])).content.decode()
        assert "Annat barn" in page
        assert page.count("Lill Påhitt") == 1, "under what stood before alone"
        assert right(client, ulla, child).status_code == 404, "for good"

    def test_a_household_made_by_mistake_ends_for_everybody(self, client, ulla, home):
        samira, child = home
        answer = right(client, ulla, child, form="undo", **{"undo-why": "Dubblett"})
        assert answer.status_code == 302
        assert not HouseholdMember.objects.standing().exists()
        page = client.get(reverse("people:household", args=[samira.pk])).content.decode()
        assert "Inget hushåll" in page
        assert "Dubblett" in page

    @pytest.mark.parametrize(
        ("sent", "field", "words"),
        [
            ({}, "__all__", "Inget skiljer sig"),
            ({"starts_on": "2026-10-01"}, "why", "Fyll i"),
            ({"starts_on": "2026-10-01", "ends_on": "2026-09-01", "why": "x"}, "ends_on", "före den första"),
            ({"starts_on": "0001-01-01", "why": "x"}, "starts_on", "1900"),
        ],
    )
    def test_bad_input_is_told_at_its_field(self, client, ulla, home, sent, field, words):
        _samira, child = home
        answer = right(client, ulla, child, **{"form": "rectify", "why": "" if sent else "x", **sent})
        assert answer.status_code == 422
        assert words in str(answer.context["form"].errors[field])
        assert not Rectification.objects.exists()

    def test_two_households_at_a_time_are_refused_here_too(self, client, ulla, home):
        _samira, child = home
        with as_(ulla):
            operations.leave_household(member=child, ends_on=date(2026, 11, 5))
            operations.join_household(person=child.person, role="child", starts_on=date(2026, 11, 5))
        child.refresh_from_db()
        answer = right(client, ulla, child, form="rectify", ends_on="", why="Bor kvar")
        assert answer.status_code == 422
        assert "redan till ett hushåll" in answer.content.decode()

    def test_the_same_right_on_others_and_other_roles_put_nothing_right(self, client, ulla, home):
        _samira, child = home
        stranger = make_colleague("social_worker", make_unit("social_service"))
        consultant = make_colleague("consultant", make_unit("labour_market"))
        assert right(client, stranger, child).status_code == 404
        assert right(client, consultant, child).status_code == 403
        for who in (stranger, consultant):
            for row in (child.pk, 0):
                with as_(who), pytest.raises(DatabaseError) as no, transaction.atomic():
                    database.query("SELECT people_rectify_member(%s, 'child', '2020-01-01', NULL, 'x')", [row])
                assert no.value.__cause__.diag.constraint_name == "scope_not_held"
        with as_(ulla):
            operations.leave_household(member=child, ends_on=date(2026, 11, 5))
            assert HouseholdMember.objects.filter(pk=child.pk).update(ends_on=None) == 0, "not without a reason"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_put_the_same_right_one_is_told(today):
    ulla = make_colleague("social_worker", make_unit("social_service"))
    samira = make_person(ulla)
    with as_(ulla):
        child = add(samira)
    gave = at_the_same_moment(*(by(ulla, lambda _: operations.take_out(member=child, why="Fel barn")) for _ in "12"))
    assert len([one for one in gave if one is None]) == 1
    assert "redan borttagen" in str(next(one for one in gave if one is not None))
