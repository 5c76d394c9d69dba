"""Hidden and not there are one answer: for a person known elsewhere, protected elsewhere, and nobody."""

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from trappan.cases import operations as cases
from trappan.cases.models import Case
from trappan.history.models import Event
from trappan.people.models import Person
from trappan.people.operations import protect
from trappan.people.testing import make_person, test_number
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.secrecy.rights import RIGHTS
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import search, sign_in, text

pytestmark = pytest.mark.django_db
OTHERS = ("consultant", "counsellor", "occupational_therapist", "head_of_unit", "supervisor", "site_leader", "partner")
NOBODY = 999_999


class Three:
    """Known elsewhere, protected elsewhere, nobody: their numbers, and the rows of those who are there."""

    def __init__(self, town, today):
        self.numbers = [test_number() for _one in range(3)]
        self.ids = {"person": [], "persons": [], "case": [], "placement": []}
        for number in self.numbers[:2]:
            person = make_person(town.ulla, number=number)
            with as_(town.ulla) as actor:
                case = cases.open_case(person=person, by=actor, unit=town.labour)
                cases.assign(case=case, to=town.jonna)
            placed = make_placement(
                town.jonna, person=person, activity=town.activity(f"Sal {number}", town.site, 4), starts_on=today
            )
            for kind, row in (("person", person.pk), ("case", case.pk), ("placement", placed.pk)):
                self.ids[kind].append(row)
        with as_(town.jonna):
            protect(person=Person.objects.get(pk=self.ids["person"][1]), protection="marked")
        for kind in ("person", "case", "placement"):
            self.ids[kind].append(NOBODY)
        self.ids["persons"] = [[one] for one in self.ids["person"]]
        self.ids["number"] = self.numbers


@pytest.fixture
def three(town, today):
    return Three(town, today)


@pytest.fixture
def asker(town):
    """Make a colleague elsewhere, in a role, who holds the same on somebody else where the role can."""

    def make(role):
        if role == "partner":
            partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
            return make_colleague("supervisor", make_unit("site", partner))
        kind = {"social_worker": "social_service", "counsellor": "guidance"}.get(role, "labour_market")
        kind = "site" if role in ("supervisor", "site_leader") else kind
        made = make_colleague(role, make_unit(kind, town.municipality))
        if role == "consultant":
            person = make_person(town.ulla)
            with as_(town.ulla) as actor:
                case = cases.open_case(person=person, by=actor, unit=made.unit)
                cases.assign(case=case, to=made)
        return made

    return make


def said(answer, number):
    """Return a page as it was sent, but for what is new in each: its tokens and what was typed."""
    page = re.sub(r'((csrfmiddlewaretoken|once)" value="|asked=)\w+', "", text(answer))
    return answer.status_code, [status for _url, status in answer.redirect_chain], page.replace(number, "·")


def kept(event):
    return {name: value for name, value in event.items() if name not in ("id", "at")}


@pytest.mark.parametrize("role", OTHERS)
def test_who_does_not_register_people_gets_one_answer_and_leaves_one_entry(client, three, asker, role):
    sign_in(client, asker(role))
    before = Event.objects.order_by("-id").values_list("id", flat=True)[0]
    pages, asked = [], []
    for number in three.numbers:
        with CaptureQueriesContext(connection) as statements:
            pages.append(said(search(client, number), number))
        asked.append([re.sub(r"'[^']*'|\d+|x\w+", "·", one["sql"]) for one in statements])
    assert pages[0] == pages[1] == pages[2]
    assert asked[0] == asked[1] == asked[2], "the same work, so that a clock tells no more than the words"
    events = list(Event.objects.filter(id__gt=before).order_by("id").values())
    assert len(events) == 3
    assert kept(events[0]) == kept(events[1]) == kept(events[2])
    assert events[0]["verb"] == "people.find_number"


def test_who_registers_people_learns_whom_to_ask_in_the_same_words_when_protected(client, three, asker, town):
    sign_in(client, asker("social_worker"))
    known, protected, nobody = (said(search(client, number), number)[2] for number in three.numbers)
    assert known == protected
    assert town.labour.name in known
    assert "Ingen med det numret" in nobody


