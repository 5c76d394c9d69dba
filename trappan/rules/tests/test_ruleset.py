"""A version of the rules: written, handed on, decided by two where the law or a guard is touched, and withdrawn."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan.refusals import Refused
from trappan.refusals.editions import edition_of
from trappan.rules import operations
from trappan.rules.models import RuleSet
from trappan.rules.parameters import PARAMETERS
from trappan.rules.rulesets import Rules, rules_on
from trappan.rules.testing import as_fields, draft
from trappan.schedules.months import months_after, next_month
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import at_the_same_moment, by, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sture():
    return make_colleague("administrator")


@pytest.fixture
def karin():
    return make_colleague("head_of_unit")


def first_ahead(today):
    """Return a first of a month well ahead, with which no version begins."""
    return months_after(next_month(today), 2)


def edition(version):
    return edition_of(operations.saved_as(RuleSet.objects.get(pk=version.pk)))


def send(version):
    return operations.send_rules(ruleset=version, edition=edition(version))


def confirm(version):
    operations.confirm_rules(ruleset=version, edition=edition(version))


def test_every_rule_has_its_words_and_bounds_and_the_database_the_same():
    assert {one.name for one in PARAMETERS} == set(Rules.__dataclass_fields__)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, lowest, highest, two FROM rules_known() ORDER BY name")
        assert cursor.fetchall() == sorted((one.name, one.lowest, one.highest, one.two) for one in PARAMETERS)


class TestOneIsEnough:
    """What is the municipality's own is decided by the administrator alone."""

    def test_a_version_applies_from_its_day_and_the_one_before_ends_there(self, sture, today):
        before, day = rules_on(today), first_ahead(today)
        with as_(sture):
            version = draft(day, review_interval_days=45)
            assert rules_on(day).review_interval_days == before.review_interval_days, "a draft changes nothing"
            assert send(version) is True
        assert rules_on(day).review_interval_days == 45
        assert rules_on(day - timedelta(days=1)) == before
        decided = RuleSet.objects.get(pk=version.pk)
        assert (decided.author, decided.decided_by, decided.sent_by) == (sture, sture, None)

    def test_it_may_come_before_one_that_is_decided_already(self, sture, today):
        near, far = first_ahead(today), months_after(first_ahead(today), 6)
        with as_(sture):
            send(draft(far, marking_days=10))
            send(draft(near, marking_days=9))
        found = [rules_on(day).marking_days for day in (today, near, far - timedelta(days=1), far)]
        assert found == [7, 9, 9, 10]

    def test_a_version_that_has_not_begun_is_withdrawn_and_the_one_before_goes_on(self, sture, today):
        day = first_ahead(today)
        with as_(sture):
            version = draft(day, marking_days=9)
            send(version)
            assert operations.withdraw_rules(ruleset=version) is True
        assert rules_on(day).marking_days == 7
        assert RuleSet.objects.decided().last().valid_to is None
        set_today(day)
        with as_(sture), pytest.raises(Refused, match="väntar inte"):
            operations.withdraw_rules(ruleset=version)


