"""What is told gives nobody away: an outsider who reads all of it cannot say that so few are not one, or not five."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan.insight.disclosure.figures import Row
from trappan.insight.disclosure.plan import ALL, Balance, Plan, Publication
from trappan.insight.disclosure.publishing import publish
from trappan.insight.tests.outsider import Outsider, exposed, given_out, numbers

KINDS, GENDERS = ("ability", "language", "workplace"), ("K", "M")
BY = (ALL, ("gender",), ("kind",), ("gender", "kind"))
EXITS = Plan({"exits": Publication(by=BY)})


def exits(months=6, seed=4):
    """Exits by kind and gender, few of each a month."""
    drawn = random.Random(seed)
    return [
        Row("exits", date(2024, month, 1), {"kind": kind, "gender": gender}, drawn.choice((0, 1, 2, 3, 6, 9, 14)))
        for month in range(1, months + 1)
        for kind in KINDS
        for gender in GENDERS
    ]


def naively(figures):
    """Hide the few alone, as a spreadsheet would."""
    return [replace(one, shown=not any(0 < value < 5 for value in told(one).values())) for one in figures]


def told(figure):
    return numbers({"numerator": figure.numerator, "denominator": figure.denominator})


def table_by_table(rows):
    """Make each breakdown safe by itself, as a program for one table at a time would."""
    found = {}
    for by in BY[1:]:
        for one in publish(rows, plan=Plan({"exits": Publication(by=(ALL, by))})).figures:
            found.setdefault(one.key, one)
    return list(found.values())


def month_by_month(rows, plan):
    """Publish each month when it is there: what is out stays."""
    out, figures, given_away = {}, [], []
    for month in sorted({row.month for row in rows}):
        result = publish([row for row in rows if row.month <= month], told=out, plan=plan)
        figures, given_away = result.figures, result.exposed
        assert all(one.shown == out[one.key] for one in figures if one.key in out)
        out = {one.key: one.shown for one in figures}
    return figures, given_away


@pytest.mark.requirement("R-129")
def test_outsider_finds_nobody():
    for figures in (publish(exits(), plan=EXITS).figures, month_by_month(exits(), EXITS)[0]):
        assert exposed(Outsider(given_out(figures)), figures) == []
        assert not any(0 < one.numerator < 5 for one in figures if one.shown)


def test_outsider_bites():
    """The few hidden alone, and each breakdown made safe by itself: both give people away to the same outsider."""
    naive = naively(publish(exits(), plan=EXITS).figures)
    assert len(exposed(Outsider(given_out(naive)), naive)) > 10
    single = table_by_table(exits())
    found = exposed(Outsider(given_out(single)), single)
    assert [low for _key, _what, low, high in found if low == high]


def test_another_order_of_rows_is_told_alike():
    rows = exits()
    mixed = random.Random(1).sample(rows, len(rows))
    assert publish(rows, plan=EXITS) == publish(mixed, plan=EXITS)


def str_of(parts):
    return str(sorted(parts.items()))


PARTS = st.fixed_dictionaries({"gender": st.sampled_from(GENDERS), "kind": st.sampled_from(KINDS)})
FEW_OR_MORE = st.one_of(st.integers(0, 6), st.integers(0, 30))


@st.composite
def shares(draw):
    """Two shares of the same people, one within the other, in some classes of a month."""
    rows = []
    for parts in draw(st.lists(PARTS, min_size=1, max_size=6, unique_by=str_of)):
        inner, between, rest = (draw(FEW_OR_MORE) for _ in range(3))
        of = inner + between + rest
        rows += [
            Row("very_long", date(2024, 5, 1), parts, inner, of),
            Row("long", date(2024, 5, 1), parts, inner + between, of),
            Row("adults", date(2024, 5, 1), parts, of),
        ]
    return rows


SHARES = Plan(
    {
        "adults": Publication(by=BY),
        "long": Publication(by=BY, of="adults"),
        "very_long": Publication(by=BY, of="adults", within="long"),
    }
)


@settings(max_examples=25, deadline=None)
@given(rows=shares())
def test_shares_of_the_same_people_give_nobody_away(rows):
    result = publish(rows, plan=SHARES)
    figures = result.figures
    outsider = Outsider(
        given_out(figures), same=[("adults", "long"), ("adults", "very_long")], within=[("very_long", "long")]
    )
    assert (exposed(outsider, figures), result.exposed) == ([], [])
    assert not any(0 < value < 5 for one in figures if one.shown for value in told(one).values())
    # Who is in the one and not in the other can be reckoned from two figures that are told.
    told_of = {(one.key.indicator, one.key.part): one.numerator for one in figures if one.shown}
    between = [
        told_of["long", part] - inner
        for (name, part), inner in told_of.items()
        if name == "very_long" and ("long", part) in told_of
    ]
    assert not any(0 < value < 5 for value in between)


@st.composite
def flows(draw):
    """Who came and who went in up to three months."""
    months = draw(st.integers(1, 3))
    return [
        Row(name, date(2024, month, 1), parts, draw(FEW_OR_MORE))
        for month in range(1, months + 1)
        for name in ("new", "ended")
        for parts in draw(st.lists(PARTS, max_size=4, unique_by=str_of))
    ]


FLOWS = Plan({"new": Publication(by=BY), "ended": Publication(by=BY)})
BALANCED = Plan(FLOWS.indicators, (Balance(came=("new",), went=("ended",)),))


@settings(max_examples=20, deadline=None)
@given(rows=flows())
def test_months_published_one_by_one_give_nobody_away(rows):
    figures, given_away = month_by_month(rows, FLOWS)
    assert (exposed(Outsider(given_out(figures)), figures), given_away) == ([], [])


@settings(max_examples=20, deadline=None)
@given(rows=flows())
def test_stock_gives_away_only_what_is_said(rows):
    """Where the stock alone says that two or more went, no hiding helps: it is said, and nothing else is given away."""
    figures, given_away = month_by_month(rows, BALANCED)
    nets = list(balances(figures))
    found = exposed(Outsider(given_out(figures), balance=nets), figures)
    assert {key for key, _what, _low, _high in found} <= set(given_away)
    assert not given_away or any(abs(net) >= 2 for _sums, net in nets)


def test_what_the_stock_gives_away_is_held_apart_from_what_was_told_before():
    """Of the stock no hiding helps; what stands told is another matter, and whoever reads the log must know which."""
    rows = [
        Row("new", date(2024, 5, 1), {"gender": "K", "kind": "ability"}, 1),
        Row("ended", date(2024, 5, 1), {"gender": "K", "kind": "ability"}, 4),
        *(Row(name, date(2024, 5, 1), {"gender": "M", "kind": "ability"}, 9) for name in ("new", "ended")),
    ]
    women = ("ended", "month", date(2024, 5, 1), ("gender",), ("K",))
    found = publish(rows, plan=BALANCED)
    assert women in found.exposed, "three fewer women: more than one ended, whatever is hidden"
    assert women in found.by_stock
    # Told before by mistake: all and men, which say how many women.
    both = [
        Row("exits", date(2024, 5, 1), {"gender": one, "kind": "ability"}, many) for one, many in (("K", 3), ("M", 9))
    ]
    told_before = {one.key: one.key.part in ((), ("M",)) for one in publish(both, plan=EXITS).figures}
    found = publish(both, told=told_before, plan=EXITS)
    assert [key.part for key in found.exposed if key.by == ("gender",)] == [("K",)]
    assert found.by_stock == []


def balances(figures):
    """Yield what the stock says of each month: so many more, in all and by gender."""
    months = {}
    for row, figure in zip(given_out(figures), figures, strict=True):
        if figure.key.period == "month" and figure.key.by in (ALL, ("gender",)):
            sign = 1 if figure.key.indicator == "new" else -1
            months.setdefault(figure.key[2:], []).append((sign, row, figure.numerator))
    for parts in months.values():
        yield [(sign, row) for sign, row, _ in parts], sum(sign * value for sign, _row, value in parts)


def test_everybody_refused_is_as_telling_as_few():
    """Where all of a group are refused it is known of each; of a share that is not sensitive it may be told."""
    rows = [
        Row("refused", date(2024, 5, 1), {"kind": "language"}, 9, 9),
        Row("refused", date(2024, 5, 1), {"kind": "ability"}, 20, 60),
        Row("refused", date(2024, 5, 1), {"kind": "workplace"}, 30, 70),
    ]
    by = (ALL, ("kind",))
    hidden = {
        one.key.part
        for one in publish(rows, plan=Plan({"refused": Publication(by=by, sensitive=True)})).figures
        if not one.shown
    }
    assert ("language",) in hidden
    figures = publish(rows, plan=Plan({"refused": Publication(by=by, sensitive=True)})).figures
    outsider = Outsider(given_out(figures))
    row = next(one for one in outsider.rows if one["part"] == {"kind": "language"})
    assert outsider.between(outsider.sum(row, "rest"))[1] >= 5
    assert all(one.shown for one in publish(rows, plan=Plan({"refused": Publication(by=by)})).figures)


def test_one_class_alone_hides_its_total_with_it():
    figures = publish([Row("exits", date(2024, 1, 1), {"kind": "language", "gender": "K"}, 3)], plan=EXITS).figures
    assert figures
    assert not any(one.shown for one in figures)


def test_none_is_told():
    figures = publish([Row("exits", date(2024, 1, 1), {"kind": "language", "gender": "K"}, 0)], plan=EXITS).figures
    assert all(one.shown for one in figures)


def test_denominators_that_differ_are_refused():
    rows = [
        Row("long", date(2024, 5, 1), {"gender": "K", "kind": "ability"}, 9, 20),
        Row("very_long", date(2024, 5, 1), {"gender": "K", "kind": "ability"}, 8, 21),
    ]
    with pytest.raises(ValueError, match="otherwise"):
        publish(rows, plan=SHARES)
    with pytest.raises(ValueError, match="9 of 8"):
        publish([replace(rows[0], denominator=8)], plan=SHARES)
