"""Weeks A and B alternate from a Monday in the rule set, over every New Year."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.rules.rulesets import read_rules
from trappan.schedules.letters import week_letter, week_letters
from trappan.schedules.week import A, B

FIRST, LAST = date(2020, 1, 6), date(2040, 12, 24)
mondays = st.integers(0, 1500).map(lambda weeks: date(2012, 1, 2) + timedelta(days=7 * weeks))


def count_from(monday):
    for one in RuleSet.objects.all():
        one.parameters["week_a_from"] = monday.isoformat()
        one.save()


@pytest.mark.django_db
@settings(deadline=None, max_examples=30)
@given(monday=mondays, day=st.dates(FIRST, LAST))
def test_next_week_is_the_other_whatever_the_monday(monday, day):
    count_from(monday)
    first = day - timedelta(days=day.weekday())
    letters = week_letters(first + timedelta(days=at) for at in range(14))
    its = A if (first - monday).days % 14 == 0 else B
    assert [letters[first + timedelta(days=at)] for at in range(7)] == [its] * 7
    assert letters[first + timedelta(days=7)] == (B if its == A else A)


@pytest.mark.django_db
def test_every_week_of_the_calendar_alternates_over_each_new_year():
    weeks = [FIRST + timedelta(days=7 * at) for at in range((LAST - FIRST).days // 7 + 1)]
    letters = week_letters(weeks)
    assert len(letters) == len(weeks)
    assert all(letters[one] != letters[one + timedelta(days=7)] for one in weeks[:-1])
    assert (week_letter(date(2026, 12, 31)), week_letter(date(2027, 1, 4))) == (A, B), "week 53, then week 1"


@pytest.mark.django_db
def test_schedules_of_these_years_keep_the_letters_that_they_had():
    days = [date(2021, 1, 4) + timedelta(days=at) for at in range((date(2027, 1, 4) - date(2021, 1, 4)).days)]
    assert week_letters(days) == {day: A if day.isocalendar().week % 2 else B for day in days}


@pytest.mark.django_db
def test_another_monday_holds_from_the_first_week_of_its_rule_set():
    before = RuleSet.objects.get(valid_to=None)
    was = week_letters([date(2027, 6, 28), date(2027, 7, 5)])
    RuleSet.objects.filter(pk=before.pk).update(valid_to=date(2027, 7, 1))
    parameters = {**before.parameters, "week_a_from": "2021-01-11"}
    RuleSet.objects.create(name="Ny", valid_from=date(2027, 7, 1), source="prov", parameters=parameters)
    assert week_letter(date(2027, 7, 2)) == was[date(2027, 6, 28)], "the week that has begun is not cut in two"
    assert week_letter(date(2027, 7, 5)) != was[date(2027, 7, 5)]


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["2021-01-05", None])
def test_what_is_no_monday_is_refused_on_the_way_in_and_by_the_database(said):
    latest = RuleSet.objects.last()
    parameters = {name: value for name, value in latest.parameters.items() if name != "week_a_from"}
    if said:
        parameters["week_a_from"] = said
    with pytest.raises(Refused, match="week_a_from"):
        read_rules(parameters)
    with pytest.raises(IntegrityError, match="odd: week_a_from"), transaction.atomic():
        RuleSet.objects.filter(pk=latest.pk).update(parameters=parameters)


@pytest.mark.django_db
def test_a_day_beyond_the_calendar_is_refused_in_words():
    with pytest.raises(Refused, match="kalender"):
        week_letter(date(2041, 1, 1))