class TestTwoAreNeeded:
    """What the law sets, and what guards, takes a second person."""

    @pytest.mark.requirement("R-234")
    @pytest.mark.parametrize(
        "change", [{"consecutive_months": 4}, {"four_eyes": False}, {"openings_a_day": 20}, {"adult_age": 20}]
    )
    def test_it_applies_only_when_the_second_has_confirmed(self, sture, karin, today, change):
        day = first_ahead(today)
        (name,) = change
        with as_(sture):
            version = draft(day, **change)
            assert send(version) is False
            with pytest.raises(Refused, match="andra person"):
                confirm(version)
        assert getattr(rules_on(day), name) != change[name]
        with as_(karin):
            confirm(version)
        assert getattr(rules_on(day), name) == change[name]

    def test_two_memberships_of_one_are_one_person(self, sture, today):
        also = Membership.objects.create(
            colleague=sture.colleague,
            unit=sture.unit,
            role="head_of_unit",
            confirmed_at=sture.confirmed_at,
            starts_on=sture.starts_on,
        )
        with as_(sture):
            version = draft(first_ahead(today), pension_age=68)
            send(version)
        with as_(also), pytest.raises(Refused, match="andra person"):
            confirm(version)

    def test_what_two_decided_two_withdraw(self, sture, karin, today):
        day = first_ahead(today)
        with as_(sture):
            version = draft(day, pension_age=68)
            send(version)
        with as_(karin):
            confirm(version)
            with pytest.raises(Refused, match="systemförvaltare"):
                operations.withdraw_rules(ruleset=version)
        with as_(sture):
            assert operations.withdraw_rules(ruleset=version) is False
            with pytest.raises(Refused, match="andra person"):
                operations.withdraw_rules(ruleset=version)
        assert rules_on(day).pension_age == 68
        with as_(karin):
            assert operations.withdraw_rules(ruleset=version) is True
        assert rules_on(day).pension_age == 67

    def test_what_one_decided_two_withdraw_where_it_lets_what_two_decided_go_on(self, sture, karin, today):
        """The later version holds the old age: without it the new one would go on, by one person's word."""
        near, far = first_ahead(today), months_after(first_ahead(today), 6)
        with as_(sture):
            later = draft(far, marking_days=9)
            assert send(later) is True
            sooner = draft(near, pension_age=68)
            assert send(sooner) is False
        with as_(karin):
            confirm(sooner)
        assert (rules_on(near).pension_age, rules_on(far).pension_age) == (68, 67)
        with as_(sture):
            assert operations.withdraw_rules(ruleset=later) is False
            with pytest.raises(Refused, match="andra person"):
                operations.withdraw_rules(ruleset=later)
        assert rules_on(far).pension_age == 67
        with as_(karin):
            assert operations.withdraw_rules(ruleset=later) is True
        assert rules_on(far).pension_age == 68

    def test_the_second_sends_it_back_and_a_change_takes_the_sending_back(self, sture, karin, today):
        with as_(sture):
            version = draft(first_ahead(today), pension_age=68)
            send(version)
        with as_(karin):
            operations.return_rules(ruleset=version)
        with as_(sture):
            send(version)
            read = edition(version)
            draft(first_ahead(today), pension_age=69)
        with as_(karin), pytest.raises(Refused):
            operations.confirm_rules(ruleset=version, edition=read)
        assert RuleSet.objects.get(pk=version.pk).sent_at is None


class TestDays:
    """From a month's first day, to come unless it is said, and never into a version that has ended."""

    def test_days_that_have_passed_are_asked_about_and_take_two(self, sture, karin, today):
        this = today.replace(day=1)
        with as_(sture):
            with pytest.raises(Refused, match="har gått") as no:
                draft(this, marking_days=9)
            assert no.value.field == "backdated"
            version = draft(this, backdated=True, marking_days=9)
            assert send(version) is False
        with as_(karin):
            confirm(version)
        assert rules_on(today).marking_days == 9

    @pytest.mark.parametrize("day", [date(2026, 12, 2), date(2026, 6, 1), date(2026, 7, 1), date(2001, 1, 1)])
    def test_other_days_are_refused_at_their_field(self, sture, today, day):
        with as_(sture), pytest.raises(Refused) as no:
            draft(day, backdated=True, marking_days=9)
        assert no.value.field == "valid_from"

    def test_a_draft_whose_day_has_passed_meanwhile_is_not_decided(self, sture, today):
        day = next_month(today)
        with as_(sture):
            version = draft(day, marking_days=9)
        set_today(day)
        with as_(sture), pytest.raises(Refused, match="har gått"):
            send(version)

    def test_a_version_that_changes_nothing_is_refused(self, sture, today):
        with as_(sture), pytest.raises(Refused, match="skiljer"):
            draft(first_ahead(today))


class TestWhoMay:
    """In SQL, as the app role: nobody writes past the functions, and the functions know who asks."""

    ROLES = ("head_of_unit", "social_worker", "consultant", "auditor", "site_leader")

    @pytest.mark.parametrize("role", ROLES)
    def test_others_than_an_administrator_write_nothing(self, role, today):
        with as_(make_colleague(role)), pytest.raises(Refused, match="systemförvaltare"):
            draft(first_ahead(today), marking_days=9)

    def test_an_administrator_writes_only_through_the_functions(self, sture, today):
        statements = (
            "UPDATE rules_ruleset SET name = 'x'",
            "DELETE FROM rules_ruleset",
            "INSERT INTO rules_ruleset (name, valid_from, source, parameters) VALUES ('x', '2030-01-01', '', '{}')",
            "SELECT rules_decide(1)",
            "SELECT rules_known()",
        )
        for statement in statements:
            with as_(sture), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(statement)

    @pytest.mark.parametrize("change", [{"pension_age": 200}, {"adult_age": "x"}, {"four_eyes": 1}, {"unknown": 1}])
    def test_the_database_refuses_what_no_rule_may_be(self, sture, today, change):
        with as_(sture), pytest.raises(Refused, match="värde"):
            draft(first_ahead(today), **change)


