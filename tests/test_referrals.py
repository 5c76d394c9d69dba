"""Referrals beside the plan: asked, taken on, ended, and read by few."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan.cases import operations
from trappan.cases.models import Referral
from trappan.cases.testing import make_case
from trappan.people.models import Grant, Person
from trappan.plans.models import Mapping
from trappan.plans.testing import make_mapping
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


FRIDAY = date(2026, 11, 13)


@pytest.fixture
def case(today):
    return make_case()


class TestReferrals:
    @pytest.fixture
    def guidance(self, today):
        return make_unit("guidance")

    @pytest.fixture
    def sven(self, guidance):
        return make_colleague("counsellor", guidance)

    def refer(self, case, unit, **other):
        with as_(case.responsible):
            return operations.refer(case=case, unit=unit, purpose="Validera betyg", **other)

    @pytest.mark.requirement("R-009")
    def test_asked_taken_on_and_ended_and_then_out_of_sight(self, client, case, guidance, sven):
        make_mapping(case)
        referral = self.refer(case, guidance)
        sign_in(client, sven)
        assert "Remisser att ta emot" in client.get("/").content.decode()
        url = reverse("cases:referral", args=[referral.pk])
        client.post(url, {"acting_as": sven.pk, "form": "take_on"})
        empty = client.post(url, {"acting_as": sven.pk, "form": "end", "end-end": "done", "end-result": ""})
        assert empty.status_code == 422
        with as_(sven):
            assert Person.objects.filter(pk=case.person_id).exists()
            assert not Mapping.objects.exists(), "the kartläggning is not theirs"
        client.post(url, {"acting_as": sven.pk, "form": "end", "end-end": "done", "end-result": "Komvux"})
        with as_(sven):
            assert not Person.objects.filter(pk=case.person_id).exists()
            assert not Referral.objects.exists()
        assert client.get(url).status_code == 404
        sign_in(client, case.responsible)
        page = client.get(reverse("cases:referrals", args=[case.pk])).content.decode()
        assert "Komvux" in page

    def test_of_an_instrument_only_name_day_and_conclusion(self, client, case, today):
        unit = make_unit("occupational_therapy")
        therapist = make_colleague("occupational_therapist", unit)
        referral = self.refer(case, unit)
        sign_in(client, therapist)
        url = reverse("cases:referral", args=[referral.pk])
        client.post(url, {"acting_as": therapist.pk, "form": "take_on"})
        form = {
            "acting_as": therapist.pk,
            "form": "assess",
            "assess-instrument": "DOA",
            "assess-instrument_on": "2026-11-12",
            "assess-conclusion": "Klarar stående arbete.",
        }
        late = client.post(url, {**form, "assess-instrument_on": "2026-11-13"})
        assert "efter i dag" in late.content.decode()
        client.post(url, form)
        referral.refresh_from_db()
        assert (referral.instrument, referral.conclusion) == ("DOA", "Klarar stående arbete.")

    @pytest.mark.requirement("R-044")
    def test_a_counsellor_has_what_is_asked_of_guidance_and_no_more_of_the_file(self, client, case, guidance, sven):
        """The own insats and what came of it; what is written in it is trappan/cases/tests/test_referral_work.py's."""
        make_mapping(case, own_words="Jag vill bli snickare")
        referral = self.refer(case, guidance)
        url = reverse("cases:referral", args=[referral.pk])
        twin = make_colleague("counsellor", make_unit("guidance"))
        sign_in(client, twin)
        assert "Remisser att ta emot" not in client.get("/").content.decode()
        assert client.get(url).status_code == 404, "another unit's guidance"
        sign_in(client, sven)
        assert "Validera betyg" in client.get(url).content.decode()
        client.post(url, {"acting_as": sven.pk, "form": "take_on"})
        referral.refresh_from_db()
        assert (referral.responsible_id, referral.starts_on) == (sven.pk, FRIDAY - timedelta(days=1))
        assert "Jag vill bli snickare" not in client.get(reverse("desk:person", args=[case.person_id])).content.decode()
        for name, key in (("plans:plan", case.pk), ("plans:mapping", case.pk), ("cases:journal", case.pk)):
            assert client.get(reverse(name, args=[key])).status_code == 403, name
        told = {"acting_as": sven.pk, "form": "end", "end-end": "done", "end-result": "Komvux, start i januari"}
        assert client.post(url, told).status_code == 302
        sign_in(client, case.responsible)
        page = markup(client.get(reverse("cases:referrals", args=[case.pk])))
        assert "Komvux, start i januari" in page
        assert sven.colleague.name in page

    @pytest.mark.requirement("R-045")
    def test_what_a_therapist_concluded_is_read_by_the_consultant_and_few_others(self, client, case, today):
        """Instrument, day and conclusion; own words and files have tests of their own in the room."""
        unit = make_unit("occupational_therapy")
        therapist = make_colleague("occupational_therapist", unit)
        referral = self.refer(case, unit)
        url = reverse("cases:referral", args=[referral.pk])
        sign_in(client, therapist)
        client.post(url, {"acting_as": therapist.pk, "form": "take_on"})
        said = {
            "acting_as": therapist.pk,
            "form": "assess",
            "assess-instrument": "DOA",
            "assess-instrument_on": "2026-11-10",
            "assess-conclusion": "Klarar stående arbete.",
        }
        for missing in ("assess-instrument", "assess-instrument_on", "assess-conclusion"):
            assert client.post(url, {**said, missing: ""}).status_code == 422, missing
        assert client.post(url, said).status_code == 302
        sign_in(client, case.responsible)
        page = markup(client.get(reverse("cases:referrals", args=[case.pk]))).replace("\u00a0", " ")
        assert "DOA 10 november 2026: Klarar stående arbete." in page
        strangers = (
            make_colleague("occupational_therapist", make_unit("occupational_therapy")),
            make_colleague("counsellor", make_unit("guidance")),
            make_colleague("consultant", case.unit),
            make_colleague("supervisor", make_unit("site")),
        )
        for stranger in strangers:
            with as_(stranger):
                assert not Referral.objects.exists(), stranger.role
            sign_in(client, stranger)
            assert client.get(url).status_code in (403, 404), stranger.role

    def test_a_protected_person_is_referred_to_a_name(self, guidance, sven):
        case = make_case(protection="marked")
        with pytest.raises(Refused, match="namngiven kollega"):
            self.refer(case, guidance)
        self.refer(case, guidance, responsible=sven)
        assert not Grant.objects.filter(basis="referral", unit__isnull=False).exists()
        with as_(sven):
            assert Person.objects.filter(pk=case.person_id).exists()
        with as_(make_colleague("counsellor", guidance)):
            assert not Person.objects.filter(pk=case.person_id).exists()
            assert not Referral.objects.exists()

    def test_twice_to_the_same_unit_and_a_stranger_there(self, case, guidance, sven):
        self.refer(case, guidance)
        with pytest.raises(Refused, match="redan en remiss"):
            self.refer(case, guidance)
        stranger = make_colleague("counsellor", make_unit("guidance"))
        with pytest.raises(Refused, match="annan enhet"):
            self.refer(case, make_unit("occupational_therapy"), responsible=stranger)

    def test_two_who_take_on_at_once_one_gets_it(self, case, guidance, sven):
        referral = self.refer(case, guidance)
        other = make_colleague("counsellor", guidance)
        with as_(sven) as actor:
            operations.take_on(referral=referral, by=actor)
        with as_(other) as actor, pytest.raises(Refused, match="redan tagit emot"):
            operations.take_on(referral=referral, by=actor)
