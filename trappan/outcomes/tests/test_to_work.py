"""Every colleague reads how many came to work, studies or a step closer; a name only where the person wants it."""

from datetime import timedelta

import pytest

from trappan import database
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, make_case
from trappan.outcomes.models import Exit
from trappan.people.models import Household, HouseholdMember
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.plans.models import LadderStep, StepMove
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/to-work/"
CLOSER = "Praktik eller arbetsmarknadsanställning"
KINDS = {"work": "Kim Arbetar", "studies": "Kim Studerar", "internship": "Kim Provar", "other": "Kim Annars"}


def ended(case, reason, day=TODAY, opened_on=None, **about):
    """Write an end down as the owner: what is shown is asked here, and how it is written elsewhere."""
    Case.objects.filter(pk=case.pk).update(opened_on=opened_on or day, closed_on=day)
    named = {"named": reason != "other"}
    return Exit.objects.create(person=case.person, case=case, day=day, reason=reason, form="x", **{**named, **about})


@pytest.fixture
def first(today):
    return make_case(given_name="Kim", family_name="Arbetar")


def more(first, family_name):
    return make_case(
        social_worker=first.social_worker, consultant=first.responsible, given_name="Kim", family_name=family_name
    )


@pytest.fixture
def everybody(first):
    """An end of each kind in the municipality."""
    ended(first, "work")
    for reason in ("studies", "internship", "other"):
        ended(more(first, KINDS[reason].split()[1]), reason)
    return first


def counts(page):
    """Return the numbers of the latest month by type: of the ways out, and of what stands under them, closer."""
    types = ("Arbete", "Studier", CLOSER)
    groups = [body.split("</tbody>")[0] for body in page.split("<tbody>")[1:]]
    return [{name: int(cells(group, name)[0]) for name in types if f"{name}</th>" in group} for group in groups]


@pytest.mark.parametrize("role", ["consultant", "supervisor", "administrator", "auditor", "employer_officer"])
def test_the_types_are_told_apart_for_every_colleague_of_the_municipality(client, everybody, role):
    unit = make_unit("management", everybody.unit.organisation)
    sign_in(client, make_colleague(role, unit))
    page = markup(client.get(PAGE))
    assert counts(page) == [{"Arbete": 1, "Studier": 1}, {CLOSER: 1}]
    assert [name for name in KINDS.values() if name in page] == [
        KINDS[one] for one in ("work", "studies", "internship")
    ]
    out, closer = page.split(f"Till {CLOSER.lower()}</h3>")
    assert [KINDS[one] in out for one in ("work", "studies", "internship")] == [True, True, False]
    assert KINDS["internship"] in closer


def test_a_name_stands_by_the_persons_word_for_three_months_and_of_nobody_protected(client, everybody):
    first = everybody
    ended(more(first, "Tystnad"), "work", named=False)
    ended(more(first, "Förr"), "work", day=TODAY - timedelta(days=70))
    ended(more(first, "Återkomst"), "work", held=False, checked_on=TODAY + timedelta(days=40))
    hidden = more(first, "Skuggan")
    with as_(hidden.responsible):
        protect(person=hidden.person, protection="marked")
    ended(hidden, "work")
    sign_in(client, make_colleague("supervisor", make_unit("site", first.unit.organisation)))
    page = markup(client.get(PAGE))
    assert counts(page)[0]["Arbete"] == 3, "the protected one is counted, and never named; what did not last is none"
    assert "Kim Förr" in page
    for name in ("Tystnad", "Skuggan", "Återkomst"):
        assert name not in page
    set_today(TODAY + timedelta(days=25))
    assert "Kim Förr" not in markup(client.get(PAGE))


