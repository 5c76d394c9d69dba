"""The pages of what suits whom: who is shown what, in which order, and by which reasons."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trappan import database
from trappan.cases.testing import consultant_of, make_case, social_worker_of
from trappan.employers.testing import make_employer, make_officer, make_opening
from trappan.history.models import Event
from trappan.matching.models import Profile
from trappan.matching.operations import withdraw_profile_consent
from trappan.matching.role import as_the_fit
from trappan.matching.testing import consent_to_team, make_profile, make_search
from trappan.matching.work import people_for, work_for
from trappan.people.models import Person
from trappan.people.testing import rectify
from trappan.rules.models import RuleSet
from trappan.rules.rulesets import rules_on
from trappan.rules.testing import make_concept, stands_in
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def kitchen(today):
    """A group of occupations, with two in it and one outside that a dishwasher can stand in for."""
    group = make_concept("Köks- och restaurangbiträden", kind="group", code="9412")
    cook, dish = make_concept("Köksbiträde", group=group), make_concept("Diskare", group=group)
    cleaner = make_concept("Lokalvårdare", group=make_concept("Städare", kind="group", code="9111"))
    stands_in(dish, cleaner)
    return cook, dish, cleaner


def on_the_list(linnea, *wishes, case=None, **said):
    """Make somebody on the team's list who asked for this work."""
    case = case or make_case()
    make_profile(consultant_of(case), case.person, wishes=[one.pk for one in wishes], **said)
    consent_to_team(consultant_of(case), case.person, linnea.unit)
    make_search(consultant_of(case), case, linnea.unit)
    return case


def found(reader, person_id):
    with as_(reader) as actor:
        work = work_for(person_id, actor.today, rules_on(actor.today))
    return work, [work.opened[one.offer.key].title for one in work.fits]


def askers(reader, opening):
    with as_(reader) as actor:
        return people_for(opening, rules_on(actor.today))


class TestWorkForOne:
    @pytest.mark.requirement("R-141")
    def test_what_was_asked_for_comes_first_and_each_says_why(self, client, linnea, kitchen):
        cook, dish, cleaner = kitchen
        other = make_concept("Snickare")
        for title, occupation in (("Trä", other), ("Städ", cleaner), ("Disk", dish), ("Kök", cook), ("Okänt", None)):
            make_opening(linnea, title=title, occupation=occupation, week="mån 9-15")
        case = on_the_list(linnea, cook, done=[dish.pk], minutes_a_week=30 * 60)
        work, titles = found(linnea, case.person_id)
        assert titles == ["Kök", "Disk", "Städ", "Trä", "Okänt"]
        assert [one.is_suiting for one in work.fits] == [True, True, True, True, False]
        sign_in(client, linnea)
        page = markup(client.get(reverse("matching:find_work", args=[case.person_id])))
        for sentence in ("Köksbiträde, som önskat", "Lokalvårdare: den som är Diskare", "Snickare, som inte är önskat"):
            assert sentence in page, sentence
        assert "först det personen har bett om, sedan det personen har gjort förut" in page
        assert Event.objects.get(verb="matching.see_find_work").person_id == case.person_id

    def test_what_shuts_out_is_counted_with_its_reason(self, client, linnea, kitchen):
        cook = kitchen[0]
        make_opening(linnea, title="Helg", occupation=cook, week="lör 9-15")
        make_opening(linnea, title="Buss", occupation=cook, week="mån 9-15", licence="D")
        make_opening(linnea, title="Båda", occupation=cook, week="lör 9-15", licence="D")
        make_opening(linnea, title="Kök", occupation=cook, week="mån 9-15")
        case = on_the_list(linnea, cook, licence=["B"])
        work, titles = found(linnea, case.person_id)
        assert (titles, work.compared, work.days, work.licence) == (["Kök"], 4, 2, 1)
        sign_in(client, linnea)
        page = markup(client.get(reverse("matching:find_work", args=[case.person_id])))
        assert "2 öppningar är bara på andra dagar" in page
        assert "1 öppning kräver ett körkort" in page

    def test_a_profile_that_nobody_has_asked_for_suits_nothing(self, linnea, kitchen):
        make_opening(linnea, occupation=kitchen[0])
        case = make_case()
        work, _titles = found(consultant_of(case), case.person_id)
        assert (work.suiting, work.compared) == ([], 1)

    def test_the_weights_are_a_dated_version_that_the_page_explains(self, client, linnea, kitchen):
        cook, dish, _cleaner = kitchen
        make_opening(linnea, title="Disk", occupation=dish, week="mån 9-15")
        make_opening(linnea, title="Kök", occupation=cook, week="mån 9-15")
        case = on_the_list(linnea, cook, done=[dish.pk])
        assert found(linnea, case.person_id)[1] == ["Kök", "Disk"]
        rules = RuleSet.objects.decided().filter(valid_from__lte=TODAY).last()
        RuleSet.objects.filter(pk=rules.pk).update(parameters={**rules.parameters, "fit_done": 9, "fit_known": 7})
        work, titles = found(linnea, case.person_id)
        assert (titles, work.suiting) == (["Disk", "Kök"], [])
        assert [one.fit.is_too_little_known for one in askers(linnea, work.opened[work.fits[1].offer.key])] == [True]
        sign_in(client, linnea)
        page = markup(client.get(reverse("matching:comparing")))
        assert "Först det personen har gjort förut, sedan det personen har bett om" in page
        assert "Med färre än 7 kända fakta sägs inget passa" in page
        assert rules.name in page

    def test_nobody_out_of_reach_is_there_or_not_there(self, client, linnea, kitchen):
        case = on_the_list(linnea, kitchen[0])
        for reader in (make_officer("Grannkommunen"), make_officer(), make_colleague("consultant")):
            sign_in(client, reader)
            assert client.get(reverse("matching:find_work", args=[case.person_id])).status_code == 404

    def test_few_questions_however_many_openings(self, client, linnea, kitchen, django_assert_max_num_queries):
        case, employer = on_the_list(linnea, *kitchen), make_employer(linnea)
        page = reverse("matching:find_work", args=[case.person_id])
        make_opening(linnea, employer=employer, occupation=kitchen[0])
        sign_in(client, linnea)
        with django_assert_max_num_queries(16) as few:
            client.get(page)
        for occupation in kitchen:
            make_opening(linnea, employer=employer, occupation=occupation)
        with django_assert_max_num_queries(len(few.captured_queries)):
            client.get(page)


