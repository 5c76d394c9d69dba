"""Ads as leads: what is kept of one, the same again, alike, run out, put aside, and agreed with the employer."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.employers import operations
from trappan.employers.ads import MOST, read_ads
from trappan.employers.models import Lead, Opening
from trappan.employers.testing import NUMBER, make_employer, make_officer
from trappan.refusals import Refused
from trappan.rules.models import Concept, ConceptLink
from trappan.rules.operations import load_taxonomy
from trappan.rules.taxonomy import read_taxonomy
from trappan.rules.testing import make_concept
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db
NEW = "Nytt_abc_123"  # an id of the taxonomy's form that is in no file of ours
DATA = Path(__file__).parents[4] / "shared" / "data"
needs_ads = pytest.mark.skipif(not DATA.is_dir(), reason="the folder with public ads is not on this machine")


@pytest.fixture
def linnea(today):
    return make_officer()


def ad(number="1", **fields):
    """Return an ad as JobSearch writes it, of an occupation that nobody knows."""
    about = {
        "id": number,
        "headline": "Diskare till lunchkök",
        "employer": {"name": "Matlaget AB", "organization_number": NUMBER},
        "occupation": {"concept_id": "yrke", "label": "Diskare"},
        "occupation_group": {"concept_id": "grupp", "label": "Restaurangbiträden"},
        "workplace_address": {"municipality": "Ekelunda"},
        "application_deadline": "2026-12-24T23:59:59",
        "webpage_url": "https://arbetsformedlingen.se/platsbanken/annonser/1",
        "description": {"text": "Vi söker en diskare."},
    }
    return {**about, **fields}


def read(*ads):
    return read_ads(json.dumps({"hits": ads}).encode())[0]


def bring(officer, *ads):
    with as_(officer) as actor:
        return dict(+operations.import_ads(by=actor, ads=read(*ads)))


class TestTheOccupation:
    def test_is_found_by_id_else_by_name_else_by_group_and_an_unknown_one_is_kept_as_such(self, linnea):
        group = make_concept("Restaurangbiträden", kind="group", id="grupp", code="9412")
        washer = make_concept("Diskare/Diskplockare", group=group)
        make_concept("Kock", id="kock")
        ended = make_concept("Kallskänka", id="gammal", ended_on=date(2024, 1, 1))
        Concept.objects.filter(pk=ended.pk).update(replaced_by=washer)
        names = {
            "1": {"concept_id": "kock", "label": "Vad som helst"},
            "2": {"concept_id": "annan", "label": "diskplockare"},
            "3": {"concept_id": "tredje", "label": "Grytvaktare"},
            "4": {"concept_id": "gammal", "label": "Kallskänka"},
        }
        bring(linnea, *(ad(number, headline=number, occupation=one) for number, one in names.items()))
        bring(
            linnea,
            ad("5", headline="5", occupation={"concept_id": NEW, "label": "Drönarputsare"}, occupation_group=None),
        )
        with as_(linnea):
            found = {one.source_id: (one.through, str(one.occupation)) for one in Lead.objects.all()}
        assert found == {
            "1": ("id", "Kock"),
            "2": ("label", "Diskare/Diskplockare"),
            "3": ("group", "Restaurangbiträden"),
            "4": ("id", "Diskare/Diskplockare"),
            "5": ("unknown", NEW),
        }
        unknown = Concept.objects.get(pk=NEW)
        assert unknown.is_unknown
        assert unknown not in Concept.objects.occupations()

    def test_no_word_of_an_ad_is_taken_up_where_all_municipalities_read_it(self, linnea):
        first, second = (make_concept(kind="group", code=code) for code in ("9412", "9413"))
        named = {"concept_id": NEW, "label": "Kim Persson har slutat"}
        bring(
            linnea,
            ad("1", occupation=named),
            ad("2", headline="2", occupation={**named, "concept_id": "Kim slutade"}),
            ad("3", headline="3", occupation={**named, "concept_id": "9001_012_384"}),
        )
        with as_(linnea):
            assert set(Lead.objects.values_list("occupation_name", flat=True)) == {named["label"]}, "on leads, our own"
        for who, group in ((linnea, first), (make_officer("Grannkommunen"), second)):
            with as_(who):
                assert database.value("rules_meet_concept", NEW, group.pk) == NEW
        assert list(Concept.objects.filter(kind="occupation").values_list("pk", "label")) == [(NEW, NEW)]
        assert list(ConceptLink.objects.values_list("a", "b")) == [(NEW, first.pk)], "the group that was told first"

    def test_nobody_but_the_employer_team_brings_an_occupation_in(self, linnea):
        for role in ("consultant", "administrator", "supervisor"):
            with as_(make_colleague(role, linnea.unit if role == "consultant" else None)):
                with pytest.raises(DatabaseError, match="rules"), transaction.atomic():
                    database.value("rules_meet_concept", NEW, "")
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    Concept.objects.create(id="smyg", kind="occupation", label="Smyg")


class TestWhatIsKept:
    def test_a_number_that_is_a_persons_never_and_of_the_text_the_beginning_without_whom_to_ring(self, linnea):
        long = f"Ring 070-174 06 35 eller skriv till anna@matlaget.example. {'Vi diskar. ' * 60}"
        bring(
            linnea,
            ad("1", employer={"name": "Firma Diskhjälpen", "organization_number": "1212121212"}),
            ad("2", headline="Kock", description={"text": long}),
            ad("3", headline="Vakt", description={"text": "Om 19121212-1212 finns mer"}),
        )
        with as_(linnea):
            sole, chatty, naming = Lead.objects.order_by("source_id")
        assert sole.organisation_number == ""
        assert len(chatty.text) <= 300
        assert "070" not in chatty.text
        assert "@" not in chatty.text
        assert naming.text == ""
        with pytest.raises(DatabaseError, match="lead_keeps_no_persons_number"), as_(linnea):
            Lead.objects.filter(pk=sole.pk).update(organisation_number="121212-1212")

    def test_half_a_character_stops_no_file_wherever_it_stands(self, linnea):
        half = "\ud800"
        texts = {
            "headline": f"Diskare{half}",
            "employer": {"name": f"Matlaget{half} AB", "organization_number": f"556{half}"},
            "occupation": {"concept_id": f"yrke{half}", "label": f"Diskare{half}"},
            "occupation_group": {"concept_id": f"grupp{half}"},
            "workplace_address": {"municipality": f"Eke{half}lunda"},
            "working_hours_type": {"label": f"Heltid{half}"},
            "webpage_url": f"https://arbetsformedlingen.se/{half}1",
            "description": {"text": f"Vi söker 1912{half}1212-1212."},
            "publication_date": f"2026-11-01{half}",
        }
        assert bring(linnea, ad(f"1{half}", **texts)) == {"new": 1}
        with as_(linnea):
            kept = Lead.objects.get()
        assert (kept.url, kept.headline, kept.text) == ("https://arbetsformedlingen.se/1", "Diskare", "")

    def test_what_stands_wrong_in_a_file_is_left_out_and_stops_nothing_else(self, linnea):
        odd = [7, {"id": "1"}, ad("2", headline=None), ad("3", employer="Matlaget"), ad("4", headline="19121212-1212")]
        strange = ad("5", number_of_vacancies="många", application_deadline="snart", webpage_url="javascript:alert(1)")
        ads, unreadable = read_ads(json.dumps([*odd, strange]).encode())
        assert unreadable == 5
        assert [(one.vacancies, one.last_on, one.url) for one in ads] == [(None, None, "")]
        for content in (b"%PDF", b"{}", b'"ad"', json.dumps([{}] * (MOST + 1)).encode(), b"[" * 100_000):
            with pytest.raises(Refused):
                read_ads(content)


class TestAgain:
    def test_the_same_is_put_right_and_one_that_is_alike_is_told_once(self, linnea, today):
        assert bring(linnea, ad("1"), ad("2")) == {"new": 1, "alike": 1}
        assert bring(linnea, ad("1")) == {"same": 1}
        assert bring(linnea, ad("1", headline="Diskare, kväll")) == {"changed": 1}
        assert bring(linnea, ad("3", headline="Diskare, kväll", application_deadline="2027-01-31")) == {"alike": 1}
        with as_(linnea):
            assert [(one.source_id, one.last_on) for one in Lead.objects.all()] == [("1", date(2027, 1, 31))]

    def test_what_has_run_out_or_is_removed_is_no_lead_and_one_that_was_lasts_no_more(self, linnea, today):
        assert bring(linnea, ad("1", application_deadline="2026-11-01"), ad("2", removed=True)) == {"over": 2}
        bring(linnea, ad("1"), ad("2", headline="Kock", application_deadline=f"{today}T23:59:59"))
        with as_(linnea):
            assert Lead.objects.lasting(today).count() == 2
            assert Lead.objects.lasting(today + timedelta(days=1)).count() == 1
        bring(linnea, ad("1", removed=True))
        with as_(linnea):
            assert [one.source_id for one in Lead.objects.lasting(today)] == ["2"]

    def test_put_aside_it_stays_so_when_it_is_imported_again(self, client, linnea, today):
        bring(linnea, ad("1"))
        made = Lead.objects.get()
        sign_in(client, linnea)
        address = reverse("employers:lead", args=[made.pk])
        sent = {"acting_as": linnea.pk, "form": "put_aside", "put_aside-put_aside_reason": "För långt bort"}
        assert "För långt bort" in markup(client.post(address, sent, follow=True))
        bring(linnea, ad("1", headline="Diskare, kväll"))
        assert client.get(reverse("employers:leads")).context["listing"].rows == []
        client.post(address, {"acting_as": linnea.pk, "form": "take_up"})
        assert len(client.get(reverse("employers:leads")).context["listing"].rows) == 1


def test_an_ad_is_never_shown_as_agreed_and_becomes_an_opening_when_a_colleague_says_on_which_day(client, linnea):
    kitchen = make_employer(linnea, name="Matlaget", organisation_number=NUMBER)
    with as_(linnea):
        place = operations.make_workplace(employer=kitchen, name="Storgatan 1")
    bring(linnea, ad("1"))
    lead = Lead.objects.get()
    sign_in(client, linnea)
    page = markup(client.get(reverse("employers:lead", args=[lead.pk])))
    assert "inget är överenskommet" in page
    assert "Matlaget" in page
    assert client.get(reverse("employers:openings")).context["listing"].rows == []
    asked = client.get(reverse("employers:lead", args=[lead.pk]), {"employer": kitchen.pk})
    assert asked.url == f"{reverse('employers:make_opening', args=[kitchen.pk])}?lead={lead.pk}"
    begun = client.get(asked.url).context["form"]
    assert (begun["title"].value(), begun["agreed_on"].value()) == ("Diskare till lunchkök", None)
    sent = {"acting_as": linnea.pk, "title": "Diskare", "kind": "job", "places": 1, "workplace": place.pk}
    sent |= {"starts_on": "2026-12-01", **pressed("mån 7-13")}
    assert "agreed_on" in client.post(asked.url, sent).context["form"].errors
    client.post(asked.url, {**sent, "agreed_on": "2026-11-11"})
    with as_(linnea):
        made = Opening.objects.get()
        assert (made.lead, made.agreed_on) == (lead, date(2026, 11, 11))
        about = {"title": "A", "kind": "job", "places": 1, "weekly_minutes": 600, "starts_on": date(2026, 12, 1)}
        with pytest.raises(Refused, match="vilken dag"):
            operations.make_opening(employer=kitchen, lead=lead, **about)
        with pytest.raises(Refused, match="redan lett"):
            operations.make_opening(employer=kitchen, lead=lead, agreed_on=date(2026, 11, 11), **about)
    assert client.get(reverse("employers:leads")).context["listing"].rows == []
    assert "Har blivit en öppning" in markup(client.get(reverse("employers:lead", args=[lead.pk])))


def test_a_file_is_imported_on_the_page_and_a_wrong_one_refused_at_its_field(client, linnea):
    sign_in(client, linnea)

    def send(content):
        file = SimpleUploadedFile("annonser.json", content, content_type="application/json")
        return client.post(reverse("employers:import_ads"), {"acting_as": linnea.pk, "file": file}, follow=True)

    assert "ingen JSON-fil" in markup(send(b"%PDF"))
    assert "En ny annons" in markup(send(json.dumps({"hits": [ad("1")]}).encode()))
    jonna = make_colleague("consultant", make_unit("labour_market", linnea.unit.organisation))
    sign_in(client, jonna)
    assert client.get(reverse("employers:import_ads")).status_code == 403
    assert client.get(reverse("employers:leads")).status_code == 200


@needs_ads
def test_real_ads_find_their_occupations_with_few_questions(linnea, today, django_assert_max_num_queries):
    """Eighty-five ads of September 2025, whose structured demands are nearly empty: each finds a concept."""
    told = load_taxonomy(taxonomy=read_taxonomy(DATA / "occupation_taxonomy"), today=today)
    assert (told["new"] > 9_000, told["links"] > 28_000, told["marks"] > 60) == (True, True, True)
    again = load_taxonomy(taxonomy=read_taxonomy(DATA / "occupation_taxonomy"), today=today)
    assert (again["new"], again["changed"], again["ended"]) == (0, 0, 0)
    hits = json.loads((DATA / "job_ads/jobsearch_2025-09_scrubbed.json").read_bytes())["hits"]
    ads, unreadable = read_ads(json.dumps([{**one, "application_deadline": "2027-01-01"} for one in hits]).encode())
    with as_(linnea) as actor, django_assert_max_num_queries(12):
        told = operations.import_ads(by=actor, ads=ads, unreadable=unreadable)
    with as_(linnea):
        through = list(Lead.objects.values_list("through", flat=True))
        assert told["new"] + told["alike"] == len(hits)
        assert through.count("id") > 55
        assert through.count("unknown") == 0
        assert not Lead.objects.filter(occupation=None).exists()
        assert max(len(text) for text in Lead.objects.values_list("text", flat=True)) <= 300
