"""Openings as the employer team writes them down, changes, closes and offers them again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from trappan.employers import operations
from trappan.employers.merging import Moves
from trappan.employers.models import Lead, Opening
from trappan.employers.testing import make_employer, make_officer, make_opening
from trappan.refusals import Refused
from trappan.rules.forms.occupation import OccupationField
from trappan.rules.models import ConceptMark
from trappan.rules.rulesets import rules_on
from trappan.rules.support import hints, is_work
from trappan.rules.testing import make_concept
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.testing import pressed, sheet

pytestmark = pytest.mark.django_db


def test_an_opening_keeps_its_week_and_what_follows_from_it():
    linnea, cook = make_officer(), make_concept("Köksbiträde")
    made = make_opening(linnea, week="mån 7-13, tis 7-13, tor 9-12 A", occupation=cook)
    assert (made.weekly_minutes, made.weekdays, made.days) == (810, "mon,tue,thu", [0, 1, 3])
    assert made.hours.minutes == 810
    with as_(linnea):
        assert Opening.objects.to_offer(made.starts_on).get().occupation.label == "Köksbiträde"


@pytest.fixture
def linnea(today):
    return make_officer()


def typed(officer, place, **fields):
    """Return what a browser sends of an opening with a week of 24 hours."""
    about = {"title": "Diskare", "kind": "job", "workplace": place.pk, "places": 2}
    about |= {"starts_on": "2026-12-01", "agreed_on": "2026-11-12"}
    hours = pressed(fields.pop("week", "mån 7-13, tis 7-13, ons 7-13, tor 7-13"))
    return {"acting_as": officer.pk, **about, **hours, **fields}


class TestWrittenDown:
    def test_on_the_employers_page_with_its_week_occupation_and_hints(self, client, linnea):
        make_concept("Eventsäljare/Eventförsäljare")
        cook = make_concept("Köksbiträde")
        ConceptMark.objects.create(
            concept=cook, kind="low_threshold", starts_on=date(2026, 1, 1), source="Yrkessamling (prov)"
        )
        employer, place = employer_with_a_place(linnea)
        sign_in(client, linnea)
        sent = typed(linnea, place, occupation="köksbiträde", languages="Svenska, arabiska", tasks="Diska och torka")
        page = markup(client.post(reverse("employers:make_opening", args=[employer.pk]), sent, follow=True))
        made = Opening.objects.get()
        assert (made.weekly_minutes, made.weekdays, made.occupation) == (24 * 60, "mon,tue,wed,thu", cook)
        assert made.languages == ["svenska", "arabiska"]
        for words in ("Diskare", "2 platser från 1 december", "24 h i veckan", "7–13", "Yrkessamling (prov)"):
            assert words in page, words
        for words in ("Nystartsjobb", "12 av de senaste 15", "Lönebidrag", "som vi förstår det", "2018:43"):
            assert words in page, words
        assert "Jobbpremie" in page
        assert "3" in page
        assert "Diskare" in markup(client.get(reverse("employers:employer", args=[employer.pk])))

    @pytest.mark.parametrize(
        ("changed", "field", "words"),
        [
            ({"week": ""}, "weekly_minutes", "hur många timmar i veckan"),
            ({"places": ""}, "places", ""),
            ({"places": "0"}, "places", ""),
            ({"ends_on": "2026-11-20"}, "ends_on", "Sista dagen får inte komma före den första"),
            ({"occupation": "Trollkarl"}, "occupation", "Inget yrke heter så"),
            ({"support_form": "new_start"}, "support_form", "Stödformen hör till"),
            ({"season_from": "4"}, "season_to", "båda"),
            ({"tasks": "Som 19121212-1212 kan"}, "tasks", "personnumret"),
            ({"workplace": "0"}, "workplace", ""),
        ],
    )
    def test_what_is_missing_or_impossible_is_told_at_its_field(self, client, linnea, changed, field, words):
        employer, place = employer_with_a_place(linnea)
        sign_in(client, linnea)
        answer = client.post(reverse("employers:make_opening", args=[employer.pk]), {**typed(linnea, place, **changed)})
        assert answer.status_code == 422
        assert words in str(answer.context["form"].errors.get(field, "none")), answer.context["form"].errors
        assert not Opening.objects.exists()

    def test_an_occupation_is_found_by_one_side_of_its_slash_and_a_wrong_one_hears_what_is_like_it(self, linnea):
        event = make_concept("Eventsäljare/Eventförsäljare")
        make_concept("Köksbiträde")
        assert OccupationField().clean("eventförsäljare") == event
        with pytest.raises(ValidationError, match="Köksbiträde"):
            OccupationField().clean("köks")

    def test_with_hours_and_days_alone_where_the_times_are_not_settled(self, client, linnea):
        employer, place = employer_with_a_place(linnea)
        sign_in(client, linnea)
        sent = typed(linnea, place, week="", weekly_minutes="17,5", weekdays=["0", "2"])
        client.post(reverse("employers:make_opening", args=[employer.pk]), sent)
        made = Opening.objects.get()
        assert (made.week, made.weekly_minutes, made.days) == ("", 1050, [0, 2])


class TestSupportForms:
    def test_municipal_employment_is_a_support_form_that_is_no_work_and_closed_extratjanst_cannot_be_chosen(
        self, client, linnea
    ):
        employer, place = employer_with_a_place(linnea)
        sign_in(client, linnea)
        about = {"kind": "subsidised", "support_form": "municipal"}
        page = markup(
            client.post(
                reverse("employers:make_opening", args=[employer.pk]), typed(linnea, place, **about), follow=True
            )
        )
        assert "Arbetsmarknadsanställning hos kommunen" in page
        assert "Stödform, inte arbete" in page
        assert not is_work("municipal")
        assert not is_work("extra_service")
        assert is_work("new_start")
        offered = dict(
            client.get(reverse("employers:make_opening", args=[employer.pk]))
            .context["form"]
            .fields["support_form"]
            .choices
        )
        assert "new_start" in offered
        assert "extra_service" not in offered
        with as_(linnea), pytest.raises(Refused, match="används inte"):
            operations.make_opening(
                employer=employer,
                title="A",
                kind="subsidised",
                support_form="extra_service",
                places=1,
                weekly_minutes=600,
                starts_on=date(2026, 12, 1),
            )

    def test_hints_are_those_of_the_days_rules_and_no_more_is_said_when_the_premium_is_over(self, linnea, today):
        rules = rules_on(today)
        assert [one.form for one in hints(rules, today)] == ["new_start", "wage_support", "job_premium"]
        assert [one.form for one in hints(rules, date(2028, 3, 1))] == ["new_start", "wage_support"]
        assert [one.form for one in hints(rules, date(2026, 2, 28))] == ["new_start", "wage_support"]
        assert [one.form for one in hints(rules, today, "new_start")] == ["new_start", "job_premium"]
        assert hints(rules, today, "municipal") == []
        for one in hints(rules, today):
            assert one.source
            assert "som vi förstår det" in one.decides
        [other] = [one for one in hints(replace(rules, new_start_months=7), today) if one.form == "new_start"]
        assert "utan arbete i 7 av" in other.conditions[0]


class TestRefused:
    def test_ended_merged_and_cooperating_employers_offer_nothing(self, linnea, today):
        ended, whole, agency = (make_employer(linnea), make_employer(linnea), make_employer(linnea, cooperates=True))
        gone = make_employer(linnea)
        with as_(linnea):
            operations.end_employer(employer=ended, today=today, end_reason="Slut")
            operations.merge_employer(employer=gone, into=whole, today=today, edition=Moves.of(gone).edition)
        for employer, words in ((ended, "är avslutad"), (gone, "gått upp i"), (agency, "tar inte emot någon")):
            with as_(linnea), pytest.raises(Refused, match=words):
                operations.make_opening(
                    employer=employer, title="A", kind="job", places=1, weekly_minutes=600, starts_on=today
                )

    def test_a_merged_employers_openings_stand_with_the_one_that_goes_on_also_with_the_same_key(self, linnea, today):
        gone, whole = make_employer(linnea), make_employer(linnea)
        for employer in (gone, whole):
            make_opening(linnea, employer=employer, code="K1")
        with as_(linnea):
            operations.merge_employer(employer=gone, into=whole, today=today, edition=Moves.of(gone).edition)
            codes = list(Opening.objects.filter(employer=whole).order_by("pk").values_list("code", "came_with"))
        assert codes[1] == ("K1", None)
        assert codes[0][0].startswith("K1-")
        assert codes[0][1] == gone.pk

    def test_another_municipalitys_workplace_contact_or_ad_is_as_if_it_were_not_there(self, linnea, today):
        stranger = make_officer("Grannkommunen")
        theirs = make_opening(stranger)
        mine = make_employer(linnea)
        about = {"title": "A", "kind": "job", "places": 1, "weekly_minutes": 600, "starts_on": today}
        with as_(stranger) as actor:
            ad = Lead.objects.create(
                municipality_id=actor.organisation_id, source_id="1", headline="A", employer_name="B", through="id"
            )
        with as_(linnea):
            for other in ({"workplace": theirs.workplace}, {"lead": ad}):
                with pytest.raises(Refused):
                    operations.make_opening(employer=mine, **about, **other)
            with pytest.raises(Refused):
                operations.change_opening(opening=theirs, **about)
            assert not Opening.objects.exists()


@pytest.mark.requirement("R-245")
def test_one_made_up_with_somebody_in_mind_is_an_ordinary_opening_and_names_nobody(client, linnea, today):
    sign_in(client, linnea)
    employer, place = employer_with_a_place(linnea)
    sent = typed(linnea, place, shaped_for_one="on", places=1)
    client.post(reverse("employers:make_opening", args=[employer.pk]), sent)
    with as_(linnea):
        made = Opening.objects.to_offer(today).get()
    assert made.shaped_for_one
    assert "Utformad med en person i tankarna" in markup(client.get(reverse("employers:opening", args=[made.pk])))


class TestClosed:
    def test_closed_for_a_reason_and_offered_after_all(self, client, linnea, today):
        made = make_opening(linnea)
        sign_in(client, linnea)
        address = reverse("employers:opening", args=[made.pk])
        page = markup(
            client.post(
                address, {"acting_as": linnea.pk, "form": "close", "close-close_reason": "Tillsatt"}, follow=True
            )
        )
        assert "Tillsatt" in page
        assert "stängd" in page
        with as_(linnea):
            assert not Opening.objects.to_offer(today).exists()
            with pytest.raises(Refused, match="redan"):
                operations.close_opening(opening=made, today=today, close_reason="Igen")
        client.post(address, {"acting_as": linnea.pk, "form": "take_back"})
        with as_(linnea):
            assert Opening.objects.to_offer(today).get() == made

    def test_what_rests_is_not_offered_and_what_has_run_out_neither(self, linnea, today):
        rests, over = make_opening(linnea), make_opening(linnea, ends_on=today + timedelta(days=1))
        with as_(linnea):
            operations.rest_employer(employer=rests.employer, rests_from=today, rest_reason="Flyttar")
            assert list(Opening.objects.to_offer(today)) == [over]
            assert not Opening.objects.to_offer(today + timedelta(days=1)).exists()
            assert Opening.objects.open(today).count() == 2


def test_a_consultant_reads_and_does_not_write(client, linnea):
    made = make_opening(linnea)
    jonna = make_colleague("consultant", make_unit("labour_market", linnea.unit.organisation))
    sign_in(client, jonna)
    address = reverse("employers:opening", args=[made.pk])
    assert "Ändra öppningen" not in markup(client.get(address))
    assert client.get(reverse("employers:change_opening", args=[made.pk])).status_code == 403
    assert client.post(address, {"acting_as": jonna.pk, "form": "close", "close-close_reason": "A"}).status_code == 403


class TestTheList:
    def test_narrowed_sorted_and_as_a_file_with_few_questions(
        self, client, linnea, today, django_assert_max_num_queries
    ):
        cook = make_concept("Köksbiträde")
        kitchen = make_employer(linnea, name="Matlaget")
        ConceptMark.objects.create(concept=cook, kind="shortage", starts_on=date(2026, 1, 1), source="Prov")
        make_opening(linnea, employer=kitchen, title="Diskare", occupation=cook, languages=["arabiska"])
        make_opening(linnea, title="Chaufför", licence="B", kind="internship", weekly_minutes=600)
        closed = make_opening(linnea, title="Vaktmästare")
        with as_(linnea):
            operations.close_opening(opening=closed, today=today, close_reason="Tillsatt")
        sign_in(client, linnea)

        def titles(**asked):
            return [
                one.cells[0].words for one in client.get(reverse("employers:openings"), asked).context["listing"].rows
            ]

        assert sorted(titles()) == ["Chaufför", "Diskare"]
        for asked in (
            {"name": "matla"},
            {"mark": "shortage"},
            {"language": "Arabiska"},
            {"licence": "none"},
            {"kind": "job"},
        ):
            assert titles(**asked) == ["Diskare"], asked
        assert titles(sort="hours") == ["Chaufför", "Diskare"]
        assert titles(state="closed") == ["Vaktmästare"]
        assert client.get(reverse("employers:openings"), {"kind": "spindle"}).status_code == 400
        with django_assert_max_num_queries(12):
            client.get(reverse("employers:openings"))
        rows = sheet(client.get(reverse("employers:openings"), {"file": "xlsx"}).content)
        assert any("Diskare" in cell for one in rows for cell in one)


def employer_with_a_place(officer):
    employer = make_employer(officer)
    with as_(officer):
        return employer, operations.make_workplace(employer=employer, name="Storgatan 1")