@pytest.mark.parametrize("role", ["social_worker", "consultant", "head_of_unit", "supervisor", "counsellor"])
def test_the_emergency_door_is_shown_to_those_who_may_use_it_alone(client, three, asker, role):
    sign_in(client, asker(role))
    door = reverse("people:emergency")
    shown = [door in text(search(client, number)) for number in three.numbers[:2]]
    assert shown == [role in RIGHTS["people.open_in_emergency"]] * 2


def test_a_household_answers_of_a_protected_person_as_of_anybody_of_that_unit(client, three, asker):
    other = asker("social_worker")
    mine = make_person(other)
    sign_in(client, other)
    sent = {"acting_as": other.pk, "given_name": "A", "family_name": "B", "role": "child", "starts_on": "2026-11-12"}
    pages = []
    for number in three.numbers[:2]:
        answer = client.post(reverse("people:household", args=[mine.pk]), {**sent, "number": number})
        assert answer.status_code == 422
        pages.append(re.sub(r'(csrfmiddlewaretoken|once)" value="\w+', "", text(answer)).replace(number, "·"))
    assert pages[0] == pages[1]


def outcome(sql, *values):
    """Ask the database as whoever acts; its answer, or its no by kind and name."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
            found = cursor.fetchall()
            # What was done is undone, so that the next is asked under the same conditions.
            transaction.set_rollback(True)
            return found
    except DatabaseError as error:
        return error.__cause__.sqlstate, error.__cause__.diag.constraint_name, str(error).partition("\n")[0]


OTHER = {"bigint": None, "date": "2026-11-12", "boolean": True, "integer": 1, "text": "en tillräckligt lång text"}
OTHER |= {"timestamp with time zone": "2026-11-12T12:00Z", "text[]": ["assistance"]}
# Opening a file in an emergency opens it: that door tells by being used, and it is the log's first line.
TOLD_BY_USE = {"people_open_in_emergency"}
REGISTER = ", NULL, 'A', 'B', '', 'none', '{}', false, ARRAY[%s])"


def doors():
    """Yield each of the database's functions that takes a person, a case, a placement or a number."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.proname, p.proargnames[1], ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) t) "
            "FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.pronargs > 0 "
            "AND has_function_privilege('trappan_app', p.oid, 'EXECUTE') AND p.prorettype <> 'trigger'::regtype"
        )
        for name, first, types in cursor.fetchall():
            kind = (first or "").removeprefix("of_")
            if kind in ("person", "persons", "case", "placement", "number") and name not in TOLD_BY_USE:
                yield name, kind, types


@pytest.mark.parametrize("role", ["social_worker", *OTHERS])
def test_no_function_of_the_database_tells_hidden_from_not_there(three, asker, role):
    actor = asker(role)
    told, tried = [], 0
    for name, kind, types in doors():
        if role == "social_worker" and kind == "number":
            continue  # registers people, and is answered
        rest = [OTHER[one] for one in types[1:]]
        sql = f"SELECT * FROM {name}({', '.join(f'%s::{one}' for one in types)})"
        with as_(actor):
            answers = [outcome(sql, given, *rest) for given in three.ids[kind]]
        tried += 1
        mask = [str(answer).replace(str(given), "·") for answer, given in zip(answers, three.ids[kind], strict=True)]
        if len(set(mask)) != 1:
            told.append((name, answers))
    assert told == []
    assert tried > 15, "the functions are still found"


@pytest.mark.parametrize("role", [*OTHERS, "auditor", "administrator"])
def test_to_register_tells_nothing_to_who_does_not_register(three, asker, role):
    """Whatever scope is asked for: also the one that the role may hold."""
    with as_(asker(role)):
        for scope in ("identity", "activity", "plan", "assistance"):
            sql = f"SELECT people_register(%s{REGISTER}"
            answers = {outcome(sql, number, scope) for number in three.numbers}
            assert {answer[1] for answer in answers} == {"role_may_not_register"}
            assert len(answers) == 1


def test_a_consultant_who_adds_a_number_to_her_own_learns_nothing(client, three, asker):
    consultant = asker("consultant")
    with as_(consultant):
        mine = Person.objects.get()
        answers = {outcome("SELECT people_add_number(%s, %s)", mine.pk, number) for number in three.numbers}
    assert {answer[1] for answer in answers} == {"role_may_not_register"}
    sign_in(client, consultant)
    page = text(client.get(reverse("people:details", args=[mine.pk])))
    assert 'name="number"' not in page
    assert "En socialsekreterare lägger till numret" in page


