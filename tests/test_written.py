"""A statement that is written once answers as its queryset would: to each with the values and words of whoever asks."""

from datetime import date, timedelta

import pytest
from django.db.models import Q
from django.utils import translation
from django.utils.timezone import now

from trappan.database.among import IsAmong
from trappan.database.written import Written, given_day, given_moment, given_number, given_numbers, given_text
from trappan.rules.codes import words_of
from trappan.rules.models import Code
from trappan.staff.models import Membership
from trappan.staff.testing import make_colleague, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def units():
    """Return two units, with two consultants in the first and one in the second."""
    first, second = make_unit(), make_unit()
    for unit, since in ((first, date(2020, 1, 1)), (first, date(2024, 5, 1)), (second, date(2022, 1, 1))):
        make_colleague("consultant", unit, starts_on=since)
    return first, second


def test_each_who_asks_gets_the_rows_of_her_own_values_and_it_is_written_once_a_kind(units):
    kinds = []

    def of_unit(order):
        kinds.append(order)
        of_day = Q(unit=given_number("unit"), starts_on__lte=given_day("day"))
        return Membership.objects.filter(of_day).select_related("colleague").order_by(order)

    asked = Written(of_unit)
    for _turn in range(2):
        for unit in units:
            for day in (date(2019, 1, 1), date(2023, 1, 1), date(2026, 1, 1)):
                there = Membership.objects.filter(unit=unit, starts_on__lte=day)
                for order in ("pk", "-pk"):
                    assert asked.ask(order, unit=unit.pk, day=day) == list(there.order_by(order))
    assert kinds == ["pk", "-pk"]
    with pytest.raises(KeyError):
        asked.ask("pk", unit=units[0].pk)


def test_a_number_that_no_column_holds_finds_nothing(units):
    asked = Written(lambda: Membership.objects.filter(unit=given_number("unit")))
    assert asked.ask(unit=2**63) == asked.ask(unit=-(2**63)) == []
    assert len(asked.ask(unit=units[0].pk)) == 2


def test_what_is_asked_for_beside_comes_with_the_rows(units, django_assert_num_queries):
    asked = Written(lambda: Membership.objects.filter(IsAmong("pk", given_numbers("ids"))).select_related("colleague"))
    ids = list(Membership.objects.filter(unit=units[0]).values_list("pk", flat=True))
    for some in ([], ids[:1], ids):
        with django_assert_num_queries(1):
            emails = {one.colleague.email for one in asked.ask(ids=some)}
        assert emails == set(Membership.objects.filter(pk__in=some).values_list("colleague__email", flat=True))


def test_words_come_in_the_readers_language():
    code = Code.objects.filter(table="stall").exclude(label_en="").first()
    asked = Written(lambda: Code.objects.filter(pk=given_number("code")).annotate(words=words_of("stall", "code")))
    for language, words in (("sv", code.label_sv), ("en", code.label_en), ("sv", code.label_sv)):
        with translation.override(language):
            assert [one.words for one in asked.ask(code=code.pk)] == [words]


def test_what_a_queryset_gives_as_tuples_comes_as_tuples(units):
    asked = Written(
        lambda: (
            Membership.objects.filter(IsAmong("unit_id", given_numbers("units")))
            .order_by("pk")
            .values_list("pk", "unit")
        )
    )
    of_first = Membership.objects.filter(unit=units[0]).order_by("pk").values_list("pk", "unit")
    assert asked.ask(units=[units[0].pk]) == list(of_first)


def test_a_moment_and_a_text_are_given_with_the_question(units):
    seen = Written(
        lambda: Membership.objects.filter(role=given_text("role"), confirmed_at__lt=given_moment("moment")).order_by(
            "pk"
        )
    )
    there = Membership.objects.filter(role="consultant").order_by("pk")
    confirmed = [one for one in there if one.confirmed_at]
    assert confirmed
    assert seen.ask(role="consultant", moment=now() + timedelta(days=9999)) == confirmed
    assert seen.ask(role="auditor", moment=now() + timedelta(days=9999)) == []
    assert seen.ask(role="consultant", moment=min(one.confirmed_at for one in confirmed)) == []
