"""How the employer team works as a whole, and whom an employer has taken: of everybody, and from five people on."""

from datetime import timedelta

import pytest

from trappan import database
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, make_case
from trappan.employers.merging import Moves
from trappan.employers.operations import merge_employer
from trappan.employers.testing import make_employer, make_officer, make_opening
from trappan.matching import operations as matching
from trappan.matching.models import Proposal
from trappan.matching.paper import paper_for
from trappan.matching.testing import consent_to_employers, make_search
from trappan.outcomes.models import Exit, FollowUp
from trappan.outcomes.taken import taken_by
from trappan.people.operations import protect
from trappan.plans import operations as plans
from trappan.plans.testing import make_mapping
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db
PAGE = "/team/"


@pytest.fixture
def linnea(today):
    return make_officer()


def got_a_yes(linnea, employer=None, *, chose=True, sender=None):
    """Let the team receive somebody, ask, send, and write down the employer's yes."""
    case = make_case()
    search = make_search(consultant_of(case), case, linnea.unit)
    if chose:
        consent_to_employers(consultant_of(case), case.person, ["able"])
    opening = make_opening(linnea, employer=employer)
    with as_(linnea) as actor:
        matching.receive_search(search=search, by=actor)
        made = matching.ask_person(search=search, opening=opening, today=actor.today)
        matching.answer_as_person(proposal=made, willing=True, today=actor.today)
    with as_(sender or linnea) as actor:
        made = Proposal.objects.get(pk=made.pk)
        shown = paper_for(made, actor).edition
        matching.send_proposal(proposal=made, by=actor, sent_how="phone", shown=shown)
        matching.tell_outcome(proposal=made, accepted=True, today=actor.today)
    return case


def began(case, day=TODAY, employer=None, **about):
    """Write an end in work down as the owner: how it is written is tried elsewhere."""
    Case.objects.filter(pk=case.pk).update(closed_on=day)
    name = employer.name if employer else ""
    fields = {"reason": "work", "form": "x", "employer": employer, "employer_name": name, **about}
    return Exit.objects.create(person=case.person, case=case, day=day, **fields)


def counted(reader):
    """Return each item as a reader is told it: how many, and of how many."""
    with as_(reader):
        return {one.item: (one.was, one.of_all) for one in database.rows("outcomes_team")}


UNDER_FIVE = dict.fromkeys(("one", "chosen", "contact", "together"), (None, None))


class TestTheTeam:
    def test_from_five_people_on_and_of_everybody_also_whom_nobody_sees_any_more(self, client, linnea):
        hamid = make_colleague("employer_officer", linnea.unit)
        people = [got_a_yes(linnea) for _one in range(3)] + [got_a_yes(linnea, sender=hamid)]
        assert counted(linnea) == UNDER_FIVE
        sign_in(client, linnea)
        assert text(client.get(PAGE)).count("Färre än 5 personer: visas inte.") == 4
        people.append(got_a_yes(linnea, chose=False))
        assert counted(linnea) == UNDER_FIVE | {"one": (4, 5), "chosen": (4, 5)}
        head = make_colleague("head_of_unit", make_unit("labour_market", linnea.unit.organisation))
        assert counted(head) == counted(linnea), "also of people whom the reader may not see"
        sign_in(client, head)
        page = text(client.get(PAGE))
        assert page.count("4 av 5") == 2
        assert "till och med 12 november 2026" in page
        with as_(consultant_of(people[0])):
            protect(person=people[0].person, protection="marked")
        assert counted(linnea)["one"] == (4, 5), "numbers stay true"
        set_today(TODAY + timedelta(days=366))
        assert counted(linnea) == UNDER_FIVE, "twelve months"

    def test_a_plan_counts_that_was_made_while_on_a_list_and_says_whether_the_team_was_there(self, client, linnea):
        people = [make_case() for _one in range(5)]
        for at, case in enumerate(people):
            if at:
                make_search(consultant_of(case), case, linnea.unit)
            make_mapping(case)
            with as_(consultant_of(case)) as actor:
                plan = plans.write_plan(
                    case=case,
                    today=TODAY,
                    goal="Arbete",
                    weekly_minutes=1200,
                    hours_reason="Deltid",
                    review_on=TODAY + timedelta(days=90),
                )
                plans.consult(case=case, today=TODAY, with_whom="employment_service", held_on=TODAY, outcome="Går bra")
                around = [{"role": "employer_team", "name": linnea.colleague.name}] if at < 3 else []
                plans.agree_plan(plan=plan, today=TODAY, agreed_on=TODAY, agreed_how="meeting", took_part=around)
                plan.refresh_from_db()
                plans.decide_plan(plan=plan, by=actor)
        assert counted(linnea) == UNDER_FIVE, "who is on no list is none of the team’s"
        make_search(consultant_of(people[0]), people[0], linnea.unit)
        assert counted(linnea)["together"] == (3, 5)
        sign_in(client, linnea)
        assert "3 av 5" in text(client.get(PAGE))

    def test_a_time_to_ask_counts_two_weeks_after_and_only_of_those_on_a_list(self, linnea):
        people = [got_a_yes(linnea) for _one in range(5)]
        ends = [began(case) for case in people]
        began(make_case())
        due = TODAY + timedelta(days=30)
        set_today(due)
        for done, answer in zip(ends, ("still", "declined", "not_reached"), strict=False):
            with as_(consultant_of(done.case)):
                FollowUp.objects.create(exit=done, person=done.person, months=1, day=due, answer=answer)
        assert counted(linnea)["contact"] == (None, None)
        set_today(due + timedelta(days=14))
        assert counted(linnea)["contact"] == (2, 5)
        Exit.objects.filter(pk=ends[4].pk).update(held=False, checked_on=due)
        assert counted(linnea)["contact"] == (None, None), "what did not last is not followed, and four are too few"

    def test_no_other_role_and_no_other_municipality(self, client, linnea):
        for _one in range(5):
            got_a_yes(linnea)
        assert counted(make_officer("Grannkommunen")) == UNDER_FIVE
        for role in ("consultant", "administrator", "auditor", "place_coordinator"):
            colleague = make_colleague(role, linnea.unit)
            assert counted(colleague) == {}, role
            assert sign_in(client, colleague).get(PAGE).status_code == 403, role