class TestPeopleForAnOpening:
    def test_those_who_asked_stand_in_the_order_of_asking_and_who_cannot_start_apart(self, client, linnea, kitchen):
        cook, dish, cleaner = kitchen
        opening = make_opening(linnea, title="Kök", occupation=cook, week="mån 9-15", licence="B")
        late = on_the_list(linnea, cook, case=make_case(given_name="Sena"), licence=["B"], likes="Laga mat åt många")
        on_the_list(linnea, cleaner, case=make_case(given_name="Annat"))
        set_today(TODAY - timedelta(days=30))
        early = make_case(given_name="Tidiga")
        make_profile(consultant_of(early), early.person, wishes=[dish.pk], week=None)
        set_today(TODAY)
        on_the_list(linnea, dish, case=early, week=None)
        on_the_list(linnea, cook, case=make_case(given_name="Cykel"), licence=["none"])
        asked = askers(linnea, opening)
        assert [one.asked_on for one in asked[:2]] == [TODAY - timedelta(days=30), TODAY]
        assert [one.person_id for one in asked[:2]] == [early.person_id, late.person_id]
        sign_in(client, linnea)
        page = markup(client.get(reverse("matching:find_people", args=[opening.pk])))
        assert page.index("Tidiga") < page.index("Sena") < page.index("Det går inte att föreslå") < page.index("Cykel")
        assert "Det krävs körkort" in page[page.index("Cykel") :]
        assert "Annat" not in page
        assert "Laga mat åt många" in page
        assert "Vi vet för lite" in page, "two facts are known of the early one"
        assert Event.objects.get(verb="matching.see_find_people").details == {"opening": opening.pk, "found": 3}

    def test_only_those_whose_profile_the_reader_may_see(self, linnea, kitchen):
        opening = make_opening(linnea, occupation=kitchen[0])
        case = on_the_list(linnea, kitchen[0])
        other = make_case()
        make_profile(consultant_of(other), other.person, wishes=[kitchen[0].pk])
        assert [one.person_id for one in askers(linnea, opening)] == [case.person_id]
        assert [one.person_id for one in askers(consultant_of(other), opening)] == [other.person_id]
        assert askers(make_officer(), opening) == []

    def test_a_part_without_a_yes_is_not_known_and_a_yes_withdrawn_takes_the_person_away(self, linnea, kitchen):
        opening, case = make_opening(linnea, occupation=kitchen[0], week="mån 9-15"), on_the_list(linnea, kitchen[0])
        jonna = consultant_of(case)
        consent = consent_to_team(jonna, case.person, linnea.unit, parts=["wishes"])
        [one] = askers(linnea, opening)
        assert {reason.topic for reason in one.fit.fits} == {"work"}
        assert one.likes == ""
        with as_(jonna) as actor:
            withdraw_profile_consent(consent=consent, today=actor.today)
        assert askers(linnea, opening) == []


