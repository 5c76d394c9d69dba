"""Agreements, what changed them, and what was checked: by whom, read by whom, and what runs out."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.partnerships.models import Agreement, Amendment, PartnerCheck
from trappan.partnerships.operations import agree, amend, check_partner
from trappan.partnerships.partners import partners
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Organisation
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(today):
    class Town:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        other = make_organisation("Navet", kind="association", basis="cooperation")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        consultant = make_colleague("consultant", head.unit)
        there = make_colleague("site_leader", make_unit("site", partner))
        elsewhere = make_colleague("site_leader", make_unit("site", other))
        abroad = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannby kommun")))

    return Town


def signed(town, **about):
    terms = {
        "organisation": town.partner,
        "name": "Vägen vidare",
        "purpose": "Platser",
        "places": 24,
        "signed_on": date(2023, 11, 20),
        "starts_on": date(2024, 1, 1),
        "ends_on": date(2027, 1, 1),
    }
    with as_(town.head) as actor:
        return agree(by=actor, **{**terms, **about})


class TestAgreements:
    @pytest.mark.requirement("R-202")
    def test_signed_widened_and_read_as_it_stands_each_day(self, town, client):
        sign_in(client, town.head)
        page = reverse("partnerships:partner", args=[town.partner.pk])
        assert "Inget avtal är nedskrivet" in client.get(page).content.decode()
        form = {
            "acting_as": town.head.pk,
            "form": "agree",
            "agree-name": "Vägen vidare",
            "agree-purpose": "Platser",
            "agree-places": "24",
            "agree-signed_on": "2023-11-20",
            "agree-starts_on": "2024-01-01",
            "agree-ends_on": "2023-01-01",
        }
        late = client.post(page, form)
        assert late.status_code == 422
        assert "sluta efter att det börjar" in late.content.decode()
        assert client.post(page, {**form, "agree-ends_on": "2026-12-31"}).status_code == 302
        agreement = Agreement.objects.get()
        name = f"amend-{agreement.pk}"
        more = {
            "acting_as": town.head.pk,
            "form": "amend",
            "row": agreement.pk,
            f"{name}-scope": "Matbutiken öppnar",
            f"{name}-places": "8",
            f"{name}-signed_on": "2024-01-15",
            f"{name}-starts_on": "2024-02-01",
        }
        assert client.post(page, {**more, f"{name}-places": "-25"}).status_code == 422
        assert client.post(page, {**more, f"{name}-starts_on": "2023-12-01"}).status_code == 422
        assert client.post(page, more).status_code == 302
        shown = client.get(page).content.decode()
        assert "Matbutiken öppnar" in shown
        assert "8 platser till" in shown
        assert "Slutar snart" in shown
        with as_(town.head):
            (one,) = partners(TODAY, town.partner.pk)
            assert [one.agreements[0].places_on(day) for day in (date(2024, 1, 31), TODAY)] == [24, 32]
            assert [soon.last_end for soon in one.ends_soon] == [date(2027, 1, 1)]
        start = client.get("/").content.decode()
        assert "Vägen vidare: sista dag" in start

    def test_extended_it_no_longer_runs_out_and_ended_it_no_longer_holds(self, town):
        agreement = signed(town)
        with as_(town.head) as actor:
            amend(
                agreement=agreement,
                today=actor.today,
                signed_on=TODAY,
                starts_on=TODAY,
                scope="Förlängs ett år",
                ends_on=date(2028, 1, 1),
            )
            (one,) = partners(TODAY, town.partner.pk)
            assert (one.ends_soon, one.places) == ([], 24)
            amend(
                agreement=one.agreements[0],
                today=actor.today,
                signed_on=TODAY,
                starts_on=TODAY,
                scope="Sägs upp",
                ends_on=TODAY,
            )
            (one,) = partners(TODAY, town.partner.pk)
            assert (one.in_force, one.places, one.ended_on) == ([], 0, TODAY)

    def test_heads_are_told_what_runs_out_and_what_has_and_not_what_is_renewed(self, town, client):
        signed(town)
        signed(town, name="Matbutiken", ends_on=None)
        sign_in(client, town.head)
        start = client.get("/").content.decode()
        assert "Vägen vidare" not in start, "the other one goes on"
        assert "Registerutdrag" in start
        with as_(town.head) as actor:
            other = Agreement.objects.get(name="Matbutiken")
            amend(agreement=other, today=actor.today, signed_on=TODAY, starts_on=TODAY, scope="Slut", ends_on=TODAY)
        start = client.get("/").content.decode().replace("\xa0", " ")
        assert "Vägen vidare: sista dag 31 december 2026" in start
        assert "Registerutdrag" in start
        shown = client.get(reverse("partnerships:partner", args=[town.partner.pk])).content.decode()
        assert shown.count("Avtalade platser i dag") == 1, "what has ended holds no places"
        signed(town, name="Vägen vidare 2", starts_on=date(2027, 1, 1), ends_on=date(2029, 1, 1))
        assert "Vägen vidare: sista" not in client.get("/").content.decode()
        set_today(date(2029, 1, 1))
        assert "Inget avtal sedan 1 januari 2029" in client.get("/").content.decode().replace("\xa0", " ")

    def test_written_down_once_and_never_fewer_places_than_none_on_any_day(self, town):
        agreement = signed(town)
        with pytest.raises(Refused, match="finns redan ett avtal"):
            signed(town)
        with as_(town.head) as actor:

            def amended(starts_on, places, scope="Platser"):
                amend(
                    agreement=agreement,
                    today=actor.today,
                    signed_on=TODAY,
                    starts_on=starts_on,
                    scope=scope,
                    places=places,
                )

            amended(TODAY, 8)
            with pytest.raises(Refused, match="redan nedskrivet"):
                amended(TODAY, 8)
            with pytest.raises(Refused, match="mindre än noll"):
                amended(date(2025, 1, 1), -30)
            amended(date(2026, 12, 1), -30, "Färre")
            with pytest.raises(Refused, match="mindre än noll"):
                amended(date(2025, 1, 1), -3)

    def test_it_is_of_now_by_whoever_wrote_it_and_an_administrator_may(self, town):
        karl = make_colleague("administrator", town.head.unit)
        with as_(karl):
            made = Agreement.objects.create(
                municipality=town.municipality,
                organisation=town.partner,
                name="x",
                purpose="x",
                places=1,
                signed_on=TODAY,
                starts_on=TODAY,
                author=town.head,
                at="2020-01-01T00:00Z",
            )
            Amendment.objects.create(agreement=made, signed_on=TODAY, starts_on=TODAY, scope="x", author=town.head)
            with pytest.raises(DatabaseError, match="no partner"), transaction.atomic():
                PartnerCheck.objects.create(
                    municipality=town.municipality, organisation=town.municipality, kind="form", seen_on=TODAY
                )
            made.refresh_from_db()
            assert (made.author_id, made.at.year) == (karl.pk, TODAY.year)
            assert Amendment.objects.get().author_id == karl.pk

    def test_a_day_to_come_and_a_body_that_is_no_partner_are_refused(self, town):
        with pytest.raises(Refused, match="har inte kommit"):
            signed(town, signed_on=TODAY + timedelta(days=1))
        with as_(town.head) as actor, pytest.raises(Refused, match="partner eller en förening"):
            agree(
                organisation=town.municipality,
                by=actor,
                name="x",
                purpose="x",
                places=1,
                signed_on=TODAY,
                starts_on=TODAY,
            )

    def test_it_stands_with_the_partner_under_its_new_name(self, town, client):
        signed(town)
        Organisation.objects.filter(pk=town.partner.pk).update(ends_on=date(2026, 1, 1))
        renamed = Organisation.objects.create(
            name="Östergötlands Stadsmission",
            kind="partner",
            basis="provider",
            succeeds=town.partner,
            starts_on=date(2026, 1, 1),
        )
        with as_(town.head):
            assert [one.organisation.name for one in partners(TODAY)] == ["Navet", renamed.name]
            assert partners(TODAY, renamed.pk)[0].places == 24
        with as_(make_colleague("site_leader", make_unit("site", renamed))):
            assert Agreement.objects.count() == 1
        sign_in(client, town.there)
        for name in (town.partner, renamed):
            own = client.get(reverse("partnerships:partner", args=[name.pk]))
            assert "Vägen vidare" in own.content.decode(), "under the old name and the new"
        assert "Vägen vidare" in client.get(reverse("partnerships:partners")).content.decode()
        assert "Navet" not in client.get(reverse("partnerships:partners")).content.decode()
        Organisation.objects.create(
            name="Stad Nya", kind="partner", basis="provider", succeeds=renamed, starts_on=TODAY + timedelta(days=1)
        )
        with as_(town.head):
            assert [one.organisation.name for one in partners(TODAY)] == ["Navet", renamed.name]

    @pytest.mark.requirement("R-177")
    def test_an_agreement_carries_the_number_of_the_decision_behind_it(self, town, client):
        signed(town, reference="KS2016-313")
        for reader in (town.head, town.there):
            sign_in(client, reader)
            page = markup(client.get(reverse("partnerships:partner", args=[town.partner.pk])))
            assert "<dt>Beslutets diarienummer</dt><dd>KS2016-313</dd>" in page

    @pytest.mark.requirement("R-072")
    def test_the_partners_page_tells_its_number_what_it_was_called_and_what_was_agreed_then(self, town, client):
        """Name, number and agreements; contacts are not kept, and sites are listed with the places."""
        signed(town)
        Organisation.objects.filter(pk=town.partner.pk).update(ends_on=date(2026, 1, 1))
        renamed = Organisation.objects.create(
            name="Östergötlands Stadsmission",
            kind="partner",
            basis="provider",
            number="802003-1234",
            succeeds=town.partner,
            starts_on=date(2026, 1, 1),
        )
        sign_in(client, town.head)
        page = markup(client.get(reverse("partnerships:partner", args=[renamed.pk])))
        for said in ("Östergötlands Stadsmission</h1>", "802003-1234", "tidigare Stadsmissionen", "Vägen vidare</h2>"):
            assert said in page, said
        other = markup(client.get(reverse("partnerships:partner", args=[town.other.pk])))
        assert "tidigare" not in other
        assert "Vägen vidare" not in other

    @pytest.mark.requirement("R-071", "R-233")
    def test_each_day_names_bodies_as_they_were_called_then(self, town):
        """The part of dated names; of partners it is read by day, and of units only the dates are kept."""
        signed(town)
        change = date(2026, 1, 1)
        Organisation.objects.filter(pk=town.partner.pk).update(ends_on=change)
        Organisation.objects.create(
            name="Östergötlands Stadsmission", kind="partner", basis="provider", succeeds=town.partner, starts_on=change
        )
        with as_(town.head):
            for day, name in ((change - timedelta(days=1), "Stadsmissionen"), (change, "Östergötlands Stadsmission")):
                called = {one.organisation.name: one.places for one in partners(day)}
                assert called == {"Navet": 0, name: 24}, day

    def test_the_municipality_under_its_new_name_changes_what_it_agreed_before(self, town):
        agreement = signed(town)
        renamed = Organisation.objects.create(
            name="Nya Ekelunda", kind="municipality", succeeds=town.municipality, starts_on=date(2026, 1, 1)
        )
        with as_(make_colleague("head_of_unit", make_unit("labour_market", renamed))) as actor:
            amend(agreement=agreement, today=actor.today, signed_on=TODAY, starts_on=TODAY, scope="Mer", places=2)
            assert partners(TODAY, town.partner.pk)[0].places == 26

    def test_read_by_both_and_by_nobody_else_and_written_by_the_municipality(self, town, client):
        agreement = signed(town)
        with as_(town.head) as actor:
            amend(agreement=agreement, today=actor.today, signed_on=TODAY, starts_on=TODAY, scope="Mer")
        for reads in (town.there, town.consultant):
            with as_(reads):
                assert (Agreement.objects.count(), Amendment.objects.count()) == (1, 1)
        for stranger in (town.elsewhere, town.abroad):
            with as_(stranger):
                assert (Agreement.objects.count(), Amendment.objects.count()) == (0, 0)
        for other in (town.there, town.consultant, town.elsewhere, town.abroad):
            with as_(other), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                Amendment.objects.create(
                    agreement_id=agreement.pk, signed_on=TODAY, starts_on=TODAY, scope="x", places=99
                )
            with as_(other), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                Agreement.objects.create(
                    municipality=town.municipality,
                    organisation=town.partner,
                    name="x",
                    purpose="x",
                    places=1,
                    signed_on=TODAY,
                    starts_on=TODAY,
                )
        with as_(town.head):
            assert Agreement.objects.update(places=99) == 0, "what is signed stands"
        page = reverse("partnerships:partner", args=[town.partner.pk])
        sign_in(client, town.there)
        shown = client.get(page).content.decode()
        assert "Vägen vidare" in shown
        assert "lämplig" not in shown
        assert '<form method="post" class="stack' not in shown
        assert client.get(reverse("partnerships:partner", args=[town.other.pk])).status_code == 404
        assert client.get(reverse("partnerships:partner", args=[town.municipality.pk])).status_code == 404
        sign_in(client, town.elsewhere)
        assert client.get(page).status_code == 404


class TestChecks:
    @pytest.mark.requirement("R-085")
    def test_each_thing_has_its_day_and_what_is_missing_is_seen(self, town, client):
        signed(town, ends_on=None)
        sign_in(client, town.head)
        page = reverse("partnerships:partner", args=[town.partner.pk])
        assert client.get(page).content.decode().count("Inte kontrollerat än") == 5
        form = {
            "acting_as": town.head.pk,
            "form": "check",
            "check-kind": "records",
            "check-seen_on": "2025-10-20",
            "check-valid_until": "2025-10-20",
            "check-note": "Visade",
        }
        assert client.post(page, form).status_code == 422
        assert client.post(page, {**form, "check-kind": "taste"}).status_code == 422
        client.post(page, {**form, "check-valid_until": "2026-10-20"})
        assert "gick ut" in client.get(page).content.decode()
        assert "Registerutdrag" in client.get("/").content.decode()
        client.post(page, {**form, "check-seen_on": "2026-11-12", "check-valid_until": ""})
        shown = client.get(page).content.decode()
        assert "gick ut" not in shown
        assert shown.count("Inte kontrollerat än") == 4
        assert PartnerCheck.objects.count() == 2, "what was seen before is kept"
        soon = {"check-kind": "insurance", "check-seen_on": "2026-01-12", "check-valid_until": "2027-01-12"}
        client.post(page, {**form, **soon})
        start = client.get("/").content.decode().replace("\xa0", " ")
        assert "ska ses över senast 12 januari 2027" in start, "in good time"

    def test_only_heads_and_administrators_of_the_own_municipality_read_and_write_them(self, town, client):
        with as_(town.head) as actor:
            check_partner(organisation=town.partner, by=actor, kind="form", seen_on=TODAY)
        cafe = make_colleague("site_leader", make_unit("site", town.municipality))
        sign_in(client, cafe)
        assert "lämplig" not in client.get(reverse("partnerships:partner", args=[town.partner.pk])).content.decode()
        assert "att se över" not in client.get(reverse("partnerships:partners")).content.decode()
        for stranger in (town.consultant, cafe, town.there, town.elsewhere, town.abroad):
            with as_(stranger):
                assert not PartnerCheck.objects.exists()
            with as_(stranger), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                PartnerCheck.objects.create(
                    municipality=town.municipality, organisation=town.partner, kind="form", seen_on=TODAY
                )


def test_the_list_asks_as_much_for_many_as_for_one(town, client, django_assert_num_queries):
    signed(town)
    sign_in(client, town.head)
    with django_assert_num_queries(13):
        client.get("/partners/")
    for number in range(5):
        more = make_organisation(f"Förening {number}", kind="association", basis="provider")
        signed(town, organisation=more, name=f"Avtal {number}")
        with as_(town.head) as actor:
            check_partner(organisation=more, by=actor, kind="form", seen_on=TODAY)
    with django_assert_num_queries(13):
        shown = client.get("/partners/").content.decode()
    assert "Avtal 4" in shown