@pytest.mark.requirement("R-216")
def test_a_step_is_the_staircases_and_is_told_beside_work_and_studies_from_five_people_on(client, everybody):
    """Up, as staff see it, each person once: not down, not what a person says, and not another municipality's."""
    first, second, third = LadderStep.objects.filter(maps_to=None).order_by("number")[:3]
    other = make_organisation("Grannkommunen")
    kinds = {"social_worker": "social_service", "consultant": "labour_market"}
    elsewhere = make_case(**{role: make_colleague(role, make_unit(kind, other)) for role, kind in kinds.items()})
    moved = [more(everybody, f"Trappa {at}") for at in range(5)]
    for case in (*moved, elsewhere):
        move(case, (first, -40), (second, -3), (third, -1))
    move(more(everybody, "Ner"), (second, -40), (first, -3))
    move(more(everybody, "Själv"), (first, -40), (third, -3), rated_by="participant")
    unit = make_unit("management", everybody.unit.organisation)
    sign_in(client, make_colleague("supervisor", unit))
    page = markup(client.get(PAGE))
    assert counts(page) == [{"Arbete": 1, "Studier": 1}, {CLOSER: 1}]
    assert steps_in(page) == "5"
    StepMove.objects.filter(person=moved[0].person).update(corrected=True)
    assert steps_in(markup(client.get(PAGE))) == "färre än 5"


@pytest.mark.requirement("R-241")
def test_a_household_is_counted_apart_from_its_people_once_every_adult_is_out(client, everybody):
    """On the day of its last adult: not at the first of two, and once where the people are two."""
    alone = [more(everybody, f"Ensam {at}") for at in range(5)]
    here, there, asks = (more(everybody, name) for name in ("Hemma", "Borta", "Söker"))
    child, helped = (make_person(everybody.social_worker, name) for name in ("Barn", "Utan ärende"))
    home = lives_in(alone[0])
    HouseholdMember.objects.create(household=home, person=child, role="child", starts_on=SINCE)
    lives_in(here, there)
    HouseholdMember.objects.create(household=lives_in(asks), person=helped, role="co_applicant", starts_on=SINCE)
    for case in alone[1:]:
        lives_in(case)
    for case in (*alone[:4], asks):
        ended(case, "work", named=False)
    Case.objects.filter(pk=there.pk).update(opened_on=SINCE)
    first = ended(here, "work", day=TODAY.replace(day=1) - timedelta(days=1), named=False)
    sign_in(client, make_colleague("supervisor", make_unit("management", everybody.unit.organisation)))
    few = "färre än 5"
    assert households(client) == [few, few, few], "four; one of two is out, and one has a co-applicant without a case"
    last = ended(there, "studies", opened_on=SINCE, named=False)
    assert households(client) == ["5", few, few], "two people in two months are one household, in the second"
    assert counts(markup(client.get(PAGE)))[0]["Arbete"] == 6
    Exit.objects.filter(pk=first.pk).update(held=False, checked_on=TODAY + timedelta(days=20))
    assert households(client) == [few, few, few], "the first of the two is in need again"
    Exit.objects.filter(pk=first.pk).update(held=None, checked_on=None, day=last.day)
    assert households(client) == ["5", few, few], "both on one day are one household"
    ended(alone[4], "internship", named=False)
    Exit.objects.filter(pk=last.pk).update(reopened_on=TODAY, reopened_why="Fel dag")
    assert households(client) == [few, few, few], "a step closer is no way out, and what was undone is none"
    Exit.objects.filter(person=alone[4].person).update(reason="work")
    with as_(consultant_of(alone[4])):
        protect(person=alone[4].person, protection="marked")
    assert households(client) == ["5", few, few], "numbers stay true of the protected too"
    asked = (TODAY.replace(day=1), TODAY + timedelta(days=30))
    elsewhere = make_colleague("supervisor", make_unit("site", make_organisation("Grannkommunen")))
    board = make_colleague("board_reader", make_unit("management", everybody.unit.organisation))
    for who, told in ((elsewhere, []), (board, []), (everybody.responsible, [5])):
        with as_(who):
            assert [one.households for one in database.rows("outcomes_households_out", *asked)] == told, who.role


