"""The caseload: who waits for what and since when; the head's counts; and no filter but the allowed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.activities.testing import make_activity
from trappan.cases import operations as cases
from trappan.cases.models import Case, Stall
from trappan.cases.testing import make_case
from trappan.people.operations import protect
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.testing import make_mapping, put_in_week
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db
CASELOAD = "/caseload/"


@pytest.fixture
def case(today):
    return make_case()


class TestStall:
    def say(self, case, reason, day):
        with as_(case.responsible) as actor:
            return cases.stall(case=case, reason=reason, starts_on=day, today=actor.today)

    def test_a_reason_follows_another_without_a_gap(self, case, today):
        Case.objects.update(opened_on=today - timedelta(days=40))
        case.refresh_from_db()
        self.say(case, "doctor", today - timedelta(days=30))
        self.say(case, "course", today - timedelta(days=10))
        first, second = Stall.objects.order_by("starts_on")
        assert first.ends_on == second.starts_on
        with as_(case.responsible):
            cases.move_on(case=case, ends_on=today, today=today)
        assert not Stall.objects.filter(ends_on=None).exists()
        with as_(case.responsible), pytest.raises(Refused, match="Inget skäl"):
            cases.move_on(case=case, ends_on=today, today=today)

    def test_refused(self, case, today):
        with pytest.raises(Refused, match="i dag eller tidigare"):
            self.say(case, "doctor", today + timedelta(days=1))
        with pytest.raises(Refused, match="inte öppet"):
            self.say(case, "doctor", today - timedelta(days=1))
        with pytest.raises(Refused, match="Det skälet"):
            self.say(case, "laziness", today)
        Case.objects.update(opened_on=today - timedelta(days=9))
        case.refresh_from_db()
        self.say(case, "doctor", today)
        with pytest.raises(Refused, match="började senare"):
            self.say(case, "course", today - timedelta(days=2))

    def test_through_the_page(self, case, client, today):
        sign_in(client, case.responsible)
        url = reverse("cases:stall", args=[case.pk])
        sent = {
            "acting_as": case.responsible_id,
            "form": "say",
            "reason": "child_care",
            "starts_on": str(today),
            "note": "Plats från 1 december",
        }
        assert client.post(url, sent).status_code == 302
        assert "Väntar på barnomsorg" in client.get(CASELOAD).content.decode()
        person = client.get(reverse("desk:person", args=[case.person_id])).content.decode()
        assert "Väntar på barnomsorg sedan 12 november 2026" in person
        on = {"acting_as": case.responsible_id, "form": "on", "on-ends_on": str(today)}
        assert client.post(url, on).status_code == 302
        assert "Väntar på barnomsorg" not in client.get(CASELOAD).content.decode()


class TestCaseload:
    def test_the_longest_wait_stands_first(self, case, client, today):
        others = [make_case(social_worker=case.social_worker, consultant=case.responsible) for _one in range(2)]
        for days, one in zip((3, 30, 9), (case, *others), strict=True):
            Case.objects.filter(pk=one.pk).update(opened_on=today - timedelta(days=days))
        sign_in(client, case.responsible)
        entries = client.get(CASELOAD).context["entries"]
        assert [entry.line.case.pk for entry in entries] == [others[0].pk, others[1].pk, case.pk]
        assert [entry.stage.words for entry in entries] == ["Väntar på kartläggning"] * 3

    def test_what_a_line_says(self, case, client, today):
        make_mapping(case)
        with as_(case.responsible) as actor:
            plans.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
            plan = plans.write_plan(
                case=case,
                today=today,
                goal="Arbete",
                weekly_minutes=20 * 60,
                hours_reason="Efter egen förmåga",
                review_on=today + timedelta(days=60),
            )
            put_in_week(plan, kind="job_search", minutes=90)
            plan.refresh_from_db()
            plans.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
            plan.refresh_from_db()
            plans.decide_plan(plan=plan, by=actor)
            cases.write_note(
                case=case,
                by=actor,
                happened_at=now() - timedelta(days=4),
                kind="contact",
                source="person",
                fact="Ringde",
            )
        sign_in(client, case.responsible)
        (entry,) = client.get(CASELOAD).context["entries"]
        assert (entry.planned, entry.target) == (90, 20 * 60)
        assert entry.last_contact == today - timedelta(days=4)
        assert entry.door_url == reverse("matching:find_place", args=[case.person_id])
        page = client.get(CASELOAD).content.decode()
        assert "Väntar på plats" in page
        assert "1\u00a0h\u00a030 av 20\u00a0h" in page

    @pytest.mark.requirement("R-129")
    @pytest.mark.parametrize("odd", ["gender=K", "age=30", "origin=x", "responsible=1"])
    def test_a_filter_that_is_not_allowed_is_refused(self, case, client, odd):
        """The part of no selection by sex, age or origin; nothing is reported by gender."""
        sign_in(client, case.responsible)
        answer = client.get(f"{CASELOAD}?{odd}")
        assert answer.status_code == 400
        assert "kan inte avgränsas med" in answer.content.decode()
        assert case.number not in answer.content.decode()

    def test_the_allowed_filters(self, case, client, today):
        other = make_case(social_worker=case.social_worker, consultant=case.responsible)
        make_mapping(other)
        sign_in(client, case.responsible)
        for query, expected in {
            "status=unmapped": [case],
            "status=unplanned": [other],
            "step=0": [case, other],
            f"opened_from={today}": [case, other],
            f"opened_to={today - timedelta(days=1)}": [],
            "activity=Café": [],
        }.items():
            entries = client.get(f"{CASELOAD}?{query}").context["entries"]
            assert {entry.line.case.pk for entry in entries} == {one.pk for one in expected}, query

    def test_a_social_worker_looks_at_a_colleague_of_the_unit(self, case, client):
        vera = make_colleague("social_worker", case.social_worker.unit)
        sign_in(client, vera)
        assert case.number not in client.get(CASELOAD).content.decode()
        page = client.get(f"{CASELOAD}?responsible={case.social_worker_id}").content.decode()
        assert case.number in page

    def test_few_questions_however_long(self, case, client, django_assert_max_num_queries):
        sign_in(client, case.responsible)
        with django_assert_max_num_queries(16) as before:
            client.get(CASELOAD)
        for _more in range(4):
            make_case(social_worker=case.social_worker, consultant=case.responsible)
        with django_assert_max_num_queries(len(before.captured_queries)):
            client.get(CASELOAD)


class TestAgeing:
    def rows(self, client):
        found = client.get(reverse("desk:ageing")).context
        return {row["why"]: row["bands"] for row in found["counts"]}, found["longest"]

    def test_everybody_is_counted_and_nothing_tells_who_is_protected(self, case, client, today):
        other = make_case(social_worker=case.social_worker, consultant=case.responsible)
        head = make_colleague("head_of_unit", case.unit)
        Case.objects.filter(pk=other.pk).update(opened_on=today - timedelta(days=100))
        with as_(case.responsible):
            protect(person=other.person, protection="marked")
            cases.stall(
                case=Case.objects.get(pk=other.pk),
                reason="protected",
                today=today,
                starts_on=today - timedelta(days=95),
            )
        sign_in(client, head)
        counts, longest = self.rows(client)
        assert counts == {"Väntar på kartläggning": [1, 0, 0, 0], "Annat": [0, 0, 1, 0]}
        assert [row["number"] for row in longest] == [other.number, case.number]
        page = client.get(reverse("desk:ageing")).content.decode()
        assert case.person.name not in page
        assert "Skyddad identitet" not in page

    def test_another_units_head_sees_none_of_it(self, case, client, today):
        sign_in(client, make_colleague("head_of_unit"))
        assert self.rows(client) == ({}, [])

    def test_a_case_ages_and_leaves(self, case, client, today):
        head = make_colleague("head_of_unit", case.unit)
        set_today(today + timedelta(days=30))
        sign_in(client, head)
        assert self.rows(client)[0] == {"Väntar på kartläggning": [0, 1, 0, 0]}
        Case.objects.update(closed_on=today + timedelta(days=30))
        assert self.rows(client) == ({}, [])

    @pytest.mark.requirement("R-018")
    def test_people_without_activity_are_counted_with_what_stops_them_until_they_are_placed(self, case, client, today):
        """How many, waiting for what, how long; medians between the steps are not counted."""
        head = make_colleague("head_of_unit", case.unit)
        decided = make_case(social_worker=case.social_worker, consultant=case.responsible)
        stalled = make_case(social_worker=case.social_worker, consultant=case.responsible)
        make_mapping(decided)
        with as_(case.responsible) as actor:
            plans.consult(case=decided, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
            plan = plans.write_plan(
                case=decided,
                today=today,
                goal="Arbete",
                weekly_minutes=2400,
                hours_reason="",
                review_on=today + timedelta(days=60),
            )
            plans.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
            plan.refresh_from_db()
            plans.decide_plan(plan=plan, by=actor)
            cases.stall(case=stalled, reason="child_care", today=today, starts_on=today)
        set_today(today + timedelta(days=40))
        sign_in(client, head)
        waiting = {"Väntar på kartläggning": [0, 1, 0, 0], "Väntar på barnomsorg": [0, 1, 0, 0]}
        assert self.rows(client)[0] == {**waiting, "Väntar på plats": [0, 1, 0, 0]}
        page = markup(client.get(reverse("desk:ageing")))
        assert "Väntar på plats" in page
        make_placement(
            case.responsible, person=decided.person, activity=make_activity(), starts_on=today + timedelta(days=40)
        )
        assert self.rows(client)[0] == waiting
