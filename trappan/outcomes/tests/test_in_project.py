"""What a case says came of somebody in a project: proposed to the coordinator, and told to nobody else."""

from datetime import date

import pytest
from django.urls import reverse

from trappan import database
from trappan.cases.testing import make_case
from trappan.outcomes.models import Exit
from trappan.outcomes.operations import record_exit
from trappan.projects import operations
from trappan.projects.models import Participation
from trappan.projects.testing import end, join, known_to, make_leader, make_project, own_of
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 5)


@pytest.fixture
def town(today):
    """Somebody who takes part through Norr, and whose case there ends with work; Söder takes part too."""

    class Town:
        leader = make_leader()
        project = make_project(leader)
        north, south = join(leader, project, "Norr"), join(leader, project, "Söder")

    Town.case = case_in(Town.north)
    with as_(Town.case.responsible):
        operations.let_in(person=Town.case.person, coordinator=Town.north)
    with as_(Town.north):
        Town.row = operations.add_participant(
            municipality=own_of(Town.north, Town.project), person=Town.case.person, starts_on=OCTOBER, today=TODAY
        )
    return Town


def case_in(coordinator):
    organisation = coordinator.unit.organisation
    return make_case(
        social_worker=make_colleague("social_worker", make_unit("social_service", organisation)),
        consultant=make_colleague("consultant", make_unit("labour_market", organisation)),
    )


def ended(case):
    with as_(case.responsible):
        record_exit(case=case, day=TODAY, today=TODAY, reason="work", form="Butiksbiträde")
    return Exit.objects.get(case=case)


def told(coordinator, municipality):
    with as_(coordinator):
        rows = database.query("SELECT * FROM outcomes_in_project(%s)", [municipality.pk])
    return [(row.participation_id, row.day, row.reason) for row in rows]


class TestProposal:
    @pytest.mark.requirement("R-180")
    def test_the_result_is_proposed_with_its_day_and_is_the_coordinators_to_say(self, client, town):
        ended(town.case)
        sign_in(client, town.north)
        listed = reverse("projects:participants", args=[town.project.pk])
        assert "ärendet säger: Arbete" in markup(client.get(listed))
        over = reverse("projects:end_participation", args=[town.row.pk])
        asked = client.get(over)
        assert asked.context["form"].initial["result"] == "work"
        shown = markup(asked)
        assert "12 november 2026" in shown
        assert "Butiksbiträde" not in shown, "the kind and the day are told, and no more"
        assert Participation.objects.get().result == "", "nothing is decided by itself"
        said = {"acting_as": town.north.pk, "result": "closer", "ends_on": "2026-11-06"}
        assert client.post(over, said).status_code == 302
        assert "ärendet säger: Arbete" in markup(client.get(listed)), "it differs, and the coordinator sees that"

    def test_where_both_say_the_same_nothing_is_said(self, client, town):
        ended(town.case)
        end(town.north, town.row, "work")
        sign_in(client, town.north)
        assert "ärendet säger" not in markup(client.get(reverse("projects:participants", args=[town.project.pk])))

    def test_what_did_not_last_or_came_before_the_project_is_no_proposal(self, town):
        own = own_of(town.north, town.project)
        done = ended(town.case)
        assert told(town.north, own) == [(town.row.pk, TODAY, "work")]
        Exit.objects.filter(pk=done.pk).update(held=False, checked_on=date(2026, 12, 20))
        assert told(town.north, own) == []
        Exit.objects.filter(pk=done.pk).update(held=None, checked_on=None, day=date(2026, 9, 1))
        assert told(town.north, own) == []


class TestWhoIsTold:
    @pytest.mark.requirement("R-079")
    def test_the_own_municipalitys_cases_alone_and_to_its_coordinator_alone(self, town):
        north, south = own_of(town.north, town.project), own_of(town.south, town.project)
        ended(town.case)
        known_to(town.south, town.case.person)
        with as_(town.south):
            operations.add_participant(municipality=south, person=town.case.person, starts_on=OCTOBER, today=TODAY)
        assert told(town.south, south) == [], "Norr's case is not Söder's to read"
        for who in (town.south, town.leader, town.case.responsible, make_colleague("head_of_unit", town.north.unit)):
            assert told(who, north) == []
        assert len(told(town.north, north)) == 1

    def test_nobody_is_told_of_somebody_who_is_not_seen_any_more(self, town):
        ended(town.case)
        town.case.person.grants.filter(unit=town.north.unit).update(
            ends_at=database.query("SELECT clock() AS at")[0].at
        )
        assert told(town.north, own_of(town.north, town.project)) == []