@pytest.mark.requirement("R-250")
def test_finished_studies_count_as_themselves_by_month_and_by_level_from_five_on(client, everybody):
    began, last_year = TODAY - timedelta(days=700), TODAY.replace(year=TODAY.year - 1)
    cases = [more(everybody, f"Klar {at}") for at in range(12)]
    for at, (case, level) in enumerate(zip(cases, ["b2"] * 5 + ["b5"] * 7, strict=True)):
        ended(case, "studies", day=began, sub_code=level, finished_on=last_year if at < 9 else TODAY, named=False)
    sign_in(client, make_colleague("supervisor", make_unit("management", everybody.unit.organisation)))
    page = markup(client.get(PAGE))
    assert counts(page)[0]["Studier"] == 1, "they began long ago"
    assert cells(page, "Har slutfört sina studier") == ["3", "0", "0"]

    def by_level():
        return markup(client.get(PAGE)).split('id="h-finished"')[1].split("</section>")[0]

    assert "<dd>" not in by_level(), "four of one level would be what is left of the year's nine"
    assert "nivåerna inte visas var för sig" in by_level()
    Exit.objects.filter(case=cases[9]).update(finished_on=last_year)
    assert by_level().count("<dd>5</dd>") == 2
    assert str(last_year.year) in by_level()
    assert cells(markup(client.get(PAGE)), "Har slutfört sina studier") == ["2", "0", "0"]
    Exit.objects.filter(case=cases[10]).update(reopened_on=TODAY, reopened_why="Behövs igen")
    assert cells(markup(client.get(PAGE)), "Har slutfört sina studier")[0] == "2", "a school that is finished stays so"
    asked = (TODAY.replace(day=1), TODAY + timedelta(days=30))
    for who in (
        make_colleague("supervisor", make_unit("site", make_organisation("Grannkommunen"))),
        make_colleague("board_reader", make_unit("management", everybody.unit.organisation)),
    ):
        with as_(who):
            assert database.rows("outcomes_finished", *asked) == []


SINCE = TODAY - timedelta(days=60)


def lives_in(*cases):
    """Let those of some cases live together since before they came to work; return their household."""
    home = Household.objects.create()
    for role, case in zip(("applicant", "co_applicant"), cases, strict=False):
        HouseholdMember.objects.create(household=home, person=case.person, role=role, starts_on=SINCE)
    return home


def households(client):
    """Return what the page tells of households, the latest month first."""
    return cells(markup(client.get(PAGE)), "Hushåll, alla vuxna till arbete eller studier")


def cells(page, label):
    row = page.split(f"{label}</th>")[1].split("</tr>")[0]
    return [cell.split("<")[0] for cell in row.split('class="num">')[1:]]


def move(case, *arrivals, **about):
    """Write moves down as the owner, as an import does: so many days from today."""
    Case.objects.filter(pk=case.pk).update(opened_on=TODAY - timedelta(days=50))
    for step, days in arrivals:
        StepMove.objects.create(person=case.person, step=step, day=TODAY + timedelta(days=days), imported=True, **about)


def steps_in(page):
    row = page.split("Upp ett steg på trappan</th>")[1]
    return row.split('class="num">')[1].split("<")[0]


def test_how_long_a_name_is_read_is_a_rule(client, everybody):
    ended(more(everybody, "Förr"), "work", day=TODAY - timedelta(days=40))
    sign_in(client, everybody.responsible)
    assert "Kim Förr" in markup(client.get(PAGE))
    rules = RuleSet.objects.decided().last()
    RuleSet.objects.filter(pk=rules.pk).update(parameters={**rules.parameters, "named_months": 1})
    page = markup(client.get(PAGE))
    assert "Kim Förr" not in page
    assert "Kim Arbetar" in page
    assert "i 1 månad" in page


def test_another_municipality_and_a_partner_are_told_nothing_in_sql(everybody):
    asked = (TODAY.replace(day=1), TODAY + timedelta(days=30))
    bodies = (make_organisation("En annan kommun"), make_organisation("En partner", kind="partner", basis="provider"))
    for who in (make_colleague("consultant", make_unit("labour_market", body)) for body in bodies):
        with as_(who):
            assert database.rows("outcomes_to_work", *asked) == []
            assert database.rows("outcomes_named_to_work", *asked) == []
    with as_(everybody.responsible):
        assert database.rows("outcomes_to_work", TODAY, TODAY + timedelta(days=1)) == [], "no single day is told of"
        assert sum(one.ends for one in database.rows("outcomes_to_work", TODAY, TODAY + timedelta(days=30))) == 3
        assert len(database.rows("outcomes_named_to_work", *asked)) == 3
