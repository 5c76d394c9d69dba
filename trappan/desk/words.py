"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "desk.export_caseload": _("List of one's own cases, taken as a file"),
    "desk.export_log": _("The log, taken as a file"),
    "desk.export_people": _("List of participants, taken as a file"),
    "desk.export_readings": _("List of who has read, made for the person"),
    "desk.export_requirement": _("List of those under the requirement, taken as a file"),
    "desk.number": _("The personal number of a protected person"),
    "desk.refused": _("Refused"),
    "desk.search": _("Search by name or case number"),
    "desk.suggest": _("Suggestions while searching"),
    "desk.see_house": _("A partner's own house, in numbers"),
    "desk.see_hosted": _("Who comes to an own department"),
    "desk.see_box": _("All of one kind that waits for a colleague"),
    "desk.see_caseload": _("List of one's own cases"),
    "desk.see_formal_days": _("Formal days"),
    "desk.see_log": _("The log of one person"),
    "desk.see_people": _("List of participants"),
    "desk.see_requirement": _("List of those under the requirement"),
    "desk.see_household": _("The household’s week"),
    "desk.see_person": _("The person's page"),
}
