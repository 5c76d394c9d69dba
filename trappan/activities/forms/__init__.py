"""Forms of what there is, one module a noun: shape only."""

from trappan.activities.forms.activity import DescribeForm, SuitsForm, ThemeForm
from trappan.activities.forms.capacity import ExtraForm, PlacesForm
from trappan.activities.forms.crew import CrewForm, JobForm
from trappan.activities.forms.make import MakeActivityForm, MakeWorkplaceForm
from trappan.activities.forms.order import DeclineOrderForm, MadeForm, OrderForm, TakeOrderForm
from trappan.activities.forms.picture import PictureForm

__all__ = [
    "CrewForm",
    "DeclineOrderForm",
    "DescribeForm",
    "ExtraForm",
    "JobForm",
    "MadeForm",
    "MakeActivityForm",
    "MakeWorkplaceForm",
    "OrderForm",
    "PictureForm",
    "PlacesForm",
    "SuitsForm",
    "TakeOrderForm",
    "ThemeForm",
]
