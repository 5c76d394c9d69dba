"""What the spine says of cases: that they come, go, end with work where people lack, and what they wait for now."""

from datetime import date, timedelta

import pytest

from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.insight.indicators.counting import counted
from trappan.insight.models import PersonMonth, PersonMonthKey
from trappan.insight.testing import MONTH, build
from trappan.outcomes.models import Exit
from trappan.plans.testing import make_mapping
from trappan.rules.models import Concept, ConceptMark
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db
OCTOBER, DECEMBER = months_after(MONTH, -1), months_after(MONTH, 1)


def row_of(person, month=MONTH):
    return PersonMonth.objects.get(month=month, pseudonym=PersonMonthKey.objects.get(person=person).pseudonym)


def hits(name, month=MONTH):
    return sum(one.hit for one in counted(month) if one.indicator == name)


def test_a_case_is_opened_and_closed_in_its_months_and_a_closed_one_waits_for_nothing(today):
    case = make_case()
    Case.objects.filter(pk=case.pk).update(opened_on=OCTOBER + timedelta(days=3), closed_on=TODAY)
    build(OCTOBER, MONTH)
    october, november = row_of(case.person, OCTOBER), row_of(case.person)
    assert (october.case_opened, october.case_closed) == (True, False)
    assert (november.case_opened, november.case_closed, november.waits_for) == (False, True, "")
    Case.objects.filter(pk=case.pk).update(closed_on=None)
    build(MONTH)
    assert not row_of(case.person).case_closed, "a case that was reopened is not closed"


def test_what_cases_wait_for_is_said_of_the_month_that_is_not_over_alone(today):
    unheard, heard, nobodys = (make_case() for _one in range(3))
    make_mapping(heard)
    Case.objects.filter(pk=nobodys.pk).update(responsible=None)
    build(MONTH)
    waits = {one: row_of(one.person).waits_for for one in (unheard, heard, nobodys)}
    assert waits == {unheard: "unmapped", heard: "unplanned", nobodys: "unassigned"}
    assert row_of(unheard.person).waits_since == Case.objects.get(pk=unheard.pk).opened_on
    set_today(DECEMBER)
    build(MONTH, DECEMBER)
    assert {one.waits_for for one in PersonMonth.objects.filter(month=MONTH)} == {""}, "of then it is written nowhere"
    assert row_of(heard.person, DECEMBER).waits_for == "unplanned"


@pytest.mark.requirement("R-249")
def test_work_where_people_lack_is_as_it_was_marked_on_the_day_and_among_all_work(today):
    cook, clerk = (
        Concept.objects.create(id=f"{name}_aaa_aaa", kind="occupation", label=name) for name in ("cook", "cler")
    )
    ConceptMark.objects.create(concept=cook, kind="shortage", starts_on=date(2026, 11, 5), source="Prov")
    ConceptMark.objects.create(concept=clerk, kind="shortage", starts_on=OCTOBER, source="Prov", decided_at=None)
    first = make_case()
    for occupation, day, about in (
        (cook, 6, {}),
        (cook, 4, {}),
        (clerk, 6, {}),
        (None, 6, {}),
        (cook, 6, {"held": False, "checked_on": date(2027, 1, 1)}),
    ):
        case = make_case(social_worker=first.social_worker, consultant=first.responsible)
        day = MONTH.replace(day=day)
        Case.objects.filter(pk=case.pk).update(opened_on=OCTOBER, closed_on=day)
        work = {"reason": "work", "form": "x", "occupation": occupation}
        Exit.objects.create(person=case.person, case=case, day=day, **work, **about)
    build(MONTH)
    assert (hits("exits_work"), hits("exits_work_in_shortage")) == (4, 1)
    ConceptMark.objects.filter(concept=cook).update(ends_on=date(2026, 11, 7))
    build(MONTH)
    assert hits("exits_work_in_shortage") == 1, "it was marked that day, whatever is said since"
