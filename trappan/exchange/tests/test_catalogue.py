"""A catalogue that is seeded by file, described by those who lead it, and read by those who look for a place."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan.activities.models import Activity
from trappan.cases.testing import make_case
from trappan.exchange.testing import run
from trappan.partnerships.operations import agree
from trappan.people.operations import give_consent
from trappan.placements.testing import offer
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Organisation, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NOTHING = ("staff", "people", "support_months", "cases", "placements", "attendance", "steps", "exits")
UNITS = "code;name;kind;organisation;organisation_kind\n"
ACTIVITIES = "code;name;unit;kind;places;weekdays;starts_on\n"


def seed(folder, units, activities):
    """Take in an extract of nothing but units and activities."""
    extract = folder(units=UNITS + units, activities=ACTIVITIES + activities)
    for name in NOTHING:
        (extract / f"{name}.csv").unlink()
    answer, status = run(extract)
    assert status == 0, answer


def described(client, activity, **about):
    """Let the leader of its site say what it holds, on the page; return what a consultant then reads."""
    leader = make_colleague("site_leader", activity.unit)
    sign_in(client, leader)
    form = {"acting_as": leader.pk, "description": "Här arbetar vi tillsammans", **about}
    assert client.post(reverse("activities:describe", args=[activity.pk]), form).status_code == 302
    sign_in(client, make_colleague("consultant"))
    return markup(client.get(reverse("activities:activity", args=[activity.pk])))


@pytest.mark.parametrize(
    ("name", "about", "facts"),
    [
        pytest.param(
            "Drivbänk odling",
            {"branch": "garden", "trains": "Så, gallra, skörda", "season_from": "3", "season_to": "10"},
            ["Bransch Odling och trädgård", "Vad man tränar Så, gallra, skörda", "Säsong mars–oktober"],
            marks=pytest.mark.requirement("R-090"),
        ),
        pytest.param(
            "Växtcentrum",
            {"branch": "garden", "trains": "Plantera om", "season_from": "1", "season_to": "12"},
            ["Bransch Odling och trädgård", "Vad man tränar Plantera om", "Säsong januari–december"],
            marks=pytest.mark.requirement("R-091"),
        ),
        pytest.param(
            "Café Vidingsjö",
            {"branch": "restaurant", "trains": "Ta betalt", "environment": "business"},
            ["Bransch Restaurang och café", "Vad man tränar Ta betalt", "Som ett företag med kunder"],
            marks=pytest.mark.requirement("R-092"),
        ),
    ],
)
def test_an_activity_from_a_file_has_its_places_days_and_what_it_holds(folder, client, name, about, facts):
    """Tags, season, open days and places; of hours the catalogue holds only the days."""
    seed(folder, "drivan;Drivan;site;Ekelunda kommun;\n", f"a1;{name};drivan;workplace;12;tue,sat;2021-01-01\n")
    activity = Activity.objects.get(name=name)
    shown = described(client, activity, **about)
    assert name in shown
    plain = " ".join(shown.replace("</dt><dd>", " ").split())
    for fact in facts:
        assert fact in plain, fact
    assert "0 av 12 upptagna" in plain
    assert 'data-label="Lör">12<' in shown
    assert 'data-label="Mån"' not in shown, "it is not open on Mondays"


@pytest.mark.requirement("R-073")
def test_a_partners_site_has_branch_challenge_places_and_days(folder, client):
    seed(
        folder,
        "butik;Butiken;site;Östergötlands Stadsmission;partner\n",
        "sh;Second hand;butik;workplace;6;mon,wed;2021-01-01\n",
    )
    shop = Activity.objects.get()
    assert shop.unit.organisation.kind == Organisation.Kind.PARTNER
    shown = described(client, shop, branch="retail", challenge="2")
    for said in ("Östergötlands Stadsmission", "<dd>Butik och second hand</dd>", "<dd>2 av 5</dd>", "0 av 6 upptagna"):
        assert said in shown, said
    assert [day for day in ("Mån", "Tis", "Ons") if f'data-label="{day}">6<' in shown] == ["Mån", "Ons"]


@pytest.mark.requirement("R-074")
def test_a_site_opens_in_the_middle_of_an_agreement_and_grows(folder, client):
    partner = make_organisation("Östergötlands Stadsmission", kind="partner", basis="cooperation")
    head = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Ekelunda kommun")))
    with as_(head) as actor:
        agree(
            organisation=partner,
            by=actor,
            name="Vägen vidare",
            purpose="Platser",
            places=8,
            signed_on=date(2024, 1, 1),
            starts_on=date(2024, 1, 1),
        )
    opens = TODAY + timedelta(days=14)
    seed(
        folder,
        "mat;Matmissionen i Skäggetorp;site;Östergötlands Stadsmission;partner\n",
        f"mm;Matmissionen;mat;workplace;1;;{opens}\n",
    )
    shop = Activity.objects.get()
    assert Unit.objects.get(code="mat").organisation == partner, "the partner who has the agreement"
    first, second = make_case(), make_case()
    for case in (first, second):
        with as_(case.responsible):
            give_consent(
                person=case.person, organisation=partner, parts=["placement"], given_how="paper", starts_on=TODAY
            )
    with pytest.raises(Refused, match="inte öppen"):
        offer(first, shop, starts_on=opens - timedelta(days=1))
    offer(first, shop, starts_on=opens)
    with pytest.raises(Refused, match="ingen ledig plats"):
        offer(second, shop, starts_on=opens)
    set_today(opens)
    leader = make_colleague("site_leader", shop.unit)
    sign_in(client, leader)
    more = {
        "acting_as": leader.pk,
        "form": "places",
        "places-places": 2,
        "places-starts_on": str(opens),
        "places-reason": "Fler kunder",
    }
    assert client.post(reverse("activities:activity", args=[shop.pk]), more).status_code == 302
    offer(second, shop, starts_on=opens)
    sign_in(client, make_colleague("consultant"))
    assert "2 av 2 upptagna" in markup(client.get(reverse("activities:activity", args=[shop.pk])))
