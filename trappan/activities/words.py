"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "activities.answer_order": _("Order of work answered"),
    "activities.add_crew": _("Crew made"),
    "activities.add_picture": _("Picture put on an activity's page"),
    "activities.add_theme": _("Theme added"),
    "activities.change_places": _("Places changed"),
    "activities.describe": _("Activity described"),
    "activities.give_job": _("Job given to a crew"),
    "activities.hold_extra": _("Extra places held"),
    "activities.make_activity": _("Activity made"),
    "activities.make_workplace": _("Workplace made"),
    "activities.order_work": _("Work ordered from a crew"),
    "activities.see_departments": _("Places in own departments"),
    "activities.see_orders": _("Orders of work from crews"),
    "activities.show_first": _("Picture shown first"),
    "activities.take_away_picture": _("Picture taken away"),
    "activities.take_out": _("Theme or crew taken out"),
}
