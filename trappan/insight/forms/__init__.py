"""What may be typed about goals and figures."""

from trappan.insight.forms.effect import EffectGoalForm, EvaluateForm
from trappan.insight.forms.extract import DecideExtractForm, ExtractForm, WithdrawExtractForm
from trappan.insight.forms.goal import ChangeGoalForm, GoalForm, ResultForm
from trappan.insight.forms.improvement import DoneForm, ImprovementForm
from trappan.insight.forms.months import ComparedForm, MonthForm, PartedForm, SeriesForm
from trappan.insight.forms.publication import PublishAnewForm, PublishForm
from trappan.insight.forms.rows import RowsForm
from trappan.insight.forms.staff_question import StaffQuestionForm
from trappan.insight.forms.what_if import PLACES, WhatIfForm

__all__ = [
    "PLACES",
    "ChangeGoalForm",
    "ComparedForm",
    "DecideExtractForm",
    "DoneForm",
    "EffectGoalForm",
    "EvaluateForm",
    "ExtractForm",
    "GoalForm",
    "ImprovementForm",
    "MonthForm",
    "PartedForm",
    "PublishAnewForm",
    "PublishForm",
    "ResultForm",
    "RowsForm",
    "SeriesForm",
    "StaffQuestionForm",
    "WhatIfForm",
    "WithdrawExtractForm",
]
