"""What is told by week too: coverage, and hours of plans' hours; of PersonWeek, where all others are of a month."""

from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.indicator import PERCENT, Indicator, Measure

COVERAGE = Indicator(
    "coverage_weekly",
    _("In activity of those who should be, by week"),
    PERCENT,
    _(
        "Of the people under the activity requirement in the month of the week’s Thursday, those who attended an "
        "activity at least once in the week."
    ),
    hit=lambda t: t.should & (t.attended > 0),
    of=lambda t: t.should,
)
HOURS = [
    Measure(
        "hours_attended_weekly",
        _("Hours attended, of the plans’ hours, by week"),
        PERCENT,
        _("Of the hours that plans in force at the week’s end ask for in it, those that were attended."),
        hit=lambda t: t.target > 0,
        of=lambda t: t.target > 0,
        above=lambda t: t.attended,
        below=lambda t: t.target,
        in_minutes=True,
    ),
    Measure(
        "hours_planned_weekly",
        _("Hours planned, of the plans’ hours, by week"),
        PERCENT,
        _("Of the hours that plans in force at the week’s end ask for in it, those that stand in their weeks."),
        hit=lambda t: t.target > 0,
        of=lambda t: t.target > 0,
        above=lambda t: t.planned,
        below=lambda t: t.target,
        in_minutes=True,
    ),
]
WEEKLY = [COVERAGE, *HOURS]
# Each by the name of the figure that it is by month.
BY_MONTHLY_NAME = {one.name.removesuffix("_weekly"): one for one in WEEKLY}