@pytest.mark.parametrize("role", ["social_worker", "consultant", "supervisor"])
def test_no_plan_of_a_question_tells_whether_a_number_is_there(three, asker, role):
    """EXPLAIN ANALYZE counts the rows that a policy took away: so nobody may filter by a number at all."""
    with as_(asker(role)):
        for column in ("number", "*"):
            sql = f"EXPLAIN ANALYZE SELECT {column} FROM people_number WHERE number = %s"
            assert {outcome(sql, number)[0] for number in three.numbers} == {"42501"}
        assert {str(outcome("SELECT people_numbers(%s)", one)) for one in three.ids["person"]} == {"[(None,)]"}


def test_a_page_of_somebody_hidden_is_that_of_nobody(client, three, asker):
    sign_in(client, asker("consultant"))
    for name in ("desk:person", "desk:number", "people:details", "attendance:attendance"):
        answers = [client.get(reverse(name, args=[row])) for row in three.ids["person"]]
        assert [answer.status_code for answer in answers] == [404] * 3
        strip = r'(csrfmiddlewaretoken|once)" value="\w+|/people/\d+/'
        assert len({re.sub(strip, "", text(answer)) for answer in answers}) == 1


def test_the_three_are_what_they_are_said_to_be(three):
    assert Person.objects.filter(pk__in=three.ids["person"]).count() == 2
    assert Case.objects.filter(pk__in=three.ids["case"]).count() == 2
    assert Placement.objects.filter(pk__in=three.ids["placement"]).count() == 2


