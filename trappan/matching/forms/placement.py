"""What may be typed of a placement where an employer has said yes: its days, its week, what it is for."""

from datetime import date
from typing import Any

from trappan.activities.models import Activity
from trappan.employers.models import Opening
from trappan.placements.forms import PlacementForm


class OpeningPlacementForm(PlacementForm):
    """The activity is the opening's own; days and times begin as the opening's."""

    def __init__(self, *args: Any, opening: Opening, first: date, **kwargs: Any) -> None:
        begins = {
            "starts_on": max(opening.starts_on, first),
            "ends_on": opening.ends_on,
            "week": opening.hours,
            "aim": opening.tasks[:300],
        }
        super().__init__(*args, activities=Activity.objects.none(), protected=False, initial=begins, **kwargs)
        del self.fields["activity"]
