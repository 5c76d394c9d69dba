"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "activities.add_crew": _("Crew made"),
    "activities.add_theme": _("Theme added"),
    "activities.change_places": _("Places changed"),
    "activities.describe": _("Activity described"),
    "activities.give_job": _("Job given to a crew"),
    "activities.hold_extra": _("Extra places held"),
    "activities.make_activity": _("Activity made"),
    "activities.make_workplace": _("Workplace made"),
    "activities.take_out": _("Theme or crew taken out"),
}
