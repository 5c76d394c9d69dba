"""What each rule is called, in which unit, between which bounds, and whether it takes two persons to change it.

What the law sets, and what guards secrecy or decisions, is confirmed by a second colleague (`two`); the
municipality's own is changed by one. The database is told the same (`known`), and judges by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.database.rules import Rule, function
from trappan.ui.templatetags.ui import day, hours, month_year


class Kind(StrEnum):
    """What a value is: numbers are whole, hours are kept as minutes, `listed` is a list of one thing or none."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    PERCENT = "percent"
    COUNT = "count"
    YES = "yes"
    LISTED = "listed"
    CODES = "codes"
    MONTH = "month"
    MONDAY = "monday"
    TEXT = "text"


NUMBERS = (Kind.DAYS, Kind.MONTHS, Kind.YEARS, Kind.HOURS, Kind.PERCENT, Kind.COUNT)
WHO = gettext_lazy("Who comes under the requirement")
HOURS = gettext_lazy("Hours a week")
MONTH = gettext_lazy("Which days a support month looks at")
PLAN = gettext_lazy("Request, plan and follow-up")
PLACES = gettext_lazy("Places and agreements")
EMPLOYERS = gettext_lazy("Employers")
OUTCOMES = gettext_lazy("After the end")
FIT = gettext_lazy("The order of openings that a person is shown")
SUPPORT = gettext_lazy("Support for an employment, as we understand it")
ATTENDANCE = gettext_lazy("Attendance")
GROUNDS = gettext_lazy("Grounds and decisions")
FILES = gettext_lazy("Files and notes")


@dataclass(frozen=True)
class Parameter:
    """One rule: its name in `rulesets.Rules`, its words, and what it may be.

    `lowest` and `highest` bound a number (of minutes for hours) and the length of a text. `effect` says what a
    change of it means for people and colleagues.
    """

    name: str
    group: Promise
    kind: Kind
    label: Promise
    effect: Promise
    lowest: int = 0
    highest: int = 0
    two: bool = False
    only: str = ""

    @property
    def unit(self) -> str:
        """Return the unit as it stands after a label; nothing where the words say it."""
        return {
            Kind.DAYS: _("days"),
            Kind.MONTHS: _("months"),
            Kind.YEARS: _("years"),
            Kind.HOURS: _("hours a week"),
            Kind.PERCENT: _("per cent"),
        }.get(self.kind, "")

    def in_words(self, value: Any, obstacles: Mapping[str, str]) -> str:
        """Say a value with its unit; `obstacles` are the words of the codes."""
        match self.kind:
            case Kind.DAYS:
                return ngettext("%(n)s day", "%(n)s days", value) % {"n": value}
            case Kind.MONTHS:
                return ngettext("%(n)s month", "%(n)s months", value) % {"n": value}
            case Kind.YEARS:
                return _("%(n)s years") % {"n": value}
            case Kind.HOURS:
                return hours(value)
            case Kind.PERCENT:
                return f"{value}\u00a0%"
            case Kind.YES | Kind.LISTED:
                return _("Yes") if value else _("No")
            case Kind.CODES:
                return ", ".join(obstacles.get(code, code) for code in value) or _("None")
            case Kind.MONTH:
                none = _("No duty") if self.name == "requirement_from" else _("None")
                return month_year(date.fromisoformat(value)) if value else none
            case Kind.MONDAY:
                return day(date.fromisoformat(value))
        return str(value) or "–"

    def refuses(self, value: Any) -> bool:
        """Tell whether a value is none that this rule may have."""
        match self.kind:
            case Kind.YES:
                return not isinstance(value, bool)
            case Kind.TEXT:
                return not isinstance(value, str) or len(value) > self.highest
            case Kind.LISTED | Kind.CODES:
                return not isinstance(value, list | tuple)
            case Kind.MONTH:
                return value is not None and not isinstance(value, str)
            case Kind.MONDAY:
                return date.fromisoformat(value).weekday() != 0
        return isinstance(value, bool) or not isinstance(value, int) or not self.lowest <= value <= self.highest