class TestSeveralMunicipalities:
    """The rules are one for all who share a house, and the one that has written them keeps them."""

    @pytest.fixture
    def stranger(self, today):
        """The administrator of another municipality, with the same right there; and its head."""
        office = make_unit("management", make_organisation("Grankulla kommun"))
        return make_colleague("administrator", office), make_colleague("head_of_unit", office)

    def test_another_administrator_writes_sends_and_withdraws_none_of_them(self, sture, stranger, today):
        day, later = first_ahead(today), months_after(first_ahead(today), 6)
        with as_(sture):
            version = draft(day, marking_days=9)
        with as_(stranger[0]):
            for no in (lambda: draft(day, marking_days=10), lambda: send(version)):
                with pytest.raises(Refused, match="en annan kommun"):
                    no()
        with as_(sture):
            send(version)
        with as_(stranger[0]):
            for no in (
                lambda: draft(later, marking_days=11),
                lambda: operations.withdraw_rules(ruleset=version),
                lambda: operations.add_code(table="branch", label_sv="Ny", label_en="New", valid_from=today),
            ):
                with pytest.raises(Refused, match="en annan kommun"):
                    no()
        assert rules_on(day).marking_days == 9

    def test_the_second_person_is_of_the_same_municipality(self, sture, karin, stranger, today):
        with as_(sture):
            version = draft(first_ahead(today), pension_age=68)
            send(version)
        for other in stranger:
            with as_(other), pytest.raises(Refused, match="andra person"):
                confirm(version)
        with as_(karin):
            confirm(version)
        assert rules_on(first_ahead(today)).pension_age == 68

    def test_where_nobody_has_written_any_whoever_is_first_begins(self, stranger, today):
        with as_(stranger[0]):
            assert send(draft(first_ahead(today), marking_days=9)) is True


class TestPages:
    """Read by all, written by administrators, confirmed by a head."""

    def test_a_version_is_written_sent_and_confirmed_on_pages(self, client, sture, karin, today):
        sign_in(client, sture)
        page = client.get(reverse("rules:draft"))
        fields = as_fields(page.context["form"])
        fields |= {"name": "Fyra månader", "valid_from": str(first_ahead(today)), "source": "Nämnden § 88"}
        fields |= {"consecutive_months": "4", "young_child_minutes": "12,5"}
        answer = client.post(reverse("rules:draft"), {"acting_as": sture.pk, **fields}, follow=True)
        told = answer.content.decode()
        assert "<del>3 månader</del>" in told
        assert "<ins>12\u00a0h\u00a030</ins>" in told
        version = RuleSet.objects.drafts().get()
        assert version.parameters["young_child_minutes"] == 750
        address = reverse("rules:ruleset", args=[version.pk])
        read = {"form": "send", "send-edition": edition(version), "acting_as": sture.pk}
        assert "en andra person" in client.post(address, read, follow=True).content.decode()
        sign_in(client, karin)
        assert "Bekräfta" in client.get(address).content.decode()
        read = {"form": "confirm", "confirm-edition": edition(version), "acting_as": karin.pk}
        client.post(address, read)
        assert rules_on(first_ahead(today)).consecutive_months == 4
        assert "Fyra månader" in client.get(reverse("rules:rulesets")).content.decode()

    @pytest.mark.parametrize(
        ("field", "typed"),
        [
            ("consecutive_months", "0"),
            ("consecutive_months", "tre"),
            ("full_time_minutes", "41"),
            ("requirement_from", "okt"),
            ("valid_from", "2026-13-01"),
            ("how_to_appeal", ""),
            ("source", ""),
            ("source", "Gäller 19900101-1234"),
        ],
    )
    def test_what_no_rule_may_be_is_told_at_its_field(self, client, sture, today, field, typed):
        sign_in(client, sture)
        fields = as_fields(client.get(reverse("rules:draft")).context["form"])
        fields |= {"name": "Ny", "valid_from": str(first_ahead(today)), "source": "Nämnden", "marking_days": "9"}
        answer = client.post(reverse("rules:draft"), {"acting_as": sture.pk, **fields, field: typed})
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field]

    def test_colleagues_read_and_do_not_write(self, client, today):
        jonna = make_colleague("consultant")
        sign_in(client, jonna)
        version = RuleSet.objects.decided().last()
        page = client.get(reverse("rules:ruleset", args=[version.pk]))
        assert page.status_code == 200
        assert "Dra tillbaka" not in page.content.decode()
        assert client.get(reverse("rules:draft")).status_code == 403
        assert client.get(reverse("rules:ruleset", args=[10**9])).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_who_begin_a_draft_at_once_one_is_told(sture, today):
    other = make_colleague("administrator", sture.unit)
    day = first_ahead(today)
    told = at_the_same_moment(*(by(who, lambda _actor: draft(day, marking_days=9)) for who in (sture, other)))
    assert RuleSet.objects.drafts().count() == 1
    assert [type(one).__name__ for one in told].count("Overtaken") == 1
