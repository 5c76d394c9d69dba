"""An activity is made by the leader of its site, or by the administrator who keeps it, and by nobody else."""

from datetime import date, time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities import operations
from trappan.activities.forms import DescribeForm
from trappan.activities.models import Activity
from trappan.activities.places import rooms
from trappan.activities.testing import make_activity
from trappan.refusals import READS_ONLY, Refused
from trappan.staff.models import Colleague, Membership, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db
FIELDS = {
    "name": "Cykelverkstaden",
    "kind": "workplace",
    "places": "4",
    "starts_on": "2026-11-16",
    "ends_on": "2027-05-31",
    "weekdays": ["mon", "tue", "wed"],
    "opens": "8",
    "closes": "15.30",
    "address": "Kulissvägen 4, Ekelunda",
    "contact": "Arbetsledaren",
    "phone": "070-1740605",
}
WORKPLACE = {"name": "Cykelverkstaden", "kind": "workplace", "places": "6", "starts_on": "2026-11-12"}


@pytest.fixture
def site(today):
    return make_unit("site", name="Hjulet")


@pytest.fixture
def lotta(site):
    return make_colleague("site_leader", site, name="Lotta Låtsasson")


@pytest.fixture
def sture(site):
    return make_colleague("administrator", make_unit("management", site.organisation))


def sent(client, who, site, **fields):
    sign_in(client, who)
    return client.post(reverse("activities:make_activity", args=[site.pk]), {"acting_as": who.pk, **FIELDS, **fields})


@pytest.mark.parametrize("maker", ["lotta", "sture"])
def test_leader_and_administrator_make_one_with_places_by_the_week_and_describe_it(client, site, maker, request):
    who = request.getfixturevalue(maker)
    answer = sent(client, who, site, **pressed("mån 9-12, ons 9-12"), places_then="2")
    made = Activity.objects.get()
    assert answer.url == reverse("activities:describe", args=[made.pk])
    assert (made.unit_id, made.code, made.opens, made.weekdays) == (site.pk, "cykelverkstaden", time(8), "mon,tue,wed")
    assert made.ends_on == date(2027, 6, 1), "the last day is inclusive"
    assert [free for _day, free in rooms([made], date(2026, 11, 16))[0].days] == [2, 4, 2]
    assert client.get(answer.url).status_code == 200
    shown = text(client.get(reverse("activities:activity", args=[made.pk])))
    for words in ("Kulissvägen 4", "openstreetmap.org", "070-1740605", "Arbetsledaren", "Ändra platserna"):
        assert words in shown, words


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "å" * 201}, "name"),
        ({"name": "Hos 19910101-2385"}, "name"),
        ({"places": "-1"}, "places"),
        ({"ends_on": "2026-11-01"}, "ends_on"),
        ({"closes": "7"}, "closes"),
        ({"opens": "åtta"}, "opens"),
        ({"weekdays": []}, "weekdays"),
        ({"starts_on": "0001-01-01"}, "starts_on"),
        ({**pressed("mån 9-12, mån 13-15"), "week-1-from": "11:00", "places_then": "2"}, "week"),
        (pressed("mån 9-12"), "places_then"),
    ],
)
def test_bad_input_is_told_at_its_field_and_what_was_typed_stays(client, site, lotta, typed, field):
    answer = sent(client, lotta, site, **typed)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert "Kulissvägen 4" in text(answer)
    assert not Activity.objects.exists()


def test_a_second_of_the_same_name_gets_a_code_of_its_own(site, lotta, today):
    with as_(lotta):
        for _each in range(3):
            operations.make_activity(unit=site, name="Hjulet", kind="workplace", places=1, starts_on=today, today=today)
    assert set(Activity.objects.values_list("code", flat=True)) == {"hjulet", "hjulet-2", "hjulet-3"}


class TestOthers:
    def others(self, site):
        grankulla = make_organisation("Grankulla kommun")
        return [
            make_colleague("site_leader", make_unit("site", site.organisation)),
            make_colleague("administrator", make_unit("management", grankulla)),
            make_colleague("supervisor", site),
            make_colleague("head_of_unit", make_unit("labour_market", site.organisation)),
        ]

    def test_make_and_describe_nothing_here_in_sql(self, site, today):
        made = make_activity(unit=site)
        for other in self.others(site):
            with as_(other):
                with pytest.raises(Refused, match=str(READS_ONLY)):
                    operations.make_activity(
                        unit=site, name="Vår", kind="workplace", places=1, starts_on=today, today=today
                    )
                changed = database.execute("UPDATE activities_activity SET address = 'x' WHERE id = %s", [made.pk])
                assert changed == 0
                with pytest.raises(DatabaseError) as no, transaction.atomic():
                    database.execute(
                        "INSERT INTO activities_capacity (activity_id, places, starts_at, ends_at, starts_on, reason) "
                        "VALUES (%s, 3, 0, 10080, %s, '')",
                        [made.pk, today],
                    )
                assert no.value.__cause__.sqlstate == "42501"

    def test_are_not_shown_the_page(self, client, site):
        for other, status in zip(self.others(site), (404, 404, 403, 403), strict=True):
            assert sent(client, other, site).status_code == status, other.role
        assert not Activity.objects.exists()


