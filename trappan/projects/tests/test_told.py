"""What of a project is told, tried by somebody who knows all that is told and enumerates what it leaves possible."""

from itertools import pairwise
from random import Random

import pytest

from trappan.projects.figures import share
from trappan.projects.told import ACHIEVED, Counts, hidden_in, told

NAMES = {1: ("Ett", 50), 2: ("Två", 50), 3: ("Tre", 50), 4: ("Fyra", 50)}
KINDS = (*ACHIEVED, "closer", "none", "there")


def counts(*rows, **about):
    """Return counts with these results in each municipality: work, studies, internship, closer, none, there."""
    found = {at: dict(zip(KINDS, row, strict=True)) for at, row in enumerate(rows, 1)}
    return Counts(municipalities=found, **about)


def ways(number, parts):
    """Return every way to share a number out on parts."""
    if parts == 1:
        yield (number,)
        return
    for first in range(number + 1):
        yield from ((first, *rest) for rest in ways(number - first, parts - 1))


@pytest.mark.requirement("R-180", "R-181")
def test_a_share_says_of_whom_and_names_its_rounding():
    said = told(counts((118, 71, 78, 49, 15, 51)), {1: ("Alla", 418)}, {})
    assert (said.started, said.finished, said.there, said.achieved) == (382, 331, 51, 267)
    shares = [share(said.achieved, of).replace("\u00a0", " ") for of in (418, 382, 331)]
    assert shares == ["63,9 %", "69,9 %", "80,7 %"]
    assert (said.without_internship, share(said.without_internship, 382)) == (189, "49,5\u00a0%")
    assert share(382, 418) == "91,4\u00a0%"
    assert share(None, 418) == share(3, None) == share(3, 0) == ""


def test_few_results_take_another_with_them_and_every_sum_that_would_give_them_back():
    said = told(counts((3, 20, 9, 30, 25, 40)), NAMES, {})
    assert said.results == {"work": None, "studies": 20, "internship": None, "closer": 30, "none": 25}
    assert (said.achieved, said.without_internship) == (None, None)
    assert all(value is None for part in said.parts for value in part.results.values())


def test_nothing_is_told_of_few_nor_of_all_but_few():
    assert told(counts((1, 1, 1, 0, 0, 1)), NAMES, {}).started is None
    all_but_few = told(counts((20, 20, 20, 20, 20, 3)), NAMES, {})
    assert (all_but_few.started, all_but_few.finished, all_but_few.results["work"]) == (103, None, None)
    nobody = told(Counts(), NAMES, {7: None})
    assert (nobody.started, nobody.finished, nobody.subs) == (0, 0, {7: 0})


@pytest.mark.parametrize("seed", range(60))
def test_whoever_knows_all_that_is_told_by_municipality_knows_of_no_few(seed):
    random = Random(seed)
    rows = [[random.choice((0, 2, 3, 6, 7, 9)) for _kind in KINDS] for _municipality in range(4)]
    given = counts(*rows)
    said = told(given, NAMES, {})
    if said.achieved is None:
        return
    assert sum(part.started for part in said.parts) == given.started
    hidden = [part for part in said.parts if part.results["work"] is None]
    open_rows = [part for part in said.parts if part not in hidden]
    assert len(hidden) != 1
    for part in open_rows:
        of = [*part.results.values(), part.started - sum(part.results.values())]
        assert not any(0 < number < 5 for number in of)
    if len(hidden) != 2:
        return
    left = [said.results[one] - sum(part.results[one] for part in open_rows) for one in ACHIEVED]
    left.append(sum(part.started for part in hidden) - sum(left))
    possible = [
        one for one in ways(hidden[0].started, 4) if all(mine <= most for mine, most in zip(one, left, strict=True))
    ]
    numbers = dict(zip([name for name, _planned in NAMES.values()], rows, strict=True))
    for mine, other in (hidden, hidden[::-1]):
        truth = [sum(numbers[name][at] for name in mine.name.split(", ")) for at in range(3)]
        truth.append(mine.started - sum(truth))
        for at, number in enumerate(truth):
            believed = {one[at] if mine is hidden[0] else left[at] - one[at] for one in possible}
            assert number in believed
            assert not 0 < number < 5 or (min(believed) <= 1 and max(believed) >= 5), (mine, other, at)


def test_a_small_municipality_stands_with_the_next_small_one():
    said = told(counts((9, 9, 9, 9, 9, 9), (1, 0, 0, 1, 0, 0), (6, 6, 6, 6, 6, 6)), NAMES, {})
    assert [(part.name, part.started) for part in said.parts] == [("Ett", 54), ("Tre, Två", 38), ("Fyra", 0)]


@pytest.mark.requirement("R-179")
def test_women_and_men_are_told_both_or_neither_and_groups_are_not_added_up():
    row = (10, 10, 10, 10, 10, 10)
    groups = {"young": {"K": 20, "M": 10}, "new": {"K": 3, "M": 20}, "all": {"K": 30, "M": 28}}
    said = told(counts(row, genders={"K": 32, "M": 28}, groups=groups), NAMES, {})
    by_code = {one.code: one for one in said.groups}
    assert (said.women, said.men) == (32, 28)
    assert (by_code["young"].started, by_code["young"].women) == (30, 20)
    assert (by_code["new"].started, by_code["new"].women, by_code["new"].men) == (23, None, None)
    assert by_code["all"].started is None, "those who are not in it are two"
    few = told(counts(row, genders={"K": 3, "M": 57}, groups=groups), NAMES, {})
    assert (few.women, few.men, few.groups[0].women) == (None, None, None)


