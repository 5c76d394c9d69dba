"""What may be typed about an agreement."""

from trappan.agreements.forms.agreement import AgreementForm, ChangeAgreementForm, PaidForm, ReachForm
from trappan.agreements.forms.along import AlongForm, RhythmForm
from trappan.agreements.forms.ending import EndingForm, ShownForm
from trappan.agreements.forms.link import AnswerForm, AskedForm, CodeForm, DeclineForm
from trappan.agreements.forms.prepared import PrepareForm
from trappan.agreements.forms.signature import BehalfForm, SendForm, SignForm
from trappan.agreements.forms.week import AskedWeekForm, ReadWeekForm, WeekForm

__all__ = [
    "AgreementForm",
    "AlongForm",
    "AnswerForm",
    "AskedForm",
    "AskedWeekForm",
    "BehalfForm",
    "ChangeAgreementForm",
    "CodeForm",
    "DeclineForm",
    "EndingForm",
    "PaidForm",
    "PrepareForm",
    "ReachForm",
    "ReadWeekForm",
    "RhythmForm",
    "SendForm",
    "ShownForm",
    "SignForm",
    "WeekForm",
]