PARAMETERS = (
    Parameter(
        "requirement_from",
        WHO,
        Kind.MONTH,
        gettext_lazy("First month of the duty"),
        gettext_lazy("Activity is asked for from this month; none before it."),
        two=True,
    ),
    Parameter(
        "consecutive_months",
        WHO,
        Kind.MONTHS,
        gettext_lazy("Months with support in a row"),
        gettext_lazy("So many months in a row bring somebody under the requirement."),
        1,
        12,
        two=True,
    ),
    Parameter(
        "outside_obstacles",
        WHO,
        Kind.CODES,
        gettext_lazy("Obstacles that keep somebody outside"),
        gettext_lazy("With one of these in a month nobody comes under the requirement that month."),
        two=True,
    ),
    Parameter(
        "adult_age",
        WHO,
        Kind.YEARS,
        gettext_lazy("Lowest age"),
        gettext_lazy("Younger people are outside."),
        15,
        25,
        two=True,
    ),
    Parameter(
        "pension_age",
        WHO,
        Kind.YEARS,
        gettext_lazy("Age at which the requirement ends"),
        gettext_lazy("Older people are outside."),
        60,
        75,
        two=True,
    ),
    Parameter(
        "full_time_minutes",
        HOURS,
        Kind.HOURS,
        gettext_lazy("Full time"),
        gettext_lazy("The proposal of hours begins from this."),
        60,
        2400,
        two=True,
    ),
    Parameter(
        "young_child_age",
        HOURS,
        Kind.YEARS,
        gettext_lazy("Deduction for a child at home under"),
        gettext_lazy("The age at which a child no longer gives fewer hours."),
        0,
        18,
        two=True,
    ),
    Parameter(
        "young_child_minutes",
        HOURS,
        Kind.HOURS,
        gettext_lazy("Deduction for a young child"),
        gettext_lazy("So many hours less are proposed."),
        0,
        2400,
        two=True,
    ),
    Parameter(
        "part_time_deducted",
        HOURS,
        Kind.YES,
        gettext_lazy("Hours of part-time work are deducted"),
        gettext_lazy("Who works part time is proposed fewer hours."),
        two=True,
    ),
    Parameter(
        "uncounted_parts",
        HOURS,
        Kind.LISTED,
        gettext_lazy("Part-time work stands in the week outside the plan's hours"),
        gettext_lazy("Its hours are shown, and not counted against the hours."),
        two=True,
        only="work",
    ),
    Parameter(
        "observed_from_day",
        MONTH,
        Kind.COUNT,
        gettext_lazy("First day of the observed period"),
        gettext_lazy("The day of the month, 1 to 28, on which the period begins."),
        1,
        28,
    ),
    Parameter(
        "observed_months_before",
        MONTH,
        Kind.MONTHS,
        gettext_lazy("The period begins so long before the support month"),
        gettext_lazy("Which month's attendance a support month looks at."),
        0,
        6,
    ),
    Parameter(
        "request_basis",
        PLAN,
        Kind.TEXT,
        gettext_lazy("What a request rests on"),
        gettext_lazy("Stands in every request to take part."),
        1,
        1000,
        two=True,
    ),
    Parameter(
        "consultation_required",
        PLAN,
        Kind.YES,
        gettext_lazy("A plan is decided after consultation with the Employment Service"),
        gettext_lazy("Without it a plan can be decided at once."),
        two=True,
    ),
    Parameter(
        "consultation_valid_days",
        PLAN,
        Kind.DAYS,
        gettext_lazy("A consultation holds for"),
        gettext_lazy("Afterwards a new one is held before the next decision."),
        1,
        730,
    ),
    Parameter(
        "exemption_warning_days",
        PLAN,
        Kind.DAYS,
        gettext_lazy("An exemption that ends is told before"),
        gettext_lazy("When it stands on the start page."),
        1,
        365,
    ),
    Parameter(
        "review_interval_days",
        PLAN,
        Kind.DAYS,
        gettext_lazy("A plan is followed up within"),
        gettext_lazy("Which day a new plan proposes."),
        7,
        365,
    ),
    Parameter(
        "agreement_warning_days",
        PLACES,
        Kind.DAYS,
        gettext_lazy("An agreement or consent that ends is told before"),
        gettext_lazy("Whoever has placements that rest on it is told."),
        1,
        365,
    ),
    Parameter(
        "proposal_ahead_days",
        PLACES,
        Kind.DAYS,
        gettext_lazy("A place is proposed at most so long ahead"),
        gettext_lazy("Nobody holds a place for longer."),
        1,
        730,
    ),
    Parameter(
        "places_notice_days",
        PLACES,
        Kind.DAYS,
        gettext_lazy("Fewer places are told before"),
        gettext_lazy("A site cannot take places away sooner."),
        0,
        180,
    ),
    Parameter(
        "week_a_from",
        PLACES,
        Kind.MONDAY,
        gettext_lazy("Weeks A and B are counted from the Monday"),
        gettext_lazy("It begins a week A. Another Monday changes which weeks people are expected every other week."),
    ),
    Parameter(
        "asking_most",
        EMPLOYERS,
        Kind.COUNT,
        gettext_lazy("Times that a workplace is asked for places"),
        gettext_lazy("Whoever asks more often writes why."),
        1,
        50,
    ),
    Parameter(
        "asking_days",
        EMPLOYERS,
        Kind.DAYS,
        gettext_lazy("They are counted over the last"),
        gettext_lazy("How far back a question counts."),
        7,
        365,
    ),
    *(
        Parameter(
            f"{form}_most_days",
            EMPLOYERS,
            Kind.DAYS,
            label,
            gettext_lazy("An agreement that would be longer is refused; what is signed already stands."),
            1,
            1500,
        )
        for form, label in (
            ("internship", gettext_lazy("An internship is at most")),
            ("work_trial", gettext_lazy("A work trial is at most")),
            ("subsidised", gettext_lazy("A subsidised employment is at most")),
        )
    ),
    Parameter(
        "link_days",
        EMPLOYERS,
        Kind.DAYS,
        gettext_lazy("A link for signing holds"),
        gettext_lazy("Afterwards a new one is sent."),
        1,
        30,
    ),
    Parameter(
        "follow_up_first",
        OUTCOMES,
        Kind.MONTHS,
        gettext_lazy("The first follow-up after"),
        gettext_lazy("Whoever went to work or studies is asked then how it went. The same number twice is one time."),
        1,
        24,
    ),
    Parameter(
        "follow_up_second",
        OUTCOMES,
        Kind.MONTHS,
        gettext_lazy("The second follow-up after"),
        gettext_lazy("Whoever went to work or studies is asked then how it went. The same number twice is one time."),
        1,
        24,
    ),
    Parameter(
        "follow_up_third",
        OUTCOMES,
        Kind.MONTHS,
        gettext_lazy("The third follow-up after"),
        gettext_lazy("Whoever went to work or studies is asked then how it went. The same number twice is one time."),
        1,
        24,
    ),
    Parameter(
        "follow_up_last",
        OUTCOMES,
        Kind.MONTHS,
        gettext_lazy("The last follow-up after"),
        gettext_lazy("Whoever went to work or studies is asked then how it went. The same number twice is one time."),
        1,
        24,
    ),
    Parameter(
        "follow_up_tries",
        OUTCOMES,
        Kind.COUNT,
        gettext_lazy("Times that somebody is tried"),
        gettext_lazy("Then the follow-up counts as not reached, and leaves the list. An answer is still taken."),
        1,
        10,
    ),
    Parameter(
        "named_months",
        OUTCOMES,
        Kind.MONTHS,
        gettext_lazy("The name of somebody who came to work is read for"),
        gettext_lazy("Counted from the first day, where the person wants it. Colleagues of the municipality read it."),
        1,
        12,
        two=True,
    ),
    Parameter(
        "return_months",
        OUTCOMES,
        Kind.MONTHS,
        gettext_lazy("Back on support counts as a return within"),
        gettext_lazy("Counted from the end to work or studies, after a month without support."),
        1,
        36,
    ),
    Parameter(
        "profile_yes_days",
        EMPLOYERS,
        Kind.DAYS,
        gettext_lazy("A yes to share a profile is proposed for"),
        gettext_lazy("The person may choose another last day."),
        1,
        365,
        two=True,
    ),
    Parameter(
        "places_asked_days",
        EMPLOYERS,
        Kind.DAYS,
        gettext_lazy("Own departments are asked for places before a half-year begins"),
        gettext_lazy("Each workplace once a half-year, in the name of the coordinator."),
        14,
        180,
    ),
    Parameter(
        "places_answer_days",
        EMPLOYERS,
        Kind.DAYS,
        gettext_lazy("They answer within"),
        gettext_lazy("Counted from the question."),
        7,
        180,
    ),
    Parameter(
        "places_reminder_days",
        EMPLOYERS,
        Kind.DAYS,
        gettext_lazy("Days between reminders to own departments"),
        gettext_lazy("After two without an answer their head is told, as many days later."),
        3,
        60,
    ),
    Parameter(
        "proposal_answer_days",
        EMPLOYERS,
        Kind.DAYS,
        gettext_lazy("An answer about an opening is waited for"),
        gettext_lazy("What neither the person nor the employer has answered by then ends as unanswered by itself."),
        3,
        90,
    ),
    Parameter(
        "fit_wish",
        FIT,
        Kind.COUNT,
        gettext_lazy("Weight of work that the person has asked for"),
        gettext_lazy("Orders openings on the page of one person, the heaviest first. No person is ordered by it."),
        0,
        100,
    ),
    Parameter(
        "fit_done",
        FIT,
        Kind.COUNT,
        gettext_lazy("Weight of work that the person has done before"),
        gettext_lazy("Orders openings on the page of one person, the heaviest first. No person is ordered by it."),
        0,
        100,
    ),
    Parameter(
        "fit_near",
        FIT,
        Kind.COUNT,
        gettext_lazy("Weight of work that such an occupation can stand in for"),
        gettext_lazy("Orders openings on the page of one person, the heaviest first. No person is ordered by it."),
        0,
        100,
    ),
    Parameter(
        "fit_group",
        FIT,
        Kind.COUNT,
        gettext_lazy("Weight of work in the same group of occupations"),
        gettext_lazy("Orders openings on the page of one person, the heaviest first. No person is ordered by it."),
        0,
        100,
    ),
    Parameter(
        "new_start_age",
        SUPPORT,
        Kind.YEARS,
        gettext_lazy("Nystartsjobb: the longer time without work from the age of"),
        gettext_lazy("Below it the shorter time is enough, and the support shorter."),
        18,
        67,
        two=True,
    ),
    Parameter(
        "new_start_lowest_age",
        SUPPORT,
        Kind.YEARS,
        gettext_lazy("Nystartsjobb: given from the age of"),
        gettext_lazy("Nobody younger is told of it."),
        16,
        67,
        two=True,
    ),
    Parameter(
        "new_start_months",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Nystartsjobb: without work for"),
        gettext_lazy("From the age above; time with support counts."),
        1,
        60,
        two=True,
    ),
    Parameter(
        "new_start_within",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Nystartsjobb: out of the last"),
        gettext_lazy("The time in which those months lie."),
        1,
        60,
        two=True,
    ),
    Parameter(
        "new_start_most",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Nystartsjobb: given for at most"),
        gettext_lazy("As long as somebody was without work, at most this."),
        1,
        120,
        two=True,
    ),
    Parameter(
        "new_start_young_months",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Nystartsjobb for the younger: without work for"),
        gettext_lazy("Below the age above."),
        1,
        60,
        two=True,
    ),
    Parameter(
        "new_start_young_within",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Nystartsjobb for the younger: out of the last"),
        gettext_lazy("The time in which those months lie."),
        1,
        60,
        two=True,
    ),
    Parameter(
        "new_start_young_most",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Nystartsjobb for the younger: given for at most"),
        gettext_lazy("Also for the newly arrived of that age."),
        1,
        120,
        two=True,
    ),
    Parameter(
        "new_start_arrived",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Nystartsjobb: newly arrived with a permit of the last"),
        gettext_lazy("Needs no time without work."),
        0,
        120,
        two=True,
    ),
    Parameter(
        "new_start_source",
        SUPPORT,
        Kind.TEXT,
        gettext_lazy("Nystartsjobb: where it stands"),
        gettext_lazy("Stands beside every hint."),
        1,
        500,
        two=True,
    ),
    Parameter(
        "wage_support_source",
        SUPPORT,
        Kind.TEXT,
        gettext_lazy("Lönebidrag: where it stands"),
        gettext_lazy("Stands beside every hint."),
        1,
        500,
        two=True,
    ),
    Parameter(
        "job_premium_from",
        SUPPORT,
        Kind.MONTH,
        gettext_lazy("Jobbpremie: first month"),
        gettext_lazy("Nobody is told of it before."),
        two=True,
    ),
    Parameter(
        "job_premium_years",
        SUPPORT,
        Kind.YEARS,
        gettext_lazy("Jobbpremie: given for"),
        gettext_lazy("Counted from its first month; nobody is told of it afterwards."),
        1,
        20,
        two=True,
    ),
    Parameter(
        "job_premium_support_from",
        SUPPORT,
        Kind.MONTH,
        gettext_lazy("Jobbpremie: support in each month from"),
        gettext_lazy("The first of the months that are looked at."),
        two=True,
    ),
    Parameter(
        "job_premium_support_months",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Jobbpremie: so many months of support"),
        gettext_lazy("In each of them support was paid."),
        1,
        24,
        two=True,
    ),
    Parameter(
        "job_premium_months",
        SUPPORT,
        Kind.MONTHS,
        gettext_lazy("Jobbpremie: at most"),
        gettext_lazy("For so many months one gets it."),
        1,
        60,
        two=True,
    ),
    Parameter(
        "job_premium_most",
        SUPPORT,
        Kind.COUNT,
        gettext_lazy("Jobbpremie: at most, kronor a month"),
        gettext_lazy("What is told of how much it is."),
        0,
        20000,
        two=True,
    ),
    Parameter(
        "job_premium_source",
        SUPPORT,
        Kind.TEXT,
        gettext_lazy("Jobbpremie: where it stands"),
        gettext_lazy("Stands beside every hint."),
        1,
        500,
        two=True,
    ),
    Parameter(
        "marking_days",
        ATTENDANCE,
        Kind.DAYS,
        gettext_lazy("A site marks a day for"),
        gettext_lazy("Afterwards its leader corrects."),
        1,
        60,
    ),
    Parameter(
        "unmarked_days",
        ATTENDANCE,
        Kind.DAYS,
        gettext_lazy("An unmarked day is told after so many working days"),
        gettext_lazy("When it stands on the lists."),
        1,
        30,
    ),
    Parameter(
        "report_interval_days",
        ATTENDANCE,
        Kind.DAYS,
        gettext_lazy("A site tells how it goes every"),
        gettext_lazy("How often a report is asked for."),
        7,
        180,
    ),
    Parameter(
        "prompt_untold",
        ATTENDANCE,
        Kind.COUNT,
        gettext_lazy("Absences not told that lead to a talk"),
        gettext_lazy("A reason to talk, never a finding."),
        1,
        60,
    ),
    Parameter(
        "prompt_share",
        ATTENDANCE,
        Kind.PERCENT,
        gettext_lazy("Share away that leads to a talk"),
        gettext_lazy("A reason to talk, never a finding."),
        1,
        100,
    ),
    Parameter(
        "prompt_window_days",
        ATTENDANCE,
        Kind.DAYS,
        gettext_lazy("Absence is counted over the last"),
        gettext_lazy("How far back a prompt looks."),
        7,
        180,
    ),
    Parameter(
        "grounds_due_days",
        GROUNDS,
        Kind.DAYS,
        gettext_lazy("Grounds are sent within"),
        gettext_lazy("Counted from the last day of the period."),
        1,
        90,
    ),
    Parameter(
        "receipt_days",
        GROUNDS,
        Kind.DAYS,
        gettext_lazy("Grounds without a receipt are chased after"),
        gettext_lazy("When they stand among the controls."),
        1,
        90,
    ),
    Parameter(
        "four_eyes",
        GROUNDS,
        Kind.YES,
        gettext_lazy("Somebody else decides than who wrote the grounds"),
        gettext_lazy("Without it one colleague does both."),
        two=True,
    ),
    Parameter(
        "how_to_appeal",
        GROUNDS,
        Kind.TEXT,
        gettext_lazy("How to appeal, a paragraph a line"),
        gettext_lazy("Stands in every decision that refuses or lowers support."),
        1,
        4000,
        two=True,
    ),
    Parameter(
        "note_lock_days",
        FILES,
        Kind.DAYS,
        gettext_lazy("A note is locked after"),
        gettext_lazy("Afterwards it is corrected by a new note."),
        0,
        365,
    ),
    Parameter(
        "hand_over_days",
        FILES,
        Kind.DAYS,
        gettext_lazy("Whoever hands over reads for"),
        gettext_lazy("A site reads its ended placement for so long too."),
        0,
        365,
    ),
    Parameter(
        "openings_a_day",
        FILES,
        Kind.COUNT,
        gettext_lazy("Files a day that one colleague opens without the case"),
        gettext_lazy("A ceiling; each opening is in the log."),
        0,
        100,
        two=True,
    ),
)
BY_NAME = {one.name: one for one in PARAMETERS}


def known() -> Rule:
    """Return the database's own list of the rules: name, kind, bounds, and whether it takes two to change it."""

    def kind(one: Parameter) -> str:
        return "number" if one.kind in NUMBERS else "array" if one.kind in (Kind.LISTED, Kind.CODES) else one.kind

    rows = ",\n  ".join(
        f"('{one.name}', '{kind(one)}', {one.lowest}, {one.highest}, {str(one.two).lower()})" for one in PARAMETERS
    )
    return function(
        "rules_known",
        "CREATE FUNCTION rules_known() RETURNS TABLE (name text, kind text, lowest int, highest int, two boolean) "
        f"IMMUTABLE LANGUAGE sql AS $$\n  VALUES {rows}\n$$",
    )