class TestTaken:
    def test_how_it_went_is_told_from_five_people_on_and_names_nobody(self, client, linnea):
        employer = make_employer(linnea, name="Påhittade Köket AB")
        people = [got_a_yes(linnea, employer) for _one in range(3)]
        people.append(make_case())
        began(people[3], employer=employer, reason="internship")
        sign_in(client, linnea)
        page = text(client.get(f"/employers/{employer.pk}/"))
        assert "4 personer sedan 12 november 2026." in page
        assert "visas från 5 personer" in page
        with as_(linnea):
            found = taken_by(employer.pk)
        assert (found.taken, found.here, found.elsewhere, found.is_told) == (4, None, None, False)
        people.append(got_a_yes(linnea, employer))
        began(people[0], employer=employer)
        began(people[1], employer=make_employer(linnea))
        began(people[2], employer=employer, held=False, checked_on=TODAY + timedelta(days=31))
        page = markup(client.get(f"/employers/{employer.pk}/"))
        assert "5 personer sedan 12 november 2026." in page
        with as_(linnea):
            found = taken_by(employer.pk)
        assert (found.taken, found.here, found.elsewhere, found.is_told) == (5, 1, 1, True)
        assert not any(case.person.family_name in page.split('id="h-taken"')[1] for case in people)

    def test_what_went_up_in_another_counts_there_and_the_protected_nowhere(self, linnea):
        old, new = make_employer(linnea), make_employer(linnea)
        cases = [make_case() for _one in range(6)]
        for number, case in enumerate(cases):
            began(case, employer=old if number % 2 else new)
        with as_(linnea) as actor:
            assert taken_by(new.pk).taken == 3
            merge_employer(employer=old, into=new, today=actor.today, edition=Moves.of(old).edition)
            assert taken_by(new.pk).taken == 6
        with as_(consultant_of(cases[0])):
            protect(person=cases[0].person, protection="marked")
        with as_(linnea):
            assert (taken_by(new.pk).taken, taken_by(new.pk).here) == (5, 5)

    def test_who_may_not_read_employers_is_told_nothing(self, linnea):
        employer = make_employer(linnea)
        began(make_case(), employer=employer)
        others = (
            make_officer("Grannkommunen"),
            make_colleague("administrator", linnea.unit),
            make_colleague("supervisor", make_unit("site", linnea.unit.organisation)),
        )
        for who in others:
            with as_(who):
                assert taken_by(employer.pk) is None, who.role
        with as_(linnea):
            assert taken_by(employer.pk).taken == 1
