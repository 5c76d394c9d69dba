"""Forms of the day and what came of it, one module a noun: shape only."""

from trappan.attendance.forms.dialogue import AskSupportForm, DialogueForm, SupportDoneForm
from trappan.attendance.forms.finding import FindingForm
from trappan.attendance.forms.progress import ReadForm, SiteGoalForm, SiteStepForm, TickForm, UnderForm
from trappan.attendance.forms.report import EndReportForm, IncidentForm, ReportForm

__all__ = [
    "AskSupportForm",
    "DialogueForm",
    "EndReportForm",
    "FindingForm",
    "IncidentForm",
    "ReadForm",
    "ReportForm",
    "SiteGoalForm",
    "SiteStepForm",
    "SupportDoneForm",
    "TickForm",
    "UnderForm",
]
