"""The rules of a day, typed and explained. What is uncertain in the law is a parameter here."""

import json
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from trappan.database.written import Given, Written, given_day
from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.rules.parameters import PARAMETERS
from trappan.schedules.months import month_of, months_after


@dataclass(frozen=True)
class Rules:
    """Every parameter of a rule set. Hours are minutes a week, periods half-open.

    The law's own wording was read in the bill's summary only: each figure carries in its rule
    set's source how sure it is, and a municipality changes it by a new rule set, not in code.
    """

    # First support month for which activity must be requested; None while there is no duty.
    requirement_from: date | None
    # So many months with support in a row bring somebody under the requirement, from the last of them.
    consecutive_months: int
    # Obstacles that keep a person outside the requirement in that month.
    outside_obstacles: tuple[str, ...]
    adult_age: int
    pension_age: int
    full_time_minutes: int
    # Taken off full time when a child below this age lives in the household.
    young_child_age: int
    young_child_minutes: int
    # Whether hours of part-time work are taken off full time.
    part_time_deducted: bool
    # Kinds of parts of the week that do not count against the hours.
    uncounted_parts: tuple[str, ...]
    # The period whose activity a support month looks at: a day of the month, so many months before.
    observed_from_day: int
    observed_months_before: int
    # What a request to take part rests on, in the words of the municipality.
    request_basis: str
    # A plan is decided only after a consultation with the Employment Service no older than this.
    consultation_required: bool
    consultation_valid_days: int
    exemption_warning_days: int
    review_interval_days: int
    note_lock_days: int
    hand_over_days: int
    # The name of somebody whom a partner has referred is kept so many days where nobody answers.
    referral_name_days: int
    # A partner is reminded by mail of its report of a year so many days before the last day, and so many after it.
    report_before_days: int
    report_late_days: int
    # What the unions were told under MBL counts for a decision or a closing that follows within so many days.
    mbl_valid_days: int
    # An agreement or a consent that ends is told so many days before to those whose placements rest on it.
    agreement_warning_days: int
    # A place is proposed at most so many days ahead: what is longer away is planned, and nobody holds a place for it.
    proposal_ahead_days: int
    # A workplace of an employer is asked for places at most so often within so many days; more takes a written reason.
    asking_most: int
    asking_days: int
    # Whoever went to work or studies is asked so many months after, and tried so many times each time.
    follow_up_first: int
    follow_up_second: int
    follow_up_third: int
    follow_up_last: int
    follow_up_tries: int
    # Colleagues read the name of somebody who came to work, and wants it, for so many months from the first day.
    named_months: int
    # Support again within so many months of an end to work or studies is a return.
    return_months: int
    # A person's yes to share a profile is proposed for so many days.
    profile_yes_days: int
    # Own departments are asked for places so many days before a half-year, have so many to answer, and are reminded
    # twice, so many days apart; as many later their head is told.
    places_asked_days: int
    places_answer_days: int
    places_reminder_days: int
    # A person who is asked about an opening, and an employer that has a proposal, answer within so many days.
    proposal_answer_days: int
    # What orders the openings that a person is shown: what each nearness of the work weighs. People are never ordered.
    fit_wish: int
    fit_done: int
    fit_near: int
    fit_group: int
    # Fewer known facts are too few to say that something suits somebody.
    fit_known: int
    # Who could start where: whether that somebody can start comes before what is wished for, in the order of the queue.
    allocation_start_first: bool
    # What was proposed and nobody has answered is erased so many days after its Monday.
    allocation_kept_days: int
    # What was asked would be different of the proposals is erased after so many days.
    allocation_question_days: int
    # An agreement on a placement at an employer is at most so long, by its support form; extended ones from the first.
    internship_most_days: int
    work_trial_most_days: int
    subsidised_most_days: int
    # Whoever signs or answers by a link has so many days. A code holds for so many minutes; so many come to a
    # telephone, so many minutes apart, or are read aloud. So many wrong ones end the link; the right one opens it so
    # long.
    link_days: int
    # So many days after the end an employer is asked how it went.
    ending_days: int
    link_code_minutes: int
    link_codes: int
    link_code_wait: int
    link_codes_aloud: int
    link_tries: int
    link_read_minutes: int
    # With whoever has begun at an employer, and with the employer, somebody speaks at least so often.
    along_person_days: int
    along_employer_days: int
    # What hints about support for an employment rest on; somebody else decides (`rules.support`). Nystartsjobb: so many
    # months without work out of the last so many, from an age and below it; the newly arrived without.
    new_start_age: int
    new_start_lowest_age: int
    new_start_months: int
    new_start_within: int
    new_start_most: int
    new_start_young_months: int
    new_start_young_within: int
    new_start_young_most: int
    new_start_arrived: int
    new_start_source: str
    wage_support_source: str
    # Jobbpremie: for so many years from a month, to whoever had support in each of so many months from another.
    job_premium_from: date | None
    job_premium_years: int
    job_premium_support_from: date | None
    job_premium_support_months: int
    job_premium_months: int
    job_premium_most: int
    job_premium_source: str
    # What somebody keeps of a wage beside assistance (jobbstimulans): so large a share of it is not counted, after so
    # many months of assistance in a row, for so many years.
    job_stimulus_percent: int
    job_stimulus_support_months: int
    job_stimulus_years: int
    job_stimulus_source: str
    # People are reminded of what is booked so many days before (none: never; a letter sooner), at an hour of the day;
    # nothing goes out in quiet hours, from an hour to an hour, also over midnight. Of the days in a schedule the first,
    # and the first after a pause or other times, or each of them (`remind_each_day`).
    reminder_days: int
    letter_days: int
    reminder_hour: int
    remind_each_day: bool
    quiet_from: int
    quiet_until: int
    # The participant's own pages: a code that is handed over holds so many days; a PIN has so many figures, so many
    # wrong ones lock it for so many minutes; so many minutes without doing anything sign out, on a borrowed device
    # sooner.
    own_code_days: int
    own_pin_figures: int
    own_tries: int
    own_lock_minutes: int
    own_most_wrong: int
    own_idle_minutes: int
    own_shared_minutes: int
    # A mandate that a person gives somebody to help lasts no longer.
    own_mandate_months: int
    # Fewer places are told so many days before.
    places_notice_days: int
    # Weeks A and B alternate from this Monday, which begins a week A; the calendar follows (schedules.Day.letter).
    week_a_from: date
    # A site marks a day for so long; after that its leader corrects.
    marking_days: int
    # Working days after which an unmarked session stands on the lists.
    unmarked_days: int
    # So many days between two reports of how it goes at a place.
    report_interval_days: int
    # What makes a prompt to offer support: so many absences not told beforehand, or so large a share of
    # the time away (per cent), within so many days. A prompt is a reason to talk, never a finding.
    prompt_untold: int
    prompt_share: int
    prompt_window_days: int
    # Grounds are due so many days after their month; sent ones without a receipt are chased after so many.
    grounds_due_days: int
    receipt_days: int
    # Files to authorities are delivered so many days after the last of their period, and kept for so long.
    statistics_month_days: int
    statistics_year_days: int
    supervision_quarter_days: int
    kolada_items_days: int
    delivery_kept_days: int
    # A project's file of a month's participants is handed in so many days after the month.
    project_month_days: int
    # Individual data are delivered of months from this one on; before it there is a preparation and no file.
    individual_from: date | None
    # A project's coordinator sees somebody for so many days after the last one in it, or after being let in.
    project_sight_days: int
    # The Social Fund's codes whose meaning is confirmed, with spaces between; the others are told as uncertain.
    esf_confirmed: str
    # So many files a day may one colleague open without being responsible.
    openings_a_day: int
    # Whether the one who decides must be somebody else than the one who wrote the grounds.
    four_eyes: bool
    # What a decision that refuses or lowers support says of how to appeal, a paragraph a line; as we understand it.
    how_to_appeal: str

    @property
    def follow_up_months(self) -> tuple[int, ...]:
        """Return after how many months somebody is asked how it went, in order, each once."""
        return tuple(sorted({self.follow_up_first, self.follow_up_second, self.follow_up_third, self.follow_up_last}))

    def grounds_due(self, month: date) -> date:
        """Return the day by which grounds for a support month are sent, counted from its period's end."""
        return self.observed_period(month)[1] + timedelta(days=self.grounds_due_days)

    def observed_period(self, month: date) -> tuple[date, date]:
        """Return the days whose activity counts for a support month, half-open."""
        first = months_after(month_of(month), -self.observed_months_before)
        last = months_after(first, 1)
        step = timedelta(days=self.observed_from_day - 1)
        return first + step, last + step