class TestIndifference:
    """By construction, and by trying: what a person is changes neither the fit nor who is shown."""

    @pytest.mark.parametrize(
        "joined",
        [
            "people_person p ON p.id = m.person_id",
            "people_number p ON p.person_id = m.person_id",
            "people_householdmember p ON p.person_id = m.person_id",
            "people_contact p ON p.person_id = m.person_id",
            "assistance_supportmonth p ON p.person_id = m.person_id",
            "matching_journey p ON p.person_id = m.person_id",
        ],
    )
    def test_a_join_to_gender_number_household_or_address_is_refused(self, linnea, kitchen, joined):
        on_the_list(linnea, kitchen[0])
        with as_(linnea), as_the_fit():
            assert Profile.objects.count() == 1
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.query(f"SELECT p.* FROM matching_profile m JOIN {joined}")

    def test_the_role_reads_what_is_listed_and_writes_nothing(self, today):
        reached = database.query(
            "SELECT c.relname, string_agg(a.attname, ' ' ORDER BY a.attname) AS columns FROM pg_class c "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE c.relnamespace = 'public'::regnamespace "
            "AND has_column_privilege('trappan_matching', c.oid, a.attnum, 'SELECT') GROUP BY 1"
        )
        columns = {one.relname: one.columns for one in reached}
        assert set(columns) == {
            "employers_employer",
            "employers_opening",
            "employers_workplace",
            "matching_profile",
            "matching_profileconsent",
            "matching_profilepart",
            "people_grant",
            "rules_concept",
            "rules_conceptlink",
            "schedules_clock",
            "secrecy_rolescope",
            "staff_membership",
            "staff_organisation",
            "staff_unit",
        }
        assert "sort" not in columns["people_grant"], "the sort key of a grant is a name"
        written = database.query(
            "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace "
            "AND c.relkind IN ('r', 'v') AND has_any_column_privilege('trappan_matching', c.oid, 'INSERT, UPDATE')"
        )
        assert written == []
        assert database.value("has_function_privilege", "trappan_app", "matching_near(bigint)", "EXECUTE") is False

    def test_what_fails_within_steps_back_to_whoever_acted(self, linnea):
        with as_(linnea):
            with pytest.raises(DatabaseError), transaction.atomic(), as_the_fit():
                Person.objects.count()
            assert Person.objects.count() == 0
            with pytest.raises(ZeroDivisionError), as_the_fit():
                _fails = 1 / 0
            assert Person.objects.count() == 0

    @pytest.mark.requirement("R-130")
    def test_whatever_a_person_is_the_lists_are_equal_to_the_byte(self, linnea, kitchen):
        cook, dish, cleaner = kitchen
        openings = [
            make_opening(linnea, title=title, occupation=occupation, week=week, licence=licence)
            for title, occupation, week, licence in (
                ("Kök", cook, "mån 9-15", ""),
                ("Disk", dish, "tis 9-15", "B"),
                ("Städ", cleaner, "lör 9-15", ""),
            )
        ]
        cases = [on_the_list(linnea, cook), on_the_list(linnea, cook, dish, licence=["B"])]

        def everything():
            return repr([found(linnea, one.person_id)[0].fits for one in cases]) + repr(
                [askers(linnea, one) for one in openings]
            )

        before = everything()
        genders, names = st.sampled_from(["", "K", "M"]), st.sampled_from(["Anna", "Öyvind", "Zahra", "Åke"])
        tongues = st.sampled_from([[], ["arabiska"], ["tigrinja"], ["svenska"]])
        births = st.dates(date(1946, 1, 1), date(2006, 1, 1))

        @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
        @given(which=st.sampled_from(cases), given=names, family=names, gender=genders, languages=tongues, birth=births)
        def changed(which, given, family, gender, languages, birth):
            Person.objects.filter(pk=which.person_id).update(
                given_name=given, family_name=family, gender=gender, languages=languages
            )
            which.person.numbers.update(number=f"{birth:%Y%m%d}R{which.pk % 1000:03}")
            assert everything() == before

        changed()
        rectify(cases[0].person, social_worker_of(cases[0]), given_name="Eira", gender="K", languages=["somaliska"])
        assert everything() == before