@pytest.mark.requirement("R-184")
def test_a_sub_initiative_of_few_takes_another_with_it():
    rows = ((10, 10, 10, 10, 10, 10), (10, 10, 10, 10, 10, 10))
    said = told(counts(*rows, subs={7: {"there": 30}, 8: {"there": 3}}, no_sub=87), NAMES, {7: 1, 8: None})
    assert (said.subs, said.no_sub) == ({7: None, 8: None}, 87)
    near = told(counts(*rows, subs={7: {"there": 58}, 8: {"there": 30}}, no_sub=32), NAMES, {7: 1, 8: None})
    assert near.subs[7] is None, "of its municipality two are in no other"
    assert told(counts(*rows, subs={7: {"there": 30}}, no_sub=90), NAMES, {7: 1}).subs == {7: 30}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_hidden_in_a_sum_may_be_none_and_may_be_five(seed):
    random = Random(seed)
    parts = {str(at): random.choice((0, 1, 2, 4, 5, 8)) for at in range(5)}
    hidden = hidden_in(parts)
    assert hidden >= {name for name, number in parts.items() if 0 < number < 5}
    if hidden and hidden != set(parts):
        assert len(hidden) > 1
        assert sum(parts[name] for name in hidden) >= 5
    assert not hidden or any(0 < number < 5 for number in parts.values())


def test_doubles_are_a_number_of_five_or_more_or_a_word():
    row = (10, 10, 10, 10, 10, 10)
    said = [told(counts(row, doubles=number), NAMES, {}) for number in (0, 3, 6)]
    assert [(one.doubles, one.few_doubles) for one in said] == [(0, False), (None, True), (6, False)]
    assert all(one.started == other.started for one, other in pairwise(said))


def of_subs(**kinds):
    return {kind: kinds.get(kind, 0) for kind in KINDS}


@pytest.mark.requirement("R-215", "R-216")
def test_a_sub_initiative_tells_each_result_of_those_who_began_there_first():
    subs = {7: of_subs(work=10, studies=6, internship=8, none=6), 8: of_subs(work=7, there=9)}
    said = told(counts((40, 20, 20, 5, 15, 20), subs=subs, no_sub=74), NAMES, {7: None, 8: None, 9: None})
    assert said.subs == {7: 30, 8: 16, 9: 0}
    assert said.sub_results[7] == {"work": 10, "studies": 6, "internship": 8}
    assert said.sub_results[8] == {"work": 7, "studies": 0, "internship": 0}
    few = {**subs, 8: of_subs(work=3, there=13)}
    hidden = told(counts((40, 20, 20, 5, 15, 20), subs=few, no_sub=74), NAMES, {7: None, 8: None})
    assert (hidden.subs[8], set(hidden.sub_results[8].values())) == (16, {None})
    assert hidden.sub_results[7]["work"] == 10, "the others hide among those who are in none"


@pytest.mark.requirement("R-215")
def test_results_that_leave_a_few_of_all_or_of_a_municipality_are_not_told():
    row = (10, 10, 10, 10, 10, 10)
    near = {7: of_subs(work=8, studies=10, none=10)}
    of_all = told(counts((20, 20, 20, 20, 20, 20), subs={7: of_subs(work=18, none=10)}, no_sub=92), NAMES, {7: None})
    assert set(of_all.sub_results[7].values()) == {None}, "two of all who work are in no other"
    of_one = told(counts(row, (30,) * 6, subs=near, no_sub=212), NAMES, {7: 1})
    assert (of_one.subs[7], set(of_one.sub_results[7].values())) == (28, {None}), "two of the municipality's"
    elsewhere = told(counts(row, (30,) * 6, subs=near, no_sub=212), NAMES, {7: None})
    assert elsewhere.sub_results[7]["work"] == 8
    before = told(counts((30,) * 6, subs={7: {"": 30}}, no_sub=150), NAMES, {7: None})
    assert (before.subs[7], set(before.sub_results[7].values())) == (30, {None}), "counted before results were"


@pytest.mark.parametrize("seed", range(60))
def test_whoever_takes_what_is_told_off_what_is_told_finds_no_few(seed):
    random = Random(seed)
    rows = [[random.choice((5, 6, 7, 9, 14)) for _kind in KINDS] for _municipality in range(3)]
    subs_of, subs, left = {}, {}, [list(row) for row in rows]
    for key in range(1, 6):
        at = random.randrange(3)
        subs_of[key] = random.choice((at + 1, None))
        taken = [random.choice((0, 0, number, number // 2)) for number in left[at]]
        left[at] = [number - less for number, less in zip(left[at], taken, strict=True)]
        subs[key] = dict(zip(KINDS, taken, strict=True))
    said = told(counts(*rows, subs=subs, no_sub=sum(map(sum, left))), NAMES, subs_of)
    shown = [key for key in subs if said.sub_results[key]["work"] is not None]
    sums = [([sum(column) for column in zip(*rows, strict=True)], shown)]
    sums += [(row, [key for key in shown if subs_of[key] == at]) for at, row in enumerate(rows, 1)]
    assert not any(0 < number < 5 for key in shown for number in said.sub_results[key].values())
    for row, inside in sums:
        if inside:
            rest = [row[at] - sum(said.sub_results[key][one] for key in inside) for at, one in enumerate(ACHIEVED)]
            assert not any(0 < number < 5 for number in rest), (rest, inside)
