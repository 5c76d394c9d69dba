"""What may be typed about rules and codes, one module a noun."""

from trappan.rules.forms.code import AddCodeForm, CloseCodeForm, RenameCodeForm
from trappan.rules.forms.ruleset import RuleSetForm

__all__ = ["AddCodeForm", "CloseCodeForm", "RenameCodeForm", "RuleSetForm"]
