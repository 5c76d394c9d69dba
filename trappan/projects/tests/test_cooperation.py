"""Beside a project's numbers: goals, what shows them, gatherings, and what goes on afterwards; who writes and reads."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.projects import operations
from trappan.projects.models import Continuation, CooperationGoal, Evidence, Gathering
from trappan.projects.testing import join, make_leader, make_project, own_of, say_what_goes_on
from trappan.refusals import Refused
from trappan.rules.models import Code
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 5)


@pytest.fixture
def town(today):
    """A project of two municipalities with a goal of cooperation."""

    class Town:
        leader = make_leader()
        project = make_project(leader, name="Tillsammans")
        north, south = join(leader, project, "Norr"), join(leader, project, "Söder")
        page = reverse("projects:project", args=[project.pk])

    with as_(Town.leader):
        Town.goal = operations.set_cooperation_goal(
            project=Town.project, wording="Samverkan som håller", shown_by="Träffar", due_on=date(2026, 12, 31)
        )
    return Town


def send(client, who, town, act, row=None, **fields):
    sign_in(client, who)
    key = f"{act}-{row.pk}" if row else act
    sent = {f"{key}-{name}": value for name, value in fields.items()}
    return client.post(town.page, {"acting_as": who.pk, "form": act, "row": row.pk if row else "", **sent})


def shown_to(client, who, town):
    sign_in(client, who)
    return markup(client.get(town.page)).replace("\u00a0", " ")


class TestEvidence:
    @pytest.mark.requirement("R-186")
    def test_leader_and_coordinators_write_what_shows_a_goal_and_everybody_in_the_project_reads_it(self, client, town):
        about = {"kind": "agreement", "day": "2026-10-05", "words": "Avtal med Arbetsförmedlingen"}
        assert send(client, town.north, town, "evidence", town.goal, **about).status_code == 302
        meeting = {"kind": "meeting", "day": "2026-11-02", "words": "Styrgruppen träffades"}
        assert send(client, town.leader, town, "evidence", town.goal, **meeting).status_code == 302
        assert {one.municipality for one in Evidence.objects.all()} == {None, own_of(town.north, town.project)}
        for who in (town.leader, town.north, town.south):
            shown = shown_to(client, who, town)
            for said in ("Samverkan som håller", "Avtal med Arbetsförmedlingen", "Styrgruppen träffades", "Norr"):
                assert said in shown, said
        stranger = make_leader("Ett annat förbund")
        with as_(join(stranger, make_project(stranger), "Väster")):
            assert not database.query("SELECT FROM projects_evidence")
            assert not database.query("SELECT FROM projects_cooperationgoal WHERE id = %s", [town.goal.pk])

    @pytest.mark.parametrize(
        ("field", "typed", "said"),
        [
            ("day", "2026-11-13", "Välj en dag"),
            ("day", "2025-12-31", "hade inte börjat"),
            ("kind", "rumour", ""),
            ("words", "Möte om 19900101-2384", "Ta bort"),
        ],
    )
    def test_a_day_to_come_an_unknown_kind_and_a_personal_number_are_refused(self, client, town, field, typed, said):
        about = {"kind": "meeting", "day": "2026-10-05", "words": "Ett möte", field: typed}
        answer = send(client, town.north, town, "evidence", town.goal, **about)
        assert answer.status_code == 422
        assert said in str(answer.context["form"].errors[field])
        assert not Evidence.objects.exists()

    def test_nobody_writes_or_takes_out_in_another_municipalitys_name(self, client, town):
        own = own_of(town.north, town.project)
        about = {"goal": town.goal, "kind": "role", "day": OCTOBER, "words": "En samordnare", "today": TODAY}
        for who in (town.south, town.leader):
            with as_(who), pytest.raises(Refused):
                operations.tell_evidence(municipality=own, **about)
        with as_(town.north), pytest.raises(Refused):
            operations.tell_evidence(**about)
        with as_(town.north):
            told = operations.tell_evidence(municipality=own, **about)
        assert send(client, town.south, town, "take_out_evidence", told).status_code == 404
        with as_(town.south):
            assert database.execute("UPDATE projects_evidence SET taken_out_on = today()") == 0
        assert send(client, town.north, town, "take_out_evidence", told).status_code == 302
        assert "En samordnare" not in shown_to(client, town.north, town)

    def test_past_the_form_the_database_refuses_a_day_a_number_and_a_goal_of_another_project(self, town):
        other = make_project(town.leader)
        row = "INSERT INTO projects_evidence (project_id, goal_id, kind, day, words) VALUES (%s, %s, 'meeting', %s, %s)"
        tries = [
            (town.project, "2026-11-13", "Ett möte", "happened_while_the_project_lasts"),
            (town.project, "2026-10-05", "Om 19900101-2384", "evidence_names_nobody"),
            (other, "2026-10-05", "Ett möte", "evidence_of_the_project"),
        ]
        for project, day, words, name in tries:
            with as_(town.leader), pytest.raises(DatabaseError) as refused, transaction.atomic():
                database.execute(row, [project.pk, town.goal.pk, day, words])
            assert refused.value.__cause__.diag.constraint_name == name
        with as_(town.south), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            database.execute(
                "INSERT INTO projects_cooperationgoal (project_id, wording, shown_by, due_on) "
                "VALUES (%s, 'Vårt', 'Något', '2026-12-01')",
                [town.project.pk],
            )
        assert CooperationGoal.objects.get() == town.goal


class TestGatherings:
    @pytest.mark.requirement("R-081")
    def test_a_gathering_has_venue_theme_how_many_came_and_for_whom(self, client, town):
        about = {"day": "2026-10-05", "venue": "Folkhögskolan", "theme": "Vägar till studier", "came": "34"}
        assert send(client, town.north, town, "gathering", **about, target_groups=["young"]).status_code == 302
        few = {**about, "theme": "Frukost", "came": "3"}
        assert send(client, town.leader, town, "gathering", **few).status_code == 302
        shown = shown_to(client, town.south, town)
        for said in ("Vägar till studier", "Folkhögskolan", "34", "Unga, 18–29 år", "färre än fem kom", "34 kom"):
            assert said in shown, said

    def test_outside_the_period_and_a_code_that_is_unknown_or_no_longer_in_force_is_refused(self, client, town):
        about = {"venue": "Folkhögskolan", "theme": "Seminarium", "came": "34"}
        for day in ("2025-12-31", "2026-11-13"):
            answer = send(client, town.leader, town, "gathering", **about, day=day)
            assert "2026" in str(answer.context["form"].errors["day"]), day
        Code.objects.filter(table="target_group", code="new").update(valid_to=date(2026, 10, 1))
        for code in ("old", "new"):
            answer = send(client, town.leader, town, "gathering", **about, day="2026-10-05", target_groups=[code])
            assert "target_groups" in answer.context["form"].errors, code
            with as_(town.leader), pytest.raises(Refused, match="målgrupper"):
                operations.tell_gathering(
                    project=town.project, day=OCTOBER, today=TODAY, target_groups=[code], **{**about, "came": 34}
                )
        assert not Gathering.objects.exists()


class TestAfterwards:
    @pytest.mark.requirement("R-254")
    def test_what_goes_on_by_whom_with_whose_money_since_when_and_as_of_when_somebody_looked(self, client, town):
        with as_(town.leader):
            lots = operations.add_sub_initiative(project=town.project, name="Lots", theme="Plats", planned=30)
        sent = {"sub_initiative": lots.pk, "what": "Två tjänster", "goes_on": "yes", "by_whom": "Norr"}
        without = send(client, town.leader, town, "go_on", **sent, starts_on="2026-11-02")
        assert "money" in without.context["form"].errors
        whole = {**sent, "money": "Egen budget", "starts_on": "2026-11-02"}
        assert send(client, town.leader, town, "go_on", **whole).status_code == 302
        told = Continuation.objects.get()
        assert send(client, town.leader, town, "check", told, checked_on="2026-11-13").status_code == 422
        assert send(client, town.leader, town, "check", told, checked_on="2026-11-10").status_code == 302
        shown = shown_to(client, town.south, town)
        for said in ("Två tjänster", "Egen budget", "sedan 2 november 2026", "fortsätter per den 10 november 2026"):
            assert said in shown, said
        assert send(client, town.south, town, "go_on", **whole).status_code == 403

    @pytest.mark.requirement("R-254")
    def test_a_project_is_not_finished_before_it_is_said_of_each_sub_initiative_and_checked_afterwards_too(
        self, client, town
    ):
        with as_(town.leader):
            lots = operations.add_sub_initiative(project=town.project, name="Lots", theme="Plats", planned=30)
            about = {"goes_on": True, "by_whom": "Norr", "money": "Egen budget", "starts_on": OCTOBER}
            kept = operations.go_on(project=town.project, what="Träffarna", **about)
        set_today(date(2027, 1, 4))
        assert "Lots: ingen har sagt" in shown_to(client, town.leader, town)
        answer = send(client, town.leader, town, "finish", report="Gick bra")
        assert "vad som fortsätter" in str(answer.context["form"].errors["report"])
        with as_(town.leader):
            operations.go_on(project=town.project, sub_initiative=lots, what="Lotsarna", goes_on=False)
            operations.finish_project(project=town.project, report="Gick bra")
            for refused in (
                lambda: say_what_goes_on(town.leader, town.project),
                lambda: operations.take_out_continuation(continuation=kept, today=date(2027, 1, 4)),
            ):
                with pytest.raises(Refused, match="avslutat"):
                    refused()
        assert send(client, town.leader, town, "check", kept, checked_on="2027-01-03").status_code == 302
        assert "fortsätter per den 3 januari 2027" in shown_to(client, town.north, town)

    def test_what_ends_has_no_money_and_a_sub_initiative_is_of_the_project(self, town):
        with as_(town.leader):
            other = operations.add_sub_initiative(
                project=make_project(town.leader), name="Annat", theme="Plats", planned=30
            )
            with pytest.raises(Refused, match="pengar"):
                operations.go_on(project=town.project, what="Gruppen", goes_on=False, money="Egen budget")
            with pytest.raises(DatabaseError, match="continuation_of_the_project"), transaction.atomic():
                operations.go_on(project=town.project, sub_initiative=other, what="Gruppen", goes_on=False)
                database.execute("SET CONSTRAINTS ALL IMMEDIATE")
