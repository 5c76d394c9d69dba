"""A partner's coordinator sees the own workplaces together, in numbers, what is agreed and which days come."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from trappan import database
from trappan.activities.testing import make_activity
from trappan.attendance.operations import record_attendance
from trappan.attendance.testing import put
from trappan.cases.testing import consultant_of, make_case
from trappan.partnerships import operations as partnerships
from trappan.partnerships.testing import make_meeting, make_signed
from trappan.people.operations import protect
from trappan.placements.testing import make_placement
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/own-house/"
SOON = TODAY + timedelta(days=14)


@pytest.fixture
def house(today):
    """A partner with two workplaces under one head, and a workplace of another partner."""
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    municipality = make_organisation("Provkommunen")
    head = make_colleague("head_of_unit", make_unit(organisation=municipality), name="Karin Skissberg")
    site, second = (make_unit("site", partner, name=name, parent=head.unit) for name in ("Second hand", "Matbutiken"))
    other = make_unit("site", make_organisation("Navet", kind="association", basis="provider"), name="Navets syrum")
    return SimpleNamespace(
        head=head,
        director=make_colleague("director", make_unit("management", municipality)),
        partner=partner,
        coordinator=make_colleague("site_leader", site, name="Milo Mönsterlund"),
        supervisor=make_colleague("supervisor", second, name="Sara Sömn"),
        stranger=make_colleague("site_leader", other),
        shop=make_activity("Mataffären", second, places=5),
        sewing=make_activity("Sömnad", other),
    )


def told(who, within=28):
    """Return the numbers of each workplace, by its name."""
    with as_(who):
        rows = database.query(
            "SELECT u.name, h.* FROM attendance_in_house(%s) h JOIN staff_unit u ON u.id = h.unit_id", [within]
        )
    return {one.name: (one.expected, one.marked, one.unfinished, one.starts, one.ends) for one in rows}


@pytest.mark.requirement("R-051")
def test_the_own_workplaces_together_and_nobody_by_name(house, client):
    here, ends, comes = make_case(), make_case(), make_case()
    first = put(here, house.shop, "tor 9-12, fre 9-12")
    put(ends, house.shop, "tor 9-12", ends_on=SOON)
    put(comes, house.shop, "mån 9-12", starts_on=SOON)
    put(make_case(), house.sewing, "tor 9-12")
    with as_(house.supervisor) as actor:
        record_attendance(placement=first, day=TODAY, by=actor, mark="present")
    assert told(house.coordinator) == {"Matbutiken": (2, 1, 0, 1, 1), "Second hand": (0, 0, 0, 0, 0)}
    assert told(house.coordinator, within=13)["Matbutiken"][3:] == (0, 0)
    set_today(TODAY + timedelta(days=2))
    assert told(house.coordinator)["Matbutiken"][:3] == (0, 0, 2)
    sign_in(client, house.coordinator)
    page = markup(client.get(PAGE))
    assert "2 dagar" in page
    assert "1 börjar, 1 slutar" in page
    assert "upptaget 2 av 5, ledigt 3" in page, "who comes later takes none yet"
    for shown in ("Matbutiken", "Second hand", "Sara Sömn, Handledare", "Karin Skissberg"):
        assert shown in page
    for hidden in (here.person.name, here.person.given_name, "Sömnad", "Navets syrum"):
        assert hidden not in page


@pytest.mark.parametrize("others", [0, 3])
def test_a_protected_person_moves_no_number_of_days(house, others):
    case = make_case()
    with as_(case.responsible):
        protect(person=case.person, protection="marked")
    named = {"supervisor": house.supervisor, "decision": "Prövat mot hotbilden"}
    make_placement(consultant_of(case), person=case.person, activity=house.shop, starts_on=TODAY, **named)
    for _one in range(others):
        put(make_case(), house.shop, "tor 9-12")
    assert told(house.coordinator)["Matbutiken"][:3] == (others, 0, 0)


def test_nobody_else_is_told(house, client):
    put(make_case(), house.shop, "tor 9-12")
    assert "Matbutiken" not in told(house.stranger)
    own = make_colleague("site_leader", make_unit("site"))
    for who in (house.supervisor, house.head, house.director, own, make_colleague("administrator")):
        assert told(who) == {}
    sign_in(client, own)
    assert client.get(PAGE).status_code == 404
    assert PAGE not in markup(client.get("/places/")), "nor in the menu"
    for who in (house.supervisor, house.head):
        sign_in(client, who)
        assert client.get(PAGE).status_code == 403
    sign_in(client, house.stranger)
    assert "Matbutiken" not in markup(client.get(PAGE))


@pytest.mark.requirement("R-072")
def test_the_agreement_its_days_its_meetings_and_what_one_has_said_that_one_does(house, client):
    sign_in(client, house.coordinator)
    assert "Inget avtal gäller" in markup(client.get(PAGE))
    agreed = make_signed(house.head, house.director, house.partner, name="Hoppfull framtid", evaluate_on=SOON)
    draft = make_signed(house.head, house.director, house.partner, name="Vilande", starts_on=date(2019, 1, 1))
    with as_(house.head):
        about = {"agreement": draft, "starts_on": SOON, "scope": "Hemligt tillägg"}
        partnerships.draft_amendment(**about)
    met = make_meeting(house.head, agreement=agreed, held_on=SOON, name="Styrgrupp i november")
    make_meeting(house.head, name="Någon annans möte", held_on=SOON)
    with as_(house.head):
        partnerships.agree_action(meeting=met, text="Lista handledare", due_on=SOON, owner=house.coordinator)
    page = markup(client.get(PAGE))
    for shown in ("Hoppfull framtid", "Ska utvärderas", "Sista dag att säga upp", "Styrgrupp i november", "6 månader"):
        assert shown in page
    assert "Lista handledare" in page
    assert f"/partners/agreements/{agreed.pk}/" in page
    assert "Någon annans möte" not in page
    assert "Hemligt tillägg" not in page


def test_few_questions_however_many(house, client, django_assert_max_num_queries):
    make_signed(house.head, house.director, house.partner)
    sign_in(client, house.coordinator)
    client.get(PAGE)
    with django_assert_max_num_queries(16) as few:  # four of them open and close the transaction
        client.get(PAGE)
    for _number in range(3):
        site = make_unit("site", house.partner, parent=house.head.unit)
        put(make_case(), make_activity(unit=site), "tor 9-12", ends_on=date(2027, 1, 1))
        make_signed(house.head, house.director, house.partner)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(PAGE)
