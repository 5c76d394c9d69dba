"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "activities.add_crew": _("Crew made"),
    "activities.add_picture": _("Picture put on an activity's page"),
    "activities.add_theme": _("Theme added"),
    "activities.change_places": _("Places changed"),
    "activities.describe": _("Activity described"),
    "activities.give_job": _("Job given to a crew"),
    "activities.hold_extra": _("Extra places held"),
    "activities.make_activity": _("Activity made"),
    "activities.make_workplace": _("Workplace made"),
    "activities.show_first": _("Picture shown first"),
    "activities.take_away_picture": _("Picture taken away"),
    "activities.take_out": _("Theme or crew taken out"),
}
