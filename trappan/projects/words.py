"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "projects.add_participant": _("Takes part in a project"),
    "projects.end_participation": _("Takes part in a project no longer"),
    "projects.let_in": _("A project’s coordinator was let in"),
}

LOG = {
    "projects.add_funding": _("A project’s money written down"),
    "projects.add_municipality": _("Municipality of a project written down"),
    "projects.add_sub_initiative": _("Sub-initiative of a project written down"),
    "projects.begin_paper": _("Decision paper of a project begun"),
    "projects.begin_project": _("Project written down"),
    "projects.check_continuation": _("Looked that what a project left still goes on"),
    "projects.decide_by_paper": _("Project decided by its paper"),
    "projects.go_on": _("What goes on after a project written down"),
    "projects.set_cooperation_goal": _("Goal of cooperation in a project written down"),
    "projects.take_out_continuation": _("What goes on after a project taken out"),
    "projects.take_out_evidence": _("What shows cooperation in a project taken out"),
    "projects.take_out_gathering": _("Gathering of a project taken out"),
    "projects.tell_evidence": _("What shows cooperation in a project written down"),
    "projects.tell_gathering": _("Gathering of a project written down"),
    "projects.finish_project": _("Project finished, and its key destroyed"),
    "projects.hand_in_month": _("A project’s month handed in"),
    "projects.make_month_file": _("A file of a project’s participants made"),
    "projects.say_nothing": _("Nothing to hand in of a project’s month"),
    "projects.print_paper": _("Decision paper of a project printed"),
    "projects.see": _("Projects"),
    "projects.see_paper": _("Decision paper of a project"),
    "projects.see_months": _("What is handed in of a project’s months"),
    "projects.take_month_file": _("A file of a project’s participants taken out"),
    "projects.take_results": _("A project’s results taken out"),
    "projects.undo_nothing": _("That there is nothing to hand in taken back"),
    "projects.see_participants": _("Participants of a project"),
    "projects.see_own": _("Projects that somebody takes part in"),
    "projects.tell_spending": _("What a project has used written down"),
    "projects.write_paper": _("Decision paper of a project saved"),
}
