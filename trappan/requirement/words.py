"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "requirement.exempt": _("Exempted for a time"),
    "requirement.end_exemption": _("Exemption ended"),
    "requirement.request": _("Asked to take part"),
    "requirement.receive": _("Request received"),
    "requirement.write_grounds": _("Grounds written"),
    "requirement.hear": _("Heard on the grounds"),
    "requirement.send": _("Grounds sent"),
    "requirement.receive_grounds": _("Grounds received"),
    "requirement.take_back_grounds": _("Grounds taken back"),
    "requirement.decide": _("Decided on the grounds"),
    "requirement.replace_decision": _("Decision replaced by a new one"),
    "requirement.replace_exemption": _("Exemption replaced by a new one"),
    "requirement.replace_request": _("Request replaced by a new one"),
    "requirement.appeal": _("The decision appealed"),
    "requirement.appeal_ended": _("What came of the appeal"),
}

LOG = {
    "requirement.document": _("Grounds as PDF"),
    "requirement.register_request": _("Request registered"),
    "requirement.see_absence": _("Absence and support"),
    "requirement.see_controls": _("Controls"),
    "requirement.see_grounds": _("Grounds for a decision"),
    "requirement.see_requirement": _("Activity requirement"),
    "requirement.try_rules": _("A version of the rules tried: numbers, and nobody's name"),
}
