"""Support for an employment: hints about who may get which, with their conditions, source and who decides.

A hint is no decision and says of nobody that they get it: the conditions are parameters of the day's rule set, so that
another wording of the law is another version of the rules. Which form an opening is agreed with is a code of the table
`support_form`, dated as all codes.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.rules.rulesets import Rules
from trappan.schedules.months import months_after
from trappan.schedules.periods import day_before
from trappan.ui.lists.listing import grouped
from trappan.ui.templatetags.ui import months_in_words

MONTH = "F Y"  # as a sentence says it: juli 2025
NEW_START, WAGE_SUPPORT, JOB_PREMIUM = "new_start", "wage_support", "job_premium"
JOB_STIMULUS = "job_stimulus"
# An employment in these is no work when somebody is told of as having come to work: the municipality, or the state,
# has made it up to give somebody something to do.
NOT_WORK = ("municipal", "extra_service")


@dataclass(frozen=True)
class Hint:
    """What may be possible: its conditions in sentences, who decides, and where that stands."""

    form: str
    name: str
    conditions: tuple[str, ...]
    decides: str
    source: str


def is_work(support_form: str) -> bool:
    """Tell whether an employment with this support form, or with none, is work."""
    return support_form not in NOT_WORK


def hints(rules: Rules, day: date, support_form: str = "") -> list[Hint]:
    """Return what may be possible at an employment that begins on a day; with a support form, no other beside it."""
    found = [] if support_form else [new_start(rules), wage_support(rules)]
    if support_form in (NEW_START, WAGE_SUPPORT):
        found = [new_start(rules) if support_form == NEW_START else wage_support(rules)]
    return [*found, *job_premium(rules, day)] if is_work(support_form) else found


def kept(rules: Rules, day: date) -> list[Hint]:
    """Return what somebody may keep who goes from assistance to work on a day: said of everybody alike, and no sum."""
    return [job_stimulus(rules), *job_premium(rules, day)]


def job_stimulus(rules: Rules) -> Hint:
    """Return the words about jobbstimulans."""
    return Hint(
        JOB_STIMULUS,
        _("Jobbstimulans"),
        (
            _("After assistance for %(months)s in a row, %(share)s of the wage is not counted, for %(years)s.")
            % {
                "months": months_in_words(rules.job_stimulus_support_months),
                "share": f"{rules.job_stimulus_percent}\u00a0%",
                "years": ngettext("%(years)s year", "%(years)s years", rules.job_stimulus_years)
                % {"years": rules.job_stimulus_years},
            },
            _("The rest of the wage is counted. Whoever earns enough needs no assistance, and keeps all of the wage."),
        ),
        _("Socialtjänsten decides, month by month, as we understand it."),
        rules.job_stimulus_source,
    )


def new_start(rules: Rules) -> Hint:
    """Return the hint about nystartsjobb."""
    return Hint(
        NEW_START,
        _("Nystartsjobb"),
        (
            _("From the age of %(age)s: without work for %(months)s of the last %(within)s months, at most %(most)s.")
            % {
                "age": rules.new_start_age,
                "months": rules.new_start_months,
                "within": rules.new_start_within,
                "most": rules.new_start_most,
            },
            _("From %(lowest)s to %(age)s: %(months)s of the last %(within)s months, at most %(most)s months.")
            % {
                "lowest": rules.new_start_lowest_age,
                "age": rules.new_start_age - 1,
                "months": rules.new_start_young_months,
                "within": rules.new_start_young_within,
                "most": rules.new_start_young_most,
            },
            _("Newly arrived, with a permit of the last %(months)s months, need no time without work.")
            % {"months": rules.new_start_arrived},
            _("Registered as seeking work. Time with financial assistance counts."),
        ),
        _("Arbetsförmedlingen decides, as we understand it."),
        rules.new_start_source,
    )


def wage_support(rules: Rules) -> Hint:
    """Return the hint about lönebidrag."""
    return Hint(
        WAGE_SUPPORT,
        _("Lönebidrag"),
        (_("For somebody whose ability to work is lowered by a disability."),),
        _("Arbetsförmedlingen decides, as we understand it."),
        rules.wage_support_source,
    )


def job_premium(rules: Rules, day: date) -> list[Hint]:
    """Return the hint about jobbpremie on a day between its first and last month, and nothing else."""
    first, support_from = rules.job_premium_from, rules.job_premium_support_from
    if first is None or support_from is None or not first <= day < months_after(first, 12 * rules.job_premium_years):
        return []
    last = months_after(support_from, rules.job_premium_support_months - 1)
    return [
        Hint(
            JOB_PREMIUM,
            _("Jobbpremie"),
            (
                _("For somebody with assistance in each month from %(first)s to %(last)s, who has a wage now.")
                % {"first": date_format(support_from, MONTH), "last": date_format(last, MONTH)},
                _("No assistance for the same month. At most %(most)s kronor a month, for at most %(months)s months.")
                % {"most": grouped(rules.job_premium_most), "months": rules.job_premium_months},
                _("Can be applied for until %(last)s.")
                % {"last": date_format(day_before(months_after(first, 12 * rules.job_premium_years)), MONTH)},
            ),
            _("Försäkringskassan decides, as we understand it."),
            rules.job_premium_source,
        )
    ]
