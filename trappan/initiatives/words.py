"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "initiatives.carry_over": _("Went along into the initiative that followed"),
    "initiatives.leave_initiative": _("Takes part in an initiative no longer"),
    "initiatives.put_in": _("Takes part in an initiative"),
}

LOG = {
    "initiatives.begin_initiative": _("Initiative written down"),
    "initiatives.begin_paper": _("Decision paper of an initiative begun"),
    "initiatives.carry_all_over": _("Those who take part went along into the initiative that followed"),
    "initiatives.change_initiative": _("Initiative changed"),
    "initiatives.decide_by_paper": _("Initiative decided by its paper"),
    "initiatives.go_on": _("What goes on after an initiative written down"),
    "initiatives.mark_day": _("Day to mark in charts written down"),
    "initiatives.print_paper": _("Decision paper of an initiative printed"),
    "initiatives.see": _("Initiatives"),
    "initiatives.see_paper": _("Decision paper of an initiative"),
    "initiatives.see_own": _("Initiatives that somebody takes part in"),
    "initiatives.take_out_continuation": _("What goes on after an initiative taken out"),
    "initiatives.take_out_day": _("Day to mark in charts taken out"),
    "initiatives.write_paper": _("Decision paper of an initiative saved"),
    "initiatives.write_report": _("End report of an initiative written"),
}