# Unique columns through which a row collides with one of somebody else, and why that tells of nobody.
COLLIDES = {
    "cases_meeting.colleague_id": "that the colleague is busy then",
    "cases_case.number": "the next number is the database's to give",
    "cases_draft.owner_id": "one's own",
    "staff_listfile.membership_id": "one's own",
    "staff_subscription.membership_id": "one's own",
    "staff_subscription.digest": "drawn by chance",
    "employers_draft.owner_id": "one's own",
    "exchange_sussheet.participation_id": "of one person; without a consent it is refused before it is looked for",
    "employers_employer.municipality_id": "whoever writes an employer sees all of the municipality's",
    "agreements_ending.agreement_id": "of the same agreement, which its writer sees",
    "agreements_ending.statement_id": "of the same agreement, which its writer sees",
    "agreements_link.key": "drawn by chance",
    "agreements_link.token_digest": "of what is drawn by chance",
    "agreements_signature.link_id": "of the same agreement, which its writer sees",
    "agreements_signature.version_id": "of the same agreement, which its writer sees",
    "agreements_version.agreement_id": "of the same agreement, which its writer sees",
    "plans_wordreply.word_id": "of the same person, whose words its writer sees",
    "outcomes_followup.statement_id": "of the same exit, which its writer sees",
    "outcomes_followup.exit_id": "of the same exit, which its writer sees",
    "activities_creworder.job_id": "made in the same operation",
    "employers_departmenttarget.employer_id": "of the same department, which its writer sees",
    "employers_placequestion.workplace_id": "of the same workplace, which its writer sees",
    "employers_workplace.unit_id": "a site of the own municipality alone, whose workplaces its writer sees",
    "employers_lead.municipality_id": "whoever writes an ad sees all of the municipality's",
    "employers_opening.employer_id": "of the same employer, which its writer sees",
    "employers_opening.lead_id": "an ad of another municipality is refused before it is looked for",
    "employers_workplace.employer_id": "of the same employer, which its writer sees",
    "matching_allocationrun.organisation_id": "the own municipality's order, about no person",
    "matching_proposal.search_id": "of one person, on the team's own list",
    "matching_sentpaper.proposal_id": "of the same proposal, which its writer sees",
    "messages_outbox.key": "drawn by chance",
    "messages_outbox.reminder_id": "ordered by the database's own function alone",
    "messages_outbox.again_of_id": "sent again by the database's own function alone",
    "partnerships_agreement.municipality_id": "about no person",
    "partnerships_agreement.line": "about no person; the database's to write, of the own municipality",
    "partnerships_amendment.agreement_id": "about no person",
    "partnerships_annex.file_id": "drawn by chance",
    "partnerships_budget.agreement_id": "about no person; the policy asks for the agreement anew",
    "partnerships_decision.agreement_id": "about no person; the policy asks for the agreement anew",
    "partnerships_decisionpaper.agreement_id": "about no person; the policy asks for the agreement anew",
    "partnerships_lapse.agreement_id": "about no person; the policy asks for the agreement anew",
    "partnerships_signatory.agreement_id": "about no person; the policy asks for the agreement anew",
    "partnerships_indexation.agreement_id": "about no person; the policy asks for the agreement anew",
    "partnerships_invitation.unit_id": "an own workplace's, whose invitations its writer sees; about no person",
    "partnerships_meetingbody.meeting_id": "of the same meeting, which its writer sees; about no person",
    "partnerships_annualreport.agreement_id": "about no person; the policy asks for the agreement anew",
    "partnerships_reportstep.report_id": "of a report that its writer sees; about no person",
    "partnerships_recipient.agreement_id": "about no person; the policy asks for the agreement anew",
    "activities_activity.code": "about no person",
    "activities_activity.id": "about no person",
    "activities_activity.opening_id": "made by the database's own function alone",
    "activities_crew.activity_id": "about no person",
    "activities_picture.file_id": "drawn by chance",
    "insight_effectgoal.agreement_id": "about no person, of an agreement that the writer reads",
    "insight_extract.municipality_id": "about no person, of the writer's own municipality",
    "insight_goal.municipality_id": "about no person, of the writer's own municipality",
    "insight_goal.under_id": "about no person; another municipality's is refused all the same",
    "insight_goalresult.goal_id": "about no person; the policy asks for the goal anew",
    "insight_improvement.municipality_id": "about no person, of the writer's own municipality",
    "insight_improvement.goal_id": "about no person; the policy asks for the goal anew",
    "initiatives_initiative.municipality_id": "about no person, of the writer's own municipality",
    "initiatives_initiativepaper.initiative_id": "about no person; whoever writes one reads them all",
    "initiatives_initiative.follows_id": "about no person; another municipality's is refused all the same",
    "projects_emptymonth.municipality_id": "about no person, of the municipality that its writer coordinates",
    "projects_finalreport.project_id": "about no person, of a project that its writer leads",
    "projects_continuation.project_id": "about no person, of a project that its writer leads",
    "projects_continuation.sub_initiative_id": "of the same project; about no person",
    "projects_cooperationgoal.project_id": "about no person, of a project that its writer leads",
    "projects_evidence.goal_id": "of the same project; about no person",
    "projects_evidence.project_id": "about no person, of a project that its writer takes part in",
    "projects_gathering.project_id": "about no person, of a project that its writer takes part in",
    "projects_funding.project_id": "about no person, of a project that its writer leads",
    "projects_municipality.project_id": "about no person, of a project that its writer leads",
    "projects_project.owner_id": "about no person, of the writer's own body",
    "projects_projectpaper.project_id": "about no person, of a project that its writer leads",
    "projects_subinitiative.project_id": "about no person, of a project that its writer leads",
    "placements_cancellation.activity_id": "about no person",
    "cases_referralfile.file_id": "drawn by chance",
    "attendance_phonelist.unit_id": "about no person",
    "requirement_activityrequest.replaces_id": "of the same person: the row that is replaced is seen",
    "requirement_decision.replaces_id": "of the same person: the row that is replaced is seen",
    "requirement_exemption.replaces_id": "of the same person: the row that is replaced is seen",
}
OF_ONE_PERSON = re.compile(
    r"^(person|case|plan|placement|referral|grounds|note|corrects|evidence|moved_from|id|seat)(_id)?$"
)


def test_no_unique_column_lets_a_row_collide_with_a_hidden_one():
    """A second row of the same person, case, plan or placement: whoever writes it sees the first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.relname, (SELECT array_agg(DISTINCT m[1]) FROM regexp_matches("
            "split_part(pg_get_indexdef(x.indexrelid), ' WHERE ', 1), '[(]([a-z_]+)[,)]', 'g') m) "
            "FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid "
            "WHERE (x.indisunique OR x.indisexclusion) AND t.relrowsecurity "
            "AND has_any_column_privilege('trappan_app', t.oid, 'INSERT')"
        )
        found = cursor.fetchall()
    assert len(found) > 40
    loose = set()
    for table, columns in found:
        assert columns, table
        if not any(OF_ONE_PERSON.match(one) for one in columns) and not any(
            f"{table}.{one}" in COLLIDES for one in columns
        ):
            loose.add((table, *columns))
    assert loose == set()