def test_an_activity_is_at_a_site_that_is_open(site, sture, today):
    office = make_unit("labour_market", site.organisation)
    about = {"name": "Hjulet", "kind": "workplace", "places": 1, "today": today}
    with as_(sture), pytest.raises(Refused, match="Aktiviteter finns på arbetsplatser"):
        operations.make_activity(unit=office, starts_on=today, **about)
    Unit.objects.filter(pk=site.pk).update(ends_on=today + timedelta(days=9))
    with as_(sture):
        with pytest.raises(Refused, match="stänger före"):
            operations.make_activity(unit=site, starts_on=today + timedelta(days=9), **about)
        operations.make_activity(unit=site, starts_on=today, **about)


def test_an_administrator_describes_a_site_that_nobody_leads_yet(client, site, sture, today):
    made = make_activity(unit=site, starts_on=today)
    with as_(sture):
        begun = DescribeForm.begun(made)
        operations.describe(activity=made, **{**begun, "description": "Lagar cyklar"})
    made.refresh_from_db()
    assert made.description == "Lagar cyklar"
    sign_in(client, sture)
    shown = text(client.get(reverse("activities:activity", args=[made.pk])))
    assert "Beskriv aktiviteten" in shown
    assert "Stäng aktiviteten för gott" not in shown, "that is the leader's"


@pytest.mark.requirement("R-141")
def test_what_one_must_know_and_drive_there_is_stated_by_whoever_leads_it(client, site, lotta):
    made = make_activity(unit=site)
    sign_in(client, lotta)
    address = reverse("activities:describe", args=[made.pk])
    begun = {
        "acting_as": lotta.pk,
        "description": "Kör ut",
        "edition": client.get(address).context["form"]["edition"].value(),
    }
    refused = client.post(address, {**begun, "languages_asked": "199101012385", "licence": "Z"})
    assert {"languages_asked", "licence"} <= set(refused.context["form"].errors)
    assert client.post(address, {**begun, "languages_asked": "Svenska, engelska", "licence": "B"}).status_code == 302
    made.refresh_from_db()
    assert (made.languages_asked, made.licence) == (["svenska", "engelska"], "B")
    shown = text(client.get(reverse("activities:activity", args=[made.pk])))
    for words in ("Språk som man måste kunna där", "svenska, engelska", "Körkort som man måste ha där", "B, personbil"):
        assert words in shown


class TestANewWorkplace:
    @pytest.fixture
    def unit(self, site):
        return make_unit("labour_market", site.organisation, name="Enhet Öster")

    def post(self, client, sture, unit, **fields):
        sign_in(client, sture)
        fields = {"acting_as": sture.pk, **WORKPLACE, "parent": unit.pk, **fields}
        return client.post(reverse("activities:make_workplace"), fields)

    def test_with_activity_and_leader_in_one_form(self, client, sture, unit):
        tor = make_colleague("supervisor", make_unit("site", unit.organisation))
        answer = self.post(client, sture, unit, leader=tor.colleague_id)
        made = Unit.objects.get(name="Cykelverkstaden")
        assert answer.url == reverse("staff:unit", args=[made.pk])
        assert (made.kind, made.regime, made.parent_id) == ("site", "28", unit.pk)
        assert Activity.objects.get(unit=made).places == 6
        leads = Membership.objects.get(unit=made)
        assert (leads.role, leads.confirmed_at) == ("site_leader", None)
        karin = make_colleague("head_of_unit", unit)
        sign_in(client, karin)
        client.post(reverse("staff:confirm", args=[leads.pk]), {"acting_as": karin.pk})
        leads.refresh_from_db()
        assert leads.confirmed_by_id == karin.pk

    def test_with_a_leader_who_is_new(self, client, sture, unit):
        who = {"given_name": "Nora", "family_name": "Påhitt", "email": "nora@ekelunda.example"}
        self.post(client, sture, unit, **who)
        assert Membership.objects.get(unit__name="Cykelverkstaden").colleague.name == "Nora Påhitt"

    @pytest.mark.parametrize(("first", "said"), [("2026-11-12", "Ingen leder den"), ("2026-11-16", "Öppnar 16 nov")])
    def test_without_a_leader_it_is_told_of_before_it_opens(self, client, sture, unit, first, said):
        self.post(client, sture, unit, starts_on=first)
        start = text(client.get("/"))
        assert "Arbetsplatser som ingen leder" in start
        assert "Cykelverkstaden" in start
        assert said in start
        tree = text(client.get(reverse("staff:organisation"), {"day": first}))
        assert ("ingen leder" in tree) is (first == "2026-11-12"), "the tree says it of today"

    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"parent": ""}, "parent"),
            ({"email": "nora@ekelunda.example"}, "given_name"),
            ({"given_name": "Nora", "family_name": "Påhitt", "email": "inte en adress"}, "email"),
            ({"name": " "}, "name"),
            ({"places": "många"}, "places"),
        ],
    )
    def test_bad_input_makes_nothing_of_the_three(self, client, sture, unit, typed, field):
        before = Colleague.objects.count()
        answer = self.post(client, sture, unit, **typed)
        assert answer.status_code == 422
        assert answer.context["form"].errors[field]
        assert not Unit.objects.filter(name="Cykelverkstaden").exists()
        assert (Activity.objects.count(), Colleague.objects.count()) == (0, before)

    def test_a_known_address_takes_all_of_it_back(self, client, sture, unit):
        who = {"given_name": "Nora", "family_name": "Påhitt", "email": sture.colleague.email.upper()}
        answer = self.post(client, sture, unit, **who)
        assert "Någon har redan den adressen" in text(answer)
        assert not Unit.objects.filter(name="Cykelverkstaden").exists()
        assert not Activity.objects.exists()
