"""Who went to work or studies is asked after 1, 3, 6 and 12 months, by whoever has the case, and may decline."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.assistance.operations import keep_month
from trappan.cases.testing import make_case
from trappan.outcomes.follow_ups import due_day, times_of, waiting
from trappan.outcomes.models import Exit, FollowUp, Return
from trappan.outcomes.operations import follow_up, record_exit, reopen, take_back_follow_up
from trappan.people.operations import protect
from trappan.plans.models import SelfRating
from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

MONTHS = (1, 3, 6, 12)
LIST = "/follow-ups/"


@pytest.fixture
def case(today):
    return make_case()


def leave(case, reason="work", day=TODAY, form="bagare", **said):
    with as_(case.responsible):
        return record_exit(case=case, day=day, today=day, reason=reason, form=form, **said)


def at(done, months):
    """Make it the day on which somebody is to be asked."""
    day = due_day(done.day, months)
    set_today(day)
    return day


def ask(client, who, done, months, answer, **fields):
    sign_in(client, who)
    sent = {"acting_as": who.pk, "months": months, "answer": answer, "day": due_day(done.day, months).isoformat()}
    return client.post(reverse("outcomes:follow_up", args=[done.pk]), {**sent, **fields}, follow=True)


def state(done, today):
    """Return after how many months somebody is to be asked now, and whether that is late."""
    found = waiting(times_of(Exit.objects.get(pk=done.pk), FollowUp.objects.filter(exit=done), rules_on(today)), today)
    return (found.months, found.is_late(today)) if found else None


@pytest.mark.django_db
class TestTheWorklist:
    @pytest.mark.requirement("R-239")
    @pytest.mark.requirement("R-017")
    def test_asks_at_each_time_on_start_page_and_list_until_it_is_answered(self, client, case):
        done = leave(case)
        page = reverse("outcomes:follow_up", args=[done.pk])
        for months in MONTHS:
            day = at(done, months)
            for now, there in ((day - timedelta(days=1), False), (day, True)):
                set_today(now)
                sign_in(client, case.responsible)
                for where in ("/", LIST, reverse("desk:person", args=[case.person_id])):
                    assert (page in markup(client.get(where))) is there, (months, where)
            answer = ask(client, case.responsible, done, months, "still")
            assert "Tack för att du frågade" in markup(answer)
            assert page not in markup(client.get(LIST)), "answered once, asked no more"
        assert list(FollowUp.objects.values_list("months", "answer")) == [(one, "still") for one in MONTHS]
        done.refresh_from_db()
        assert done.is_self_support, "the first month's answer was the check"

    def test_is_red_after_two_weeks_and_the_next_time_takes_over(self, case):
        done = leave(case)
        day = at(done, 3)
        assert state(done, day) == (3, False)
        assert state(done, day + timedelta(days=15)) == (3, True)
        assert state(done, due_day(TODAY, 6)) == (6, False)
        assert state(done, due_day(TODAY, 15)) is None, "a year and three months: it is asked about no more"

    def test_is_not_of_internship_nor_of_municipal_employment(self, client, case):
        for one, reason in ((case, "internship"), (make_case(consultant=case.responsible), "municipal")):
            leave(one, reason, form="")
        set_today(due_day(TODAY, 3))
        sign_in(client, case.responsible)
        assert "Ingen ska frågas just nu" in markup(client.get(LIST))

    def test_is_the_social_workers_where_the_consultant_has_left_and_nobody_elses(self, client, case):
        done = leave(case)
        at(done, 3)
        page = reverse("outcomes:follow_up", args=[done.pk])
        sign_in(client, case.social_worker)
        assert page not in markup(client.get(LIST))
        Membership.objects.filter(pk=case.responsible_id).update(ends_on=due_day(TODAY, 3))
        assert page in markup(client.get(LIST))
        for other in (
            make_colleague("consultant", case.unit),
            make_colleague("social_worker", case.social_worker.unit),
        ):
            sign_in(client, other)
            assert page not in markup(client.get(LIST))

    def test_follows_the_months_of_the_rules(self, case):
        done = leave(case)
        rules = RuleSet.objects.decided().latest("valid_from")
        parameters = {**rules.parameters, "follow_up_second": 2, "follow_up_third": 2}
        RuleSet.objects.filter(pk=rules.pk).update(parameters=parameters)
        times = times_of(done, [], rules_on(TODAY))
        assert [one.months for one in times] == [1, 2, 12], "the same number twice is one time"
        day = at(done, 3)
        with as_(case.responsible), pytest.raises(Refused, match="så många månader"):
            follow_up(exit=done, months=3, day=day, today=day, answer="still")

    def test_asks_few_questions_however_long_it_is(self, client, case, django_assert_max_num_queries):
        for _one in range(4):
            leave(make_case(social_worker=case.social_worker, consultant=case.responsible))
        set_today(due_day(TODAY, 6))
        sign_in(client, case.responsible)
        client.get(LIST)
        with django_assert_max_num_queries(12):
            page = markup(client.get(LIST))
        assert page.count("/follow-up/") == 4


@pytest.mark.django_db
class TestTheAnswer:
    @pytest.mark.parametrize(
        ("answer", "held", "becomes"),
        [
            ("still", None, True),
            ("back", None, False),
            ("other", True, True),
            ("other", False, False),
            ("not_reached", None, None),
            ("declined", None, None),
        ],
    )
    def test_of_the_first_month_checks_what_it_can(self, case, answer, held, becomes):
        done = leave(case)
        day = at(done, 1)
        with as_(case.responsible):
            follow_up(exit=done, months=1, day=day, today=day, answer=answer, held=held)
        done.refresh_from_db()
        assert done.held is becomes
        assert done.checked_on == (None if becomes is None else day)

    @pytest.mark.parametrize(("answer", "held"), [("other", None), ("still", False)])
    def test_that_leaves_the_month_open_or_denies_itself_is_sent_back(self, client, case, answer, held):
        done = leave(case)
        at(done, 1)
        fields = {} if held is None else {"held": "no"}
        page = ask(client, case.responsible, done, 1, answer, **fields)
        assert page.status_code == 422
        assert "held" in page.context["form"].errors
        assert not FollowUp.objects.exists()

    def test_twice_is_refused_and_a_slip_is_taken_back(self, client, case):
        done = leave(case)
        day = at(done, 3)
        ask(client, case.responsible, done, 3, "still")
        again = ask(client, case.responsible, done, 3, "back")
        assert "redan skrivit svaret" in markup(again)
        kept = FollowUp.objects.get()
        with as_(case.responsible):
            take_back_follow_up(follow_up=kept)
            with pytest.raises(Refused, match="redan taget tillbaka"):
                take_back_follow_up(follow_up=kept)
            follow_up(exit=done, months=3, day=day, today=day, answer="back")
        assert FollowUp.objects.standing().get().answer == "back"
        assert FollowUp.objects.count() == 2, "it is kept"

    def test_not_reached_is_tried_as_often_as_the_rules_say_and_an_answer_is_still_taken(self, client, case):
        done = leave(case)
        day = at(done, 3)
        for number in range(3):
            assert state(done, day) == (3, False)
            when = day + timedelta(days=number)
            set_today(when)
            with as_(case.responsible):
                follow_up(exit=done, months=3, day=when, today=when, answer="not_reached")
                with pytest.raises(Refused, match="ingen svarade den dagen"):
                    follow_up(exit=done, months=3, day=when, today=when, answer="not_reached")
        assert state(done, day) is None
        sign_in(client, case.responsible)
        assert "Inte nådd, 3 försök" in markup(client.get(reverse("outcomes:exits", args=[case.person_id])))
        ask(client, case.responsible, done, 3, "still")
        assert FollowUp.objects.exclude(answer="not_reached").get().answer == "still"

    def test_is_not_written_before_its_day_of_a_day_to_come_or_after_the_case_was_opened_again(self, case):
        done = leave(case)
        day = at(done, 3)
        with as_(case.responsible) as actor:
            for months, when in ((6, day), (3, day - timedelta(days=1)), (3, day + timedelta(days=1))):
                with pytest.raises(Refused):
                    follow_up(exit=done, months=months, day=when, today=day, answer="still")
            reopen(case=case, today=actor.today, why="Tillbaka")
            with pytest.raises(Refused, match="inget att följa upp"):
                follow_up(exit=done, months=3, day=day, today=day, answer="still")
        assert not FollowUp.objects.exists()


@pytest.mark.django_db
class TestTheOwnView:
    @pytest.mark.requirement("R-110", "R-244")
    def test_is_the_persons_own_in_degree_and_words_and_optional(self, client, case):
        done = leave(case)
        day = at(done, 6)
        fields = {"answer_belonging": 4, "words_belonging": "De frågar efter mig", "answer_confidence": ""}
        ask(client, case.responsible, done, 6, "still", **fields)
        assert list(SelfRating.objects.values_list("statement", "answer", "words", "day")) == [
            ("belonging", 4, "De frågar efter mig", day)
        ]
        sign_in(client, case.responsible)
        page = markup(client.get(reverse("plans:ratings", args=[case.pk])))
        assert "Jag känner att jag hör till" in page
        assert "De frågar efter mig" in page

    def test_is_not_written_of_somebody_who_did_not_answer(self, client, case):
        done = leave(case)
        at(done, 6)
        page = ask(client, case.responsible, done, 6, "declined", words_belonging="Verkar trivas")
        assert page.status_code == 422
        assert "säger bara personen" in markup(page)
        assert not SelfRating.objects.exists()

    def test_a_closed_case_takes_no_answer_without_a_follow_up_of_that_day(self, case):
        done = leave(case)
        day = at(done, 6)
        with as_(case.responsible):
            follow_up(exit=done, months=6, day=day, today=day, answer="declined")
            for when in (TODAY, day):
                with pytest.raises(DatabaseError, match="closed"), transaction.atomic():
                    SelfRating.objects.create(
                        case=case, person_id=case.person_id, day=when, statement="belonging", answer=5
                    )


@pytest.mark.django_db
class TestWhoSees:
    def test_somebody_with_the_same_right_on_somebody_else_neither_reads_nor_writes(self, client, case):
        done = leave(case)
        day = at(done, 3)
        with as_(case.responsible):
            follow_up(exit=done, months=3, day=day, today=day, answer="not_reached")
        stranger = make_case(consultant=make_colleague("consultant", case.unit)).responsible
        sign_in(client, stranger)
        for page, key in (("follow_up", done.pk), ("correct", done.pk), ("exits", case.person_id)):
            assert client.get(reverse(f"outcomes:{page}", args=[key])).status_code == 404
        assert ask(client, stranger, done, 3, "still").status_code == 404
        with as_(stranger):
            assert not FollowUp.objects.exists()
            assert FollowUp.objects.update(taken_back_at=None) == 0
            for exit_id in (done.pk, done.pk + 99_999):
                with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                    FollowUp.objects.create(
                        exit_id=exit_id, person_id=case.person_id, months=3, day=day, answer="still"
                    )

    @pytest.mark.parametrize(
        ("months", "day", "no"),
        [
            (3, date(2027, 2, 11), "early"),
            (3, date(2027, 2, 13), "early"),
            (6, date(2027, 2, 12), "early"),
            (5, date(2027, 2, 12), "months"),
        ],
    )
    def test_the_database_itself_keeps_the_days_and_the_months(self, case, months, day, no):
        done = leave(case)
        at(done, 3)
        with as_(case.responsible), pytest.raises(DatabaseError, match=no), transaction.atomic():
            FollowUp.objects.create(exit=done, person_id=case.person_id, months=months, day=day, answer="still")

    def test_a_protected_person_is_on_the_named_colleagues_list_alone(self, client, case):
        done = leave(case)
        with as_(case.responsible):
            protect(person=case.person, protection="marked")
        at(done, 3)
        page = reverse("outcomes:follow_up", args=[done.pk])
        sign_in(client, case.responsible)
        assert page in markup(client.get(LIST))
        other = make_colleague("consultant", case.unit)
        Membership.objects.filter(pk=case.responsible_id).update(ends_on=due_day(TODAY, 3))
        for who in (other, make_colleague("social_worker", case.social_worker.unit)):
            sign_in(client, who)
            assert page not in markup(client.get(LIST))
            assert client.get(page).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_of_two_who_write_the_same_answer_one_is_told():
    set_today(TODAY)
    case = make_case()
    done = leave(case)
    day = at(done, 3)

    def answer(actor):
        follow_up(exit=done, months=3, day=day, today=actor.today, answer="still")

    (refusal,) = [
        one for one in at_the_same_moment(*(by(who, answer) for who in (case.responsible, case.social_worker))) if one
    ]
    assert isinstance(refusal, Refused)
    assert "redan skrivit svaret" in str(refusal)
    assert FollowUp.objects.count() == 1


@pytest.mark.django_db
class TestReturns:
    """By the months with support, for whoever reads them; never stored."""

    def months(self, case, *months):
        with as_(case.social_worker) as actor:
            for month in months:
                keep_month(
                    person=case.person, by=actor, month=month, role="applicant", household_type=5, obstacle="unemployed"
                )

    def returned(self, case):
        with as_(case.social_worker):
            return list(Return.objects.filter(exit__person=case.person).values_list("month", flat=True))

    @pytest.mark.parametrize(
        ("months", "back"),
        [
            ([(2026, 10), (2026, 11), (2026, 12)], None),
            ([(2026, 10), (2026, 11), (2027, 3), (2027, 4)], date(2027, 3, 1)),
            ([(2026, 10), (2027, 12)], None),
        ],
        ids=["up to the first wages", "after months without", "more than a year later"],
    )
    def test_is_the_first_month_after_one_without_within_a_year(self, case, client, months, back):
        set_today(TODAY)
        leave(case)
        set_today(date(2028, 1, 10))
        self.months(case, *(date(year, month, 1) for year, month in months))
        assert self.returned(case) == ([back] if back else [])
        sign_in(client, case.social_worker)
        page = markup(client.get(reverse("outcomes:exits", args=[case.person_id])))
        assert ("Tillbaka på bistånd" in page) is bool(back)
        with as_(case.responsible):
            assert not Return.objects.exists(), "a consultant reads no support"

    def test_within_how_many_months_is_a_rule(self, case):
        set_today(TODAY)
        leave(case)
        set_today(date(2028, 1, 10))
        self.months(case, date(2026, 10, 1), date(2027, 12, 1))
        assert self.returned(case) == []
        rules = RuleSet.objects.decided().last()
        RuleSet.objects.filter(pk=rules.pk).update(parameters={**rules.parameters, "return_months": 14})
        assert self.returned(case) == [date(2027, 12, 1)]

    def test_only_after_work_or_studies(self, case):
        leave(case, "municipal", form="")
        set_today(date(2028, 1, 10))
        self.months(case, date(2026, 10, 1), date(2027, 3, 1))
        assert self.returned(case) == []
