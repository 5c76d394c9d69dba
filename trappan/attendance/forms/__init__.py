"""Forms of the day and what came of it, one module a noun: shape only."""

from trappan.attendance.forms.dialogue import AskSupportForm, DialogueForm, SupportDoneForm
from trappan.attendance.forms.finding import FindingForm
from trappan.attendance.forms.progress import SiteGoalForm, SiteStepForm, TickForm
from trappan.attendance.forms.report import IncidentForm, ReportForm

__all__ = [
    "AskSupportForm",
    "DialogueForm",
    "FindingForm",
    "IncidentForm",
    "ReportForm",
    "SiteGoalForm",
    "SiteStepForm",
    "SupportDoneForm",
    "TickForm",
]
