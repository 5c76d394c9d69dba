"""Who comes under the requirement: the database against a slow and obvious way, and who is told."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan import database
from trappan.assistance.operations import keep_month
from trappan.cases.testing import make_case
from trappan.people.models import Household, Person
from trappan.people.testing import make_person
from trappan.plans import operations as plans
from trappan.refusals import Refused
from trappan.requirement import operations
from trappan.requirement.standing import history, standings, under_since
from trappan.rules.rulesets import Rules, rules_on
from trappan.schedules.months import months_after
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


@dataclass
class Life:
    """What is known of one invented person."""

    born: date
    months: dict  # month -> (role, obstacle)
    exemptions: list  # (kind, first, end)


def slowly(life: Life, month: date, rules: Rules) -> tuple | None:
    """Say it as one would by hand, from the rules of the month."""
    if month not in life.months:
        return None
    role, obstacle = life.months[month]
    row = 1
    while row < rules.consecutive_months and months_after(month, -row) in life.months:
        row += 1
    if role == "child":
        return ("outside", 1, "child", None)
    turns = date(life.born.year + rules.adult_age, life.born.month, 1)
    retires = date(life.born.year + rules.pension_age, life.born.month, 1)
    if month < turns:
        return ("outside", row, "age", None)
    if month >= retires:
        return ("outside", row, "pension", None)
    if obstacle in rules.outside_obstacles:
        return ("outside", row, obstacle, None)
    if row < rules.consecutive_months:
        return ("not_yet", row, "", None)
    if rules.requirement_from is None or month < rules.requirement_from:
        return ("no_duty", row, "", None)
    following = months_after(month, 1)
    covering = [one for one in life.exemptions if one[1] < following and one[2] > month and one[2] > one[1]]
    if covering:
        kind, _first, end = max(covering, key=lambda one: one[2])
        return ("exempt", row, kind, end)
    return ("under", row, "", None)


def invent(random: Random) -> Life:
    """Invent a life near every edge: ages, gaps, exemptions that touch a month by a day."""
    born = date(2026 - random.choice((17, 18, 19, 40, 66, 67, 68)), random.randint(1, 12), random.randint(1, 28))
    child = random.random() < 0.1
    months = {
        months_after(date(2027, 2, 1), -back): (
            "child" if child else random.choice(("applicant", "co_applicant")),
            random.choice(("unemployed", "sick", "pension", "full_time", "sickness_benefit", "unknown")),
        )
        for back in range(14)
        if random.random() < 0.8
    }
    exemptions, day = [], date(2026, 6, 1)
    while random.random() < 0.4 and len(exemptions) < 4:
        first = day + timedelta(days=random.choice((0, 1, 29, 30, 31, 60)))
        end = first + timedelta(days=random.choice((0, 1, 30, 31, 90)))
        exemptions.append((random.choice(("sick_pay", "parental", "school")), first, end))
        day = end
    return Life(born, months, exemptions)


@pytest.mark.long
def test_ten_thousand_random_lives_agree_with_the_obvious_way(today):
    random = Random(20261112)
    lives = [invent(random) for _life in range(10_000)]
    home = Household.objects.create(reference="alla")
    with connection.cursor() as cursor:
        with cursor.copy(
            "COPY people_person (id, given_name, family_name, gender, languages, interpreter, education) FROM STDIN"
        ) as copy:
            for number in range(len(lives)):
                copy.write_row([number + 1, "A", "B", "", [], False, ""])
        with cursor.copy("COPY people_number (person_id, number, starts_on) FROM STDIN") as copy:
            for number, life in enumerate(lives):
                serial = f"R{number % 900:03}" if number < 900 else f"{number:04}"
                copy.write_row([number + 1, f"{life.born:%Y%m%d}{serial}"[:12], today])
        with cursor.copy(
            "COPY assistance_supportmonth (person_id, household_id, month, role, household_type, obstacle) FROM STDIN"
        ) as copy:
            for number, life in enumerate(lives):
                for month, (role, obstacle) in life.months.items():
                    copy.write_row([number + 1, home.pk, month, role, 3, obstacle])
        with cursor.copy(
            "COPY requirement_exemption (person_id, kind, starts_on, ends_on, evidence) FROM STDIN"
        ) as copy:
            for number, life in enumerate(lives):
                for kind, first, end in life.exemptions:
                    copy.write_row([number + 1, kind, first, end, "x"])
        cursor.execute("ANALYZE")
        seen = set()
        for back in range(6):
            month = months_after(date(2027, 1, 1), -back)
            cursor.execute("SELECT * FROM requirement_in_month(%s, NULL)", [month])
            found = {row[0]: row[1:] for row in cursor.fetchall()}
            rules = rules_on(month)  # reading them takes longer than a life
            answers = {number: slowly(life, month, rules) for number, life in enumerate(lives, 1)}
            expected = {number: answer for number, answer in answers.items() if answer is not None}
            assert found == expected, month
            seen |= {answer[0] for answer in expected.values()}
        assert seen == {"under", "not_yet", "exempt", "outside", "no_duty"}


def months(case, *firsts, **other):
    with as_(case.social_worker) as actor:
        for first in firsts:
            keep_month(
                person=case.person,
                by=actor,
                month=first,
                **{"role": "applicant", "household_type": 5, "obstacle": "unemployed", **other},
            )


def asked_since(case, day, back=12):
    """Ask for many at once, as a start page does: here of one."""
    found = dict(database.rows("requirement_under_since", [case.person_id], day.replace(day=1), back))
    return found.get(case.person_id)


class TestOnePerson:
    @pytest.fixture
    def case(self, today):
        return make_case()

    def test_month_by_month_in_words(self, client, case, today):
        months(case, date(2026, 8, 1), date(2026, 9, 1), OCTOBER, NOVEMBER)
        for colleague in (case.social_worker, case.responsible):
            with as_(colleague):
                found = history(case.person_id, today)
                assert [one.status for one in found[:4]] == ["under", "under", "not_yet", "not_yet"]
                assert under_since(found) == OCTOBER
                assert asked_since(case, today) == OCTOBER
            sign_in(client, colleague)
            page = client.get(f"/people/{case.person_id}/requirement/").content.decode()
            assert "omfattas av kravet sedan okt 2026" in page
            assert "månad 2 av 3 i rad" in page

    def test_a_month_not_reported_yet_ends_nothing_and_a_gap_does(self, case, today):
        months(case, date(2026, 8, 1), date(2026, 9, 1), OCTOBER)
        with as_(case.social_worker):
            for day, since in ((today, OCTOBER), (date(2026, 12, 5), None), (date(2026, 10, 5), OCTOBER)):
                assert under_since(history(case.person_id, day)) == asked_since(case, day) == since

    def test_the_obstacle_behind_an_outside_is_told_only_to_those_who_see_months(self, case, today):
        months(case, date(2026, 8, 1), date(2026, 9, 1), OCTOBER, obstacle="sickness_benefit")
        with as_(case.social_worker):
            (one,) = standings([case.person_id], OCTOBER, OCTOBER, in_words=True)
            assert "aktivitetsersättning" in one.sentence
        with as_(case.responsible):
            (one,) = standings([case.person_id], OCTOBER, OCTOBER)
            assert (one.status, one.why) == ("outside", "hidden")
            assert "socialsekreteraren" in one.sentence

    def test_strangers_are_told_nothing_and_cannot_ask_for_the_town(self, case, today):
        months(case, date(2026, 8, 1), date(2026, 9, 1), OCTOBER)
        twin = make_colleague("consultant", case.responsible.unit)
        for stranger in (twin, make_colleague("social_worker", make_unit("social_service"))):
            with as_(stranger):
                assert standings([case.person_id], OCTOBER, OCTOBER) == []
                assert asked_since(case, today) is None
        with as_(case.social_worker), pytest.raises(DatabaseError, match="permission denied"):
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT * FROM requirement_in_month(%s, NULL)", [OCTOBER])

    def test_a_protected_person_is_told_of_by_name_only(self, today):
        ulla = make_colleague("social_worker", make_unit("social_service"))
        person = make_person(ulla, protection="marked")
        with as_(ulla) as actor:
            keep_month(
                person=person, by=actor, month=OCTOBER, role="applicant", household_type=5, obstacle="unemployed"
            )
            assert len(standings([person.pk], OCTOBER, OCTOBER)) == 1
        with as_(make_colleague("social_worker", ulla.unit)):
            assert standings([person.pk], OCTOBER, OCTOBER) == []
            assert not Person.objects.exists()


class TestExemptions:
    @pytest.fixture
    def case(self, today):
        case = make_case()
        months(case, date(2026, 8, 1), date(2026, 9, 1), OCTOBER, NOVEMBER)
        return case

    def exempt(self, case, first=NOVEMBER, end=date(2026, 12, 1), kind="sick_pay"):
        with as_(case.social_worker):
            return operations.exempt(person=case.person, kind=kind, starts_on=first, ends_on=end, evidence="Intyg")

    @pytest.mark.requirement("R-028")
    def test_lift_the_requirement_and_end_it_again(self, case, today):
        exemption = self.exempt(case)
        with as_(case.social_worker):
            assert history(case.person_id, today)[0].sentence.startswith("Undantagen: sjukpenning")
            with pytest.raises(Refused, match="nytt underlag"):
                operations.end_exemption(exemption=exemption, ends_on=date(2027, 1, 1))
            operations.end_exemption(exemption=exemption, ends_on=NOVEMBER)
            assert history(case.person_id, today)[0].status == "under"

    def test_an_end_is_always_asked_for_and_two_never_overlap(self, client, case):
        sign_in(client, case.social_worker)
        page = reverse("requirement:requirement", args=[case.person_id])
        form = {
            "acting_as": case.social_worker_id,
            "form": "exempt",
            "exempt-kind": "sick_pay",
            "exempt-starts_on": "2026-11-01",
            "exempt-evidence": "Intyg 3 november",
        }
        endless = client.post(page, form)
        assert endless.status_code == 422
        assert "Intyg 3 november" in endless.content.decode()
        backwards = client.post(page, {**form, "exempt-ends_on": "2026-10-01"})
        assert "före den första" in backwards.content.decode()
        assert client.post(page, {**form, "exempt-ends_on": "2026-11-30"}).status_code == 302
        twice = client.post(page, {**form, "exempt-ends_on": "2026-12-30"})
        assert "redan ett undantag" in twice.content.decode()

    def test_the_consultant_reads_and_does_not_decide(self, client, case):
        self.exempt(case)
        sign_in(client, case.responsible)
        page = reverse("requirement:requirement", args=[case.person_id])
        shown = client.get(page).content.decode()
        assert "Sjukpenning" in shown
        assert "Undanta för en tid" not in shown


class TestRequests:
    @pytest.fixture
    def case(self, today):
        case = make_case()
        months(case, date(2026, 8, 1), date(2026, 9, 1), OCTOBER, NOVEMBER)
        return case

    def consult(self, case, today):
        with as_(case.responsible):
            plans.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")

    def test_rests_on_a_consultation_and_is_received(self, client, case, today):
        sign_in(client, case.social_worker)
        page = reverse("requirement:requirement", args=[case.person_id])
        form = {
            "acting_as": case.social_worker_id,
            "form": "request",
            "request-first_month": "2026-11",
            "request-weekly_hours": "22",
        }
        assert "Anteckna samrådet" in client.post(page, form).content.decode()
        self.consult(case, today)
        assert "mellan 0 och 40" in client.post(page, {**form, "request-weekly_hours": "41"}).content.decode()
        assert "mellan 0 och 40" in client.post(page, {**form, "request-weekly_hours": "-2"}).content.decode()
        early = client.post(page, {**form, "request-first_month": "2026-09"})
        assert "gäller inte" in early.content.decode()
        assert client.post(page, form).status_code == 302
        made = case.requests.get()
        assert made.basis == rules_on(today).request_basis
        url = reverse("requirement:received", args=[made.pk])
        client.post(url, {"acting_as": case.social_worker_id, "received_how": "handed", "received_on": "2026-11-12"})
        assert "Mottagen 12 november" in client.get(page).content.decode().replace("Mottaget", "Mottagen")

    @pytest.mark.requirement("R-078", "R-206")
    def test_the_employment_service_is_consulted_first_and_the_request_entered_there_after(self, client, case, today):
        """The consultation and the tick that it is entered; there is no agreement with the agency and no referral."""
        sign_in(client, case.social_worker)
        page = reverse("requirement:requirement", args=[case.person_id])
        form = {
            "acting_as": case.social_worker_id,
            "form": "request",
            "request-first_month": "2026-11",
            "request-weekly_hours": "22",
        }
        with as_(case.responsible):
            plans.consult(case=case, today=today, with_whom="health_care", held_on=today, outcome="Ok")
        assert "Anteckna samrådet" in client.post(page, form).content.decode(), "with the agency, not with another"
        self.consult(case, today)
        assert client.post(page, form).status_code == 302
        made = case.requests.get()
        assert made.consultation.with_whom == "employment_service"
        shown = client.get(page).content.decode().replace("\u00a0", " ")
        assert "samråd 12 november 2026" in shown
        assert "Registrerat hos Arbetsförmedlingen 12" not in shown
        entered = reverse("requirement:registered", args=[made.pk])
        assert client.post(entered, {"acting_as": case.social_worker_id}).status_code == 302
        shown = client.get(page).content.decode().replace("\u00a0", " ")
        assert "Registrerat hos Arbetsförmedlingen 12 november 2026" in shown

    def test_not_twice_for_a_month_and_not_before_the_third(self, case, today):
        self.consult(case, today)
        early = make_case()
        months(early, OCTOBER, NOVEMBER)
        self.consult(early, today)
        with as_(early.social_worker), pytest.raises(Refused, match="månad 2 av 3"):
            operations.request(case=early, today=today, first_month=NOVEMBER, weekly_minutes=1200)
        with as_(case.social_worker):
            operations.request(case=case, today=today, first_month=NOVEMBER, weekly_minutes=1200)
            with pytest.raises(Refused, match="redan en begäran"):
                operations.request(case=case, today=today, first_month=NOVEMBER, weekly_minutes=1200)

    def test_none_for_somebody_exempt(self, case, today):
        self.consult(case, today)
        with as_(case.social_worker):
            operations.exempt(
                person=case.person, kind="parental", starts_on=NOVEMBER, ends_on=date(2027, 5, 1), evidence="Beslut"
            )
            with pytest.raises(Refused, match="föräldraledighet"):
                operations.request(case=case, today=today, first_month=NOVEMBER, weekly_minutes=1200)
