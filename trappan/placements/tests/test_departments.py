"""The drive for places: target, offered, used and missing by department and half-year, and who is silent."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.activities.departments import departments, halves, silent
from trappan.activities.testing import make_activity
from trappan.cases.testing import consultant_of, make_case
from trappan.employers import operations
from trappan.employers.jobs import tell, waiting
from trappan.employers.models import DepartmentTarget
from trappan.employers.testing import ask, make_coordinator, make_department, make_employer, make_officer
from trappan.placements.testing import make_placement
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
AUTUMN, SPRING = date(2026, 7, 1), date(2027, 1, 1)
PAGE = "/departments/"


class Drive:
    """Care offers five of seven places, of which two people use one each; the nursery has not answered."""

    def __init__(self, today):
        municipality = make_organisation("Provkommunen")
        self.officer, self.pelle = make_officer(), make_coordinator()
        self.site = make_unit("site", municipality)
        self.berit = make_colleague("host_manager", self.site, name="Berit Tänkt")
        self.care = make_department(self.officer, self.site, name="Vård och omsorg")
        self.nursery = make_department(self.officer, make_unit("site", municipality), name="Förskola")
        make_employer(self.officer, name="Bolaget")
        activity = make_activity("Sagolunden", self.site, places=4)
        for week in ("mån 9-12", "mån 10-13"):
            case = make_case()
            make_placement(consultant_of(case), person=case.person, activity=activity, week=week, starts_on=today)
        self.asked = ask(self.pelle, AUTUMN, self.care)
        with as_(self.pelle):
            for department, places in ((self.care, 7), (self.nursery, 3)):
                about = {"half": AUTUMN, "places": places, "decision": "KS 14 april 2026"}
                operations.set_target(employer=department.employer, **about)
        with as_(self.berit):
            for work, places in (("Måltidsbiträde", 4), ("Tvätt", 1)):
                about = {"kind": "internship", "title": work, "places": places, "weekly_minutes": 600}
                operations.offer_places(question=self.asked, today=today, **about)


@pytest.fixture
def drive(today):
    return Drive(today)


@pytest.mark.requirement("R-147")
def test_offered_used_and_missing_are_counted_by_department_and_half_year(drive, today):
    with as_(drive.pelle):
        autumn, spring = halves(departments(today), [AUTUMN, SPRING], today)
    found = {
        one.employer.name: (one.wanted, one.offered, one.used, one.missing, one.answered, one.asked)
        for one in autumn.lines
    }
    assert found == {"Förskola": (3, 0, 0, 3, 0, 1), "Vård och omsorg": (7, 5, 2, 2, 1, 1)}
    assert (autumn.wanted, autumn.offered, autumn.used, autumn.missing) == (10, 5, 2, 5)
    assert autumn.worst
    assert autumn.worst.employer.name == "Förskola"
    assert (spring.wanted, spring.offered, spring.used, spring.asked) == (0, 0, 2, 0)


def test_the_coordinator_sees_who_is_silent_and_when_their_head_is_told(client, drive, django_assert_max_num_queries):
    for day in (date(2026, 11, 12), date(2026, 12, 3), date(2026, 12, 24)):
        set_today(day)
        for row in waiting():
            tell(row)
    sign_in(client, drive.pelle)
    with django_assert_max_num_queries(19):  # seven of them open and close the transaction
        shown = text(client.get(f"{PAGE}?half=2026-07-01"))
    assert "5 platser saknas, 3 av dem hos Förskola" in shown
    assert "1 förvaltning har inte svarat" in shown
    assert "Chefen får besked 14 januari 2027" in shown
    assert "Ingen chef loggar in där: ring" in shown
    with as_(drive.pelle) as actor:
        (one,) = silent(departments(actor.today), actor.today, rules_on(actor.today))
        assert (one.employer.name, one.reminders, one.head_told_on) == ("Förskola", 0, None), "nobody to remind"
    assert "Hösten 2026: Avdelning" in " ".join(shown.split())
    assert "0 påminnelser" in shown


def test_only_the_coordinator_asks_and_sets_a_target_and_no_other_role_finds_the_page(client, drive):
    answers = {}
    roles = ("employer_officer", "host_manager", "head_of_unit", "consultant", "site_leader", "administrator")
    for role in roles:
        who = make_colleague(role, drive.pelle.unit)
        sign_in(client, who)
        answers[role] = [
            client.get(PAGE).status_code,
            client.post(PAGE, {"acting_as": who.pk, "form": "ask"}).status_code,
        ]
    assert answers == {"employer_officer": [200, 403], **{role: [403, 403] for role in roles[1:]}}
    page = reverse("activities:department", args=[drive.care.employer_id])
    stranger = make_coordinator("Grannkommunen")
    sign_in(client, stranger)
    assert client.get(page).status_code == 404
    assert "Vård och omsorg" not in text(client.get(PAGE))
    sign_in(client, drive.pelle)
    assert "Fråga inför våren 2027" in text(client.get(PAGE))
    sent = {"acting_as": drive.pelle.pk, "form": "target", "target-places": "12", "target-decision": "KS 1 december"}
    assert client.post(f"{page}?half=2027-01-01", sent).status_code == 302
    assert DepartmentTarget.objects.get(half=SPRING).places == 12
    assert client.post(f"{page}?half=2027-01-01", {**sent, "target-places": "-1"}).status_code == 422
    again = client.post(f"{page}?half=2027-01-01", {**sent, "target-places": "13"})
    assert again.status_code == 422
    assert "Någon annan har sparat" in text(again)
    client.post(PAGE, {"acting_as": drive.pelle.pk, "form": "ask"})
    assert drive.care.questions.filter(half=SPRING).exists()


@pytest.mark.requirement("R-060")
def test_a_manager_finds_on_the_desk_what_is_asked_offered_and_taken_and_whom_to_ring(
    client, drive, django_assert_max_num_queries
):
    ask(drive.pelle, SPRING, drive.care)
    sign_in(client, drive.berit)
    with django_assert_max_num_queries(19):  # seven of them open and close the transaction
        shown = text(client.get("/"))
    for words in (
        "Svara för våren 2027",
        "Måltidsbiträde, praktik",
        "Sagolunden: som mest är 2 av 4 platser tagna",
        drive.pelle.colleague.name,
        "Säkerhet",
        "Ring 112",
    ):
        assert words in shown, words
