"""A partner with a report of a year, and what is done with the stories in it."""

from datetime import timedelta

from django.urls import reverse

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.insight.testing import keep_year
from trappan.insight.views.annual_report import facts_of
from trappan.partnerships import operations
from trappan.partnerships.forms import ReportForm
from trappan.partnerships.models import AnnualReport
from trappan.partnerships.operations import Said
from trappan.partnerships.stories import told, with_consents
from trappan.partnerships.testing import make_report, make_signatory, make_signed
from trappan.placements.testing import make_placement
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY

WORDS = "Jag vågar svara i kassan nu. Förr gick jag undan."
UNTIL = TODAY + timedelta(days=100)
WROTE = {"done": "Ett kök", "learnt": "Inget", "asks": "Fler", "answers": "Chefen"}


def make_house():
    """Return a partner with a report of a year that is open, and somebody who is with its leader."""

    class House:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        director = make_colleague("director", make_unit("management", municipality))
        controller = make_colleague("controller", director.unit)
        leader = make_colleague("site_leader", make_unit("site", partner))
        other_site = make_colleague("site_leader", make_unit("site", partner))
        supervisor = make_colleague("supervisor", leader.unit)
        stranger = make_colleague("site_leader", make_unit("site", make_organisation("Navet", kind="association")))
        signs = make_colleague("site_leader", make_unit("site", partner))
        agreed = make_signed(head, director, partner, name="Hoppfull framtid", ends_on=None, notice_months=None)
        case = make_case(
            social_worker=make_colleague("social_worker", make_unit("social_service", municipality)),
            consultant=make_colleague("consultant", head.unit),
            given_name="Samira",
            family_name="Påhitt",
        )
        person = case.person
        placed = make_placement(
            case.responsible, person=person, activity=make_activity("Butik", leader.unit), starts_on=TODAY
        )

    make_signatory(House.head, House.agreed, House.signs)
    House.report = make_report(House.head, House.agreed, 2025)
    House.page = reverse("insight:annual_report", args=[House.report.pk])
    House.stories = reverse("partnerships:stories", args=[House.report.pk])
    return House


def said(ends_on=UNTIL, on=TODAY):
    return Said(on, "meeting", ends_on)


def tell(house, who=None, **about):
    """Let the leader write a story with a yes to its words alone."""
    values = {"words": WORDS, "said": said(), "places": {"words": ["annual_report"]}, "person": house.person, **about}
    with as_(who or house.leader) as actor:
        return operations.write_story(by=actor, report=house.report, **values)


def step(house, who, verb, **about):
    with as_(who):
        getattr(operations, verb)(report=house.report, today=TODAY, **about)


def write(house):
    """Let the report lack nothing but a story's consent."""
    keep_year(house.report, {"people": 130})
    with as_(house.leader):
        edition = ReportForm.begun(AnnualReport.objects.get(pk=house.report.pk))["edition"]
        operations.write_report(report=house.report, edition=edition, **WROTE)
        operations.freeze_report(report=house.report)


def send(house):
    write(house)
    hand_in(house)


def hand_in(house):
    """Let the leader finish the report and the partner's signatory sign it, which sends it."""
    step(house, house.leader, "finish_report")
    step(house, house.signs, "send_report", read=house.report.steps.latest("pk").pk)


def sign(house):
    step(house, house.director, "sign_report", read=house.report.steps.latest("pk").pk)


def deliver(house, to="board"):
    step(house, house.head, "deliver_report", to=to, whom="Nämnden", day=TODAY)


def delivered(house):
    send(house)
    sign(house)
    deliver(house)


def withdraw(who, story, part="words"):
    with as_(who):
        operations.withdraw_story(story=story, part=part)


def states(house, who):
    with as_(who):
        return [(one.state, one.words, one.name) for one in told(house.report.pk)]


def on_paper(house, who):
    with as_(who):
        found = AnnualReport.objects.select_related("agreement__organisation").get(pk=house.report.pk)
        return [(" ".join(one["words"]), one["by"]) for one in facts_of(found)["stories"]]


def agree(house, story, part, said, edition=None, who=None):
    """Let the leader write down a yes to a part, having read what the page says now, or an `edition` of it."""
    with as_(who or house.leader) as actor:
        if edition is None:
            (edition,) = [one.edition for one in with_consents(house.report.pk) if one.pk == story]
        places = ["annual_report"]
        operations.consent_to_story(by=actor, story=story, part=part, places=places, said=said, edition=edition)
