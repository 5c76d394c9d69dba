"""What may be typed about where people are, one module a noun."""

from trappan.activities.forms.absence import AskSupportForm, DialogueForm, SupportDoneForm
from trappan.activities.forms.capacity import ExtraForm, PlacesForm
from trappan.activities.forms.catalogue import CrewForm, DescribeForm, JobForm, JoinForm, SuitsForm, ThemeForm
from trappan.activities.forms.placement import (
    AnswerForm,
    ChangeForm,
    CloseForm,
    DeclineForm,
    EndForm,
    ExtendForm,
    IntroductionForm,
    PlacementForm,
    SupervisorForm,
    WeekForm,
)
from trappan.activities.forms.progress import IncidentForm, ReportForm, SiteGoalForm, SiteStepForm, TickForm
from trappan.activities.forms.session import CancelForm, ClosureForm, FindingForm, NoticeForm, OtherTimesForm, PauseForm

__all__ = [
    "AnswerForm",
    "AskSupportForm",
    "CancelForm",
    "ChangeForm",
    "CloseForm",
    "ClosureForm",
    "CrewForm",
    "DeclineForm",
    "DescribeForm",
    "DialogueForm",
    "EndForm",
    "ExtendForm",
    "ExtraForm",
    "FindingForm",
    "IncidentForm",
    "IntroductionForm",
    "JobForm",
    "JoinForm",
    "NoticeForm",
    "OtherTimesForm",
    "PauseForm",
    "PlacementForm",
    "PlacesForm",
    "ReportForm",
    "SiteGoalForm",
    "SiteStepForm",
    "SuitsForm",
    "SupervisorForm",
    "SupportDoneForm",
    "ThemeForm",
    "TickForm",
    "WeekForm",
]
