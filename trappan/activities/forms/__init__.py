"""Forms of what there is, one module a noun: shape only."""

from trappan.activities.forms.activity import DescribeForm, SuitsForm, ThemeForm
from trappan.activities.forms.capacity import ExtraForm, PlacesForm
from trappan.activities.forms.crew import CrewForm, JobForm

__all__ = ["CrewForm", "DescribeForm", "ExtraForm", "JobForm", "PlacesForm", "SuitsForm", "ThemeForm"]
