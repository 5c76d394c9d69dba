"""Months in a row, ten of twelve, twenty-seven of thirty-six: against the slow and obvious way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trappan.assistance.spans import Count, Months
from trappan.schedules.months import months_after

AT = date(2026, 10, 1)


def month(back: int) -> date:
    return months_after(AT, -back)


def months(*backs: int) -> frozenset[date]:
    return frozenset(month(back) for back in backs)


histories = st.lists(st.booleans(), min_size=48, max_size=48)


@given(histories)
def test_counts_agree_with_walking_month_by_month(helped):
    known = Months(frozenset(month(back) for back, yes in enumerate(helped) if yes))
    row = 0
    for yes in helped:
        if not yes:
            break
        row += 1
    assert known.in_a_row(AT) == Count(row, row)
    assert known.of_last(12, AT) == Count(sum(helped[:12]), sum(helped[:12]))
    assert known.is_long_term(AT) is (sum(helped[:12]) >= 10)
    text = "".join("x" if yes else "." for yes in helped[:36]).strip(".")
    assert known.is_very_long_term(AT) is (text.count("x") >= 27 and "..." not in text)


@given(histories, st.lists(st.booleans(), min_size=48, max_size=48))
def test_unknown_months_widen_a_count_and_never_settle_it_wrongly(helped, unknown):
    sure = frozenset(month(back) for back, yes in enumerate(helped) if yes)
    unsure = frozenset(month(back) for back, yes in enumerate(unknown) if yes) - sure
    found = Months(sure, unsure)
    for truth in (sure, sure | unsure):
        real = Months(truth)
        for count, exact in ((found.in_a_row(AT), real.in_a_row(AT)), (found.of_last(36, AT), real.of_last(36, AT))):
            assert count.at_least <= exact.at_least <= count.at_most
        assert found.is_long_term(AT) in (None, real.is_long_term(AT))


@pytest.mark.parametrize(("gap", "very_long"), [((5, 6), True), ((5, 6, 7), False), ((33, 34, 35), True)])
def test_a_break_of_two_months_is_allowed_and_of_three_is_not(gap, very_long):
    kept = months(*(back for back in range(36) if back not in gap))
    assert Months(kept).is_very_long_term(AT) is very_long


def test_an_unknown_month_that_matters_is_said_and_one_that_does_not_is_not():
    ten = Months(months(*range(9)), months(9))
    assert ten.of_last(12, AT) == Count(9, 10)
    assert ten.is_long_term(AT) is None
    assert Months(months(*range(10)), months(11)).is_long_term(AT) is True
