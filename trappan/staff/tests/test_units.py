"""An administrator's units: made, renamed and moved, with their history; never another municipality's."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.history.models import Event
from trappan.refusals import Refused
from trappan.staff import operations
from trappan.staff.forms import ChangeUnitForm
from trappan.staff.models import EarlierUnit, Organisation, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.staff.tree import tree
from trappan.testing import at_the_same_moment, by, markup, sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(today):
    return make_organisation("Ekelunda kommun")


@pytest.fixture
def sture(town):
    return make_colleague("administrator", make_unit("management", town, name="Systemförvaltningen"))


@pytest.fixture
def stranger(today):
    """The administrator of another municipality, with the same rights there."""
    return make_colleague("administrator", make_unit("management", make_organisation("Grankulla kommun")))


def made(town, name, starts_on=date(2021, 1, 1), **about):
    about = {"kind": "labour_market", "regime": "28", "organisation": town, **about}
    return Unit.objects.get(pk=operations.make_unit(name=name, starts_on=starts_on, **about))


def changed(unit, **about):
    begun = ChangeUnitForm.begun(unit)
    operations.change_unit(unit=unit, **{**begun, **about})


def names(nodes):
    return {node.name: names(node.parts) for node in nodes}


@pytest.mark.requirement("R-070", "R-071", "R-233")
def test_the_organisation_of_each_year_is_seen_as_it_was(town, sture, today):
    with as_(sture):
        office = made(town, "Socialkontoret", date(2017, 1, 1), kind="department")
        east = made(town, "Arbete öster", date(2017, 1, 1), parent=office)
        joint = made(town, "Integrations- och arbetsmarknadsförvaltningen", kind="department", succeeds=[office])
        changed(east, name="Enhet Öster", parent=joint, changes_on=date(2021, 1, 1))
    Unit.objects.filter(pk=office.pk).update(ends_on=date(2021, 1, 1))
    with as_(sture):
        own = {"Systemförvaltningen": {}}
        assert names(tree(date(2020, 12, 31), today)) == {
            "Ekelunda kommun": {"Socialkontoret": {"Arbete öster": {}}, **own}
        }
        assert names(tree(today, today)) == {
            "Ekelunda kommun": {"Integrations- och arbetsmarknadsförvaltningen": {"Enhet Öster": {}}, **own}
        }


def test_the_page_shows_the_day_that_is_asked_for_and_refuses_what_is_no_day(client, town, sture):
    with as_(sture):
        made(town, "Enhet Öster", date(2021, 1, 1))
    sign_in(client, sture)
    page = reverse("staff:organisation")
    assert "Enhet Öster" in text(client.get(page))
    assert "Enhet Öster" not in text(client.get(page, {"day": "2020-12-31"}))
    wrong = client.get(page, {"day": "förra året"})
    assert (wrong.status_code, "giltigt datum" in text(wrong)) == (422, True)


def test_a_unit_is_made_and_changed_on_pages_and_noted(client, town, sture, today):
    sign_in(client, sture)
    fields = {
        "acting_as": sture.pk,
        "name": "Enhet Norr",
        "organisation": town.pk,
        "kind": "labour_market",
        "regime": "28",
        "starts_on": "2026-11-01",
    }
    without = client.post(reverse("staff:make_unit"), {**fields, "name": " "})
    assert (without.status_code, "Fyll i: Namn" in text(without)) == (422, True)
    client.post(reverse("staff:make_unit"), fields)
    unit = Unit.objects.get(name="Enhet Norr")
    assert (unit.code, unit.starts_on) == ("enhet-norr", date(2026, 11, 1))
    change = reverse("staff:change_unit", args=[unit.pk])
    edition = client.get(change).context["form"]["edition"].value()
    answer = client.post(change, {**fields, "name": "Enhet Nord", "changes_on": "2026-11-05", "edition": edition})
    assert answer.status_code == 302
    was = EarlierUnit.objects.get()
    assert (was.name, was.starts_on, was.ends_on) == ("Enhet Norr", date(2026, 11, 1), date(2026, 11, 5))
    shown = text(client.get(reverse("staff:unit", args=[unit.pk])))
    assert "Enhet Norr" in shown
    assert "4 november 2026" in shown, "the last day is inclusive"
    assert set(Event.objects.values_list("verb", flat=True)) >= {"staff.make_unit", "staff.change_unit"}


def test_who_saves_second_is_shown_what_the_first_saved(client, town, sture):
    with as_(sture):
        unit = made(town, "Enhet Norr")
    sign_in(client, sture)
    change = reverse("staff:change_unit", args=[unit.pk])
    edition = client.get(change).context["form"]["edition"].value()
    with as_(sture):
        changed(unit, name="Enhet Nord")
    fields = {"acting_as": sture.pk, "name": "Enhet Nordväst", "kind": "labour_market", "regime": "28"}
    answer = client.post(change, {**fields, "starts_on": "2021-01-01", "edition": edition})
    assert answer.status_code == 422
    assert "Enhet Nord<" in markup(answer)
    assert Unit.objects.get(pk=unit.pk).name == "Enhet Nord"


@pytest.mark.parametrize(
    ("day", "is_taken"), [(date(2021, 1, 1), False), (date(2021, 1, 2), True), (date(2100, 1, 1), False)]
)
def test_a_change_lies_after_the_first_day_and_not_ahead(town, sture, day, is_taken):
    with as_(sture):
        unit = made(town, "Enhet Norr")
        if is_taken:
            changed(unit, name="Enhet Nord", changes_on=day)
        else:
            with pytest.raises(Refused, match="efter första dagen"):
                changed(unit, name="Enhet Nord", changes_on=day)
    assert EarlierUnit.objects.count() == is_taken


class TestNothingComesBeforeOrLiesInItself:
    @pytest.fixture
    def three(self, town, sture):
        with as_(sture):
            first = made(town, "Ett")
            second = made(town, "Två", succeeds=[first], parent=first)
            return first, second, made(town, "Tre", succeeds=[second], parent=second)

    def test_by_operation_in_words(self, three, sture):
        first, _second, third = three
        with as_(sture):
            with pytest.raises(Refused, match="efter sig själv"):
                changed(first, succeeds=[first])
            with pytest.raises(Refused, match="själv efter denna"):
                changed(first, succeeds=[third])
            with pytest.raises(Refused, match="tillhöra sig själv"):
                changed(first, parent=first)
            with pytest.raises(Refused, match="hör själv till denna"):
                changed(first, parent=third)

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE staff_unit SET parent_id = %s WHERE id = %s",
            "INSERT INTO staff_succession (before_id, unit_id) VALUES (%s, %s)",
        ],
    )
    def test_whoever_writes_it(self, three, statement):
        first, _second, third = three
        for one in (first, third):
            with pytest.raises(DatabaseError), transaction.atomic():
                database.execute(statement, [one.pk, first.pk])


def test_kind_and_secrecy_stay_where_somebody_has_worked(town, sture):
    with as_(sture):
        unit = made(town, "Enhet Norr")
        changed(unit, regime="26", kind="social_service")
        unit.refresh_from_db()
        assert unit.regime == "26"
    make_colleague("consultant", unit)
    with as_(sture), pytest.raises(Refused, match="Kollegor har arbetat där"):
        changed(unit, regime="28")


def test_the_administrator_of_another_municipality_changes_nothing_here(client, town, sture, stranger):
    with as_(sture):
        unit = made(town, "Enhet Norr")
        partner = operations.make_organisation(
            name="Navet", kind="association", basis="cooperation", starts_on=date(2021, 1, 1)
        )
        site = made(Organisation.objects.get(pk=partner), "Systugan", kind="site")
    somebody = make_colleague("consultant", unit)
    with as_(stranger):
        for theirs in (unit, site):
            with pytest.raises(Refused, match="annan kommun"):
                changed(theirs, name="Vår nu")
            with pytest.raises(Refused, match="annan kommun"):
                operations.give_membership(
                    colleague_id=somebody.colleague_id,
                    unit_id=theirs.pk,
                    role="supervisor",
                    starts_on=date(2026, 11, 1),
                )
        with pytest.raises(Refused, match="annan kommun"):
            made(town, "Enhet Söder")
    sign_in(client, stranger)
    assert client.get(reverse("staff:change_unit", args=[unit.pk])).status_code == 404
    assert client.get(reverse("staff:unit", args=[unit.pk])).context["acts"].get("give") is None
    assert "Enhet Norr" not in text(client.get(reverse("staff:organisation")))


def test_nobody_writes_a_unit_past_the_functions(town, sture):
    with as_(sture):
        unit = made(town, "Enhet Norr")
        for statement in (
            "UPDATE staff_unit SET name = 'x' WHERE id = %s",
            "DELETE FROM staff_unit WHERE id = %s",
            "INSERT INTO staff_succession (unit_id, before_id) SELECT id, %s FROM staff_unit",
            "INSERT INTO staff_earlierunit (unit_id, name, starts_on, ends_on) VALUES (%s, 'x', '2020-01-01', today())",
        ):
            with pytest.raises(DatabaseError) as no, transaction.atomic():
                database.execute(statement, [unit.pk])
            assert no.value.__cause__.sqlstate == "42501"


@pytest.mark.parametrize("role", ["head_of_unit", "site_leader", "auditor", "consultant"])
def test_no_other_role_arranges_units(client, town, role):
    other = make_colleague(role, make_unit("labour_market", town))
    with as_(other), pytest.raises(Refused):
        made(town, "Enhet Söder")
    sign_in(client, other)
    for page in ("staff:organisation", "staff:make_unit", "staff:colleagues", "staff:make_colleague"):
        assert client.get(reverse(page)).status_code == 403, page


@pytest.mark.django_db(transaction=True)
def test_two_who_tie_each_others_units_make_no_circle(today):
    town = make_organisation("Ekelunda kommun")
    office = make_unit("management", town)
    first, second = make_unit(organisation=town, name="Ett"), make_unit(organisation=town, name="Två")

    def tie(unit, other):
        def act(_actor):
            changed(Unit.objects.get(pk=unit.pk), succeeds=[other])

        return by(make_colleague("administrator", office), act)

    outcomes = at_the_same_moment(tie(first, second), tie(second, first))
    assert Unit.objects.exclude(succeeds=None).count() == 1, outcomes


def test_few_questions_however_many_units(client, town, sture, django_assert_max_num_queries):
    sign_in(client, sture)
    page = reverse("staff:organisation")
    with django_assert_max_num_queries(16) as few:
        client.get(page)
    for at in range(40):
        make_colleague("consultant", make_unit(organisation=town, name=f"Enhet {at}"))
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(page)
