"""A yes from an employer leads on: to a placement at the activity that the opening makes, and to its agreement."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from trappan import database
from trappan.activities.models import Activity
from trappan.agreements.testing import sign_all
from trappan.employers.testing import make_department, make_opening
from trappan.matching import operations
from trappan.matching.models import Proposal
from trappan.matching.paper import paper_for
from trappan.matching.testing import make_search
from trappan.placements import operations as placements
from trappan.placements.models import Placement, Session
from trappan.refusals import Refused
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in, text
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db
WEEK = "mån 9-15, tis 9-15, ons 9-15, tor 9-15"


@pytest.fixture
def handed(handed):
    """Also a site of the team's own, for those who are at employers, and somebody who works there."""
    handed.at_employers = make_unit("site", handed.town.municipality, parent=handed.team)
    handed.signe = make_colleague("supervisor", handed.at_employers)
    return handed


def accepted(handed, opening, case=None):
    """Let somebody be asked about an opening, be sent and get a yes."""
    search = make_search(handed.jonna, case or handed.case, handed.team)
    with as_(handed.linnea) as actor:
        made = operations.ask_person(search=search, opening=opening, today=actor.today)
        operations.answer_as_person(proposal=made, willing=True, today=actor.today)
        made = Proposal.objects.select_related("opening__employer", "person").get(pk=made.pk)
        shown = paper_for(made, actor).edition
        operations.send_proposal(proposal=made, by=actor, sent_how="phone", shown=shown)
        operations.tell_outcome(proposal=made, accepted=True, today=actor.today)
    return made


def place(handed, proposal, **about):
    with as_(handed.jonna) as actor:
        fields = {"week": read_week(WEEK), "starts_on": actor.today, "aim": "Prova köket", **about}
        return operations.place_at_opening(proposal=proposal, **fields)


@pytest.mark.requirement("R-017")
def test_a_yes_leads_to_a_placement_at_what_the_opening_makes_and_on_to_its_agreement(handed, client, today):
    opening = make_opening(handed.linnea, kind="work_trial", title="Köksbiträde", week=WEEK, tasks="Disk och sallad")
    made = accepted(handed, opening)
    sign_in(client, handed.jonna)
    page = client.get(reverse("matching:proposal", args=[made.person_id, made.pk]))
    door = reverse("matching:place", args=[made.person_id, made.pk])
    assert door in page.content.decode()
    form = client.get(door).context["form"]
    assert str(form.initial["week"]) == str(opening.hours), "days and times begin as the opening's"
    sent = {**pressed(WEEK), "starts_on": str(today), "aim": "Prova köket", "acting_as": handed.jonna.pk}
    answer = client.post(door, sent, follow=True)
    placement = Placement.objects.get(person=handed.person)
    assert answer.redirect_chain[-1][0] == reverse("agreements:write", args=[placement.pk])
    begins = answer.context["form"].initial
    assert (begins["workplace"], begins["form"], begins["tasks"]) == (
        opening.workplace_id,
        "work_trial",
        "Disk och sallad",
    )
    assert placement.agreed, "the employer has answered"
    assert placement.waits_from == today, "and nobody begins before all three have signed"
    assert (placement.activity.opening_id, placement.activity.kind) == (opening.pk, "workplace")
    assert placement.unit_id == handed.at_employers.pk
    sign_in(client, handed.jonna)
    assert "Köksbiträde" not in text(client.get(reverse("activities:activities"))), "it is in no catalogue"
    assert "Placeringen" in text(client.get(reverse("matching:proposal", args=[made.person_id, made.pk])))
    sign_in(client, handed.signe)
    assert handed.person.given_name in text(client.get("/here/"))


@pytest.mark.requirement("R-084")
def test_where_the_workplace_is_an_own_site_the_person_is_there(handed):
    workplace = make_department(handed.linnea, handed.town.site)
    opening = make_opening(
        handed.linnea, employer=workplace.employer, workplace=workplace, kind="internship", week=WEEK
    )
    assert place(handed, accepted(handed, opening)).unit_id == handed.town.site.pk


def test_two_at_one_opening_share_its_activity_and_one_more_has_no_yes(handed):
    opening = make_opening(handed.linnea, kind="internship", places=2, week=WEEK)
    one, two = accepted(handed, opening), accepted(handed, opening, handed.opened())
    there = {place(handed, made).activity_id for made in (one, two)}
    assert len(there) == 1
    third = handed.opened()
    with as_(handed.jonna) as actor, pytest.raises(Refused, match="sagt ja"):
        placements.propose(
            person=third.person,
            activity=Activity.objects.get(opening=opening),
            week=read_week("fre 9-12"),
            starts_on=actor.today,
        )


@pytest.mark.requirement("R-016")
def test_without_a_yes_at_a_job_and_without_a_site_nobody_is_placed(handed):
    asked = make_search(handed.jonna, handed.opened(), handed.team)
    with as_(handed.linnea) as actor:
        opening = make_opening(handed.linnea, kind="internship", week=WEEK)
        waiting = operations.ask_person(search=asked, opening=opening, today=actor.today)
    with pytest.raises(Refused, match="sagt ja"):
        place(handed, waiting)
    with pytest.raises(Refused, match="ett jobb"):
        place(handed, accepted(handed, make_opening(handed.linnea, kind="job", week=WEEK), handed.opened()))
    database.execute("UPDATE staff_unit SET ends_on = today() WHERE id = %s", [handed.at_employers.pk])
    with pytest.raises(Refused, match="arbetsplats under arbetsgivarteamet"):
        place(handed, accepted(handed, opening, handed.opened()))


def test_another_consultant_with_the_same_right_makes_nothing_of_a_yes(handed, client):
    opening = make_opening(handed.linnea, kind="internship", week=WEEK)
    made = accepted(handed, opening)
    stranger = make_colleague("consultant", make_unit("labour_market", handed.town.municipality))
    for actor in (stranger, handed.linnea, handed.signe):
        with as_(actor), pytest.raises(Exception, match="no yes"), transaction.atomic():
            database.value("matching_make_activity", made.pk)
    sign_in(client, stranger)
    assert client.get(reverse("matching:place", args=[made.person_id, made.pk])).status_code == 404
    placement = place(handed, made)
    for actor in (stranger, handed.jonna):
        with as_(actor), pytest.raises(Exception, match="no yes"), transaction.atomic():
            database.execute("SELECT matching_agree_placement(%s)", [placement.pk])
    assert not Activity.objects.filter(opening=opening).exclude(pk=placement.activity_id).exists()


def test_signed_by_all_the_days_are_there(handed, today):
    from trappan.agreements.testing import make_agreement
    from trappan.employers import operations as employers

    opening = make_opening(handed.linnea, kind="internship", week=WEEK)
    placement = place(handed, accepted(handed, opening), ends_on=today + timedelta(days=60))
    with as_(handed.linnea):
        vera = employers.make_contact(employer=opening.employer, name="Vera Diktare")
    with as_(handed.jonna):
        waiting = set(Session.objects.filter(placement=placement).values_list("state", flat=True))
    agreement = make_agreement(handed.jonna, placement, (opening.workplace, vera), form="internship")
    sign_all(handed.jonna, agreement)
    with as_(handed.jonna):
        signed = set(Session.objects.filter(placement=placement).values_list("state", flat=True))
    assert waiting == {"unsigned"}
    assert "held" in signed
    assert "unsigned" not in signed
