"""What may be typed about rules, codes and texts, one module a noun."""

from trappan.rules.forms.code import AddCodeForm, CloseCodeForm, RenameCodeForm
from trappan.rules.forms.mark import MarkForm, StopMarkForm
from trappan.rules.forms.ruleset import RuleSetForm
from trappan.rules.forms.text import TextForm

__all__ = ["AddCodeForm", "CloseCodeForm", "MarkForm", "RenameCodeForm", "RuleSetForm", "StopMarkForm", "TextForm"]