def read_rules(parameters: dict[str, Any]) -> Rules:
    """Read the parameters of a rule set; refused where one is missing, unknown or impossible."""
    names = {field.name for field in fields(Rules)}
    if odd := sorted(names ^ set(parameters)):
        raise Refused(_("A rule set names each parameter once; look at: %(names)s.") % {"names": ", ".join(odd)})
    months = ("requirement_from", "job_premium_from", "job_premium_support_from", "individual_from")
    rules = Rules(
        **{
            **parameters,
            **{name: date.fromisoformat(parameters[name]) if parameters[name] else None for name in months},
            "week_a_from": date.fromisoformat(parameters["week_a_from"]),
            "outside_obstacles": tuple(parameters["outside_obstacles"]),
            "uncounted_parts": tuple(parameters["uncounted_parts"]),
        }
    )
    if not 1 <= rules.observed_from_day <= 28 or rules.consecutive_months < 1:
        raise Refused(_("Months in a row are at least one, and a period starts on day 1 to 28."))
    if odd := [one.name for one in PARAMETERS if one.refuses(parameters[one.name])]:
        raise Refused(_("A rule set has values within their bounds; look at: %(names)s.") % {"names": ", ".join(odd)})
    return rules


def in_force(day: date | Given) -> QuerySet[RuleSet]:
    """Return the one rule set in force on a day, to be asked for beside something else."""
    return RuleSet.objects.decided().filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


ON = Written(lambda: in_force(given_day("day")))


def rules_on(day: date) -> Rules:
    """Return the rules in force on a day. A day without rules is a fault in the installation."""
    found: list[RuleSet] = ON.ask(day=day)
    if len(found) != 1:
        raise RuleSet.DoesNotExist(day)
    return known_rules(found[0].parameters)


def known_rules(parameters: dict[str, Any]) -> Rules:
    """Read the parameters of a rule set as they stand in its row; the same are judged once a process."""
    return judged(json.dumps(parameters))


@lru_cache(maxsize=64)
def judged(parameters: str) -> Rules:
    return read_rules(json.loads(parameters))
