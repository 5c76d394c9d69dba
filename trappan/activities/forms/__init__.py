"""What may be typed about where people are, one module a noun."""

from trappan.activities.forms.capacity import ExtraForm, PlacesForm
from trappan.activities.forms.placement import EndForm, PlacementForm

__all__ = ["EndForm", "ExtraForm", "PlacementForm", "PlacesForm"]
