"""Who reads the town's figures: nobody's file, and the whole town's numbers."""

from trappan.demo.rooms.staff import colleague
from trappan.demo.town import Town


def read_figures(town: Town) -> None:
    """Let a director and a controller read figures; the worker makes the forecast once the months are counted."""
    office = town.serving["management"]
    town.colleagues["casper"] = colleague(town, office, "controller", "Casper Kalkyl")
    town.colleagues["dagny"] = colleague(town, office, "director", "Dagny Målbild")
