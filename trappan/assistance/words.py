"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "assistance.receive_application": _("Application received"),
    "assistance.take_back_application": _("Application taken back"),
    "assistance.note_result": _("Decision on the application noted"),
    "assistance.keep_month": _("A month with support written down"),
    "assistance.correct_month": _("A month with support put right"),
    "assistance.take_out_month": _("A month with support taken out"),
    "assistance.correct_elsewhere": _("Months in another municipality put right"),
    "assistance.take_out_elsewhere": _("Months in another municipality taken out"),
    "assistance.note_elsewhere": _("Months in another municipality written down"),
}

LOG = {
    "assistance.see_application": _("Application"),
    "assistance.see_result": _("Decision on the application"),
    "assistance.see_support": _("Support"),
}
