"""The way out in the town hangs together: proposals, agreements, ends and follow-ups tell of the same people."""

from datetime import date, timedelta
from operator import itemgetter
from random import Random

import pytest
from django.db.models import Count, F, Q

from trappan.agreements.models import Agreement
from trappan.agreements.standing import standing_of
from trappan.demo.clock import TODAY
from trappan.demo.founding import found_town
from trappan.demo.rooms.outcomes import follow_up
from trappan.demo.rows import Rows
from trappan.demo.town import Human, Town
from trappan.matching.models import Proposal, WorkSearch
from trappan.outcomes.follow_ups import due_day
from trappan.outcomes.models import Exit, FollowUp
from trappan.placements.models import Placement
from trappan.staff.models import Membership

pytestmark = pytest.mark.django_db
TWO_YEARS = timedelta(days=730)


@pytest.fixture
def town():
    found_town(scale=0.1)


def test_one_town_in_which_the_way_out_hangs_together(town):
    """One founding, since it is what takes time: each part says what would be impossible."""
    nobody_is_proposed_who_does_not_look_for_work()
    agreements_stand_on_what_goes_on()
    ends_end_all_that_went_on()
    follow_ups_are_of_what_is_followed_and_in_time()
    someone_follows_those_who_are_at_employers()


def nobody_is_proposed_who_does_not_look_for_work():
    proposals = Proposal.objects.select_related("search__case", "opening__employer", "person")
    assert set(proposals.values_list("outcome", flat=True)) >= {"", "accepted", "person", "employer", "unanswered"}
    for one in proposals:
        assert one.search.person_id == one.person_id
        assert one.at.date() >= one.search.starts_on, "asked once on the list"
        assert one.person.protection == "none"
        assert one.search.case.closed_on is None
        assert one.opening.employer.ended_on is None or one.opening.employer.ended_on > TODAY
        assert one.outcome not in ("accepted", "employer") or one.sent_at
        assert one.ended_on is None or one.ended_on <= TODAY
    full = Q(found__gt=F("opening__places"))
    accepted = proposals.filter(outcome="accepted").values("opening").annotate(found=Count("pk"))
    assert not accepted.filter(full).exists()
    assert not WorkSearch.objects.filter(ended_on=None).exclude(case__closed_on=None).exists()


def agreements_stand_on_what_goes_on():
    written = Agreement.objects.select_related("placement", "workplace", "contact", "person")
    assert written.filter(placement__ends_on=TODAY).count() == 1, "over since yesterday"
    found = written.exclude(placement__ends_on=TODAY)
    assert found.count() == 2
    signed = []
    for one in found:
        standing = standing_of(one)
        signed.append(standing.is_signed)
        assert one.placement.agreed
        assert one.placement.ends_on is None or one.placement.ends_on > TODAY
        assert (one.placement.waits_from is None) == standing.is_signed, "unsigned, nobody is expected there"
        assert standing.latest.employer_id == one.workplace.employer_id == one.contact.employer_id
        assert standing.latest.starts_on == one.placement.starts_on
        assert one.person.protection == "none"
    assert sorted(signed) == [False, True]


def ends_end_all_that_went_on():
    standing = Exit.objects.filter(reopened_on=None)
    assert standing.filter(day__gt=TODAY - TWO_YEARS).count() > 30
    assert not standing.exclude(day=F("case__closed_on")).exists()
    closed = standing.values("person")
    open_again = Exit.objects.filter(person__cases__closed_on=None).values("person")
    lasting = Placement.objects.filter(agreed=True).lasting(TODAY).filter(person__in=closed)
    assert not lasting.exclude(person__in=open_again).exists(), "nobody who has left is still expected somewhere"
    assert set(standing.values_list("reason", flat=True)) >= {"work", "studies", "internship", "transferred"}
    assert not standing.filter(reason="internship", held=True).exists(), "an internship is no work that has lasted"
    assert not standing.filter(reason="work", support_form="municipal").exists()


def follow_ups_are_of_what_is_followed_and_in_time():
    found = FollowUp.objects.standing().select_related("exit")
    assert set(found.values_list("months", flat=True)) == {1, 3, 6, 12}
    for one in found:
        assert one.exit.is_followed
        assert due_day(one.exit.day, one.months) <= one.day <= TODAY
        assert one.exit.reopened_on is None or one.day <= one.exit.reopened_on
    answered = found.exclude(answer=FollowUp.Answer.NOT_REACHED)
    twice = answered.values("exit", "months").annotate(found=Count("pk")).filter(found__gt=1)
    assert not twice.exists()
    assert not answered.filter(answer=FollowUp.Answer.STILL, exit__held=False).exists()


def someone_follows_those_who_are_at_employers():
    there = Membership.objects.filter(unit__kind="site", unit__parent__kind="employer_team", role="supervisor")
    assert there.exists()


def test_nobody_is_asked_twice_on_a_day_in_a_town_of_any_size():
    """A large town has those whose time comes today; no test founds one."""
    town = Town(Rows(["outcomes_followup"]), Random(1), 1.0)
    for number in range(400):
        human = Human(number, "woman", date(1990, 1, 1), "applicant", "none", "Efva")
        follow_up(town, human, number, TODAY - timedelta(days=365 + number % 5 - 2), 1, None)
    rows = town.rows.waiting["outcomes_followup"]
    about = itemgetter(*(town.rows.columns["outcomes_followup"].index(name) for name in ("exit_id", "months", "day")))
    assert len({about(row) for row in rows}) == len(rows) > 400
