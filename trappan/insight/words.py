"""What is done and read in this room, in words, in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "insight.ask": _("Asked what would be different"),
    "insight.change_goal": _("How a goal is counted, or who answers for it, changed"),
    "insight.export_figures": _("Figures taken out as a file"),
    "insight.log_improvement": _("Something to be better written down"),
    "insight.publish": _("Figures published"),
    "insight.publish_anew": _("Figures published anew, in place of others"),
    "insight.put_off_question": _("The yearly question put off"),
    "insight.say_how_it_goes": _("The yearly question answered"),
    "insight.see_board": _("Goals and figures"),
    "insight.see_forecast": _("Forecast"),
    "insight.see_goals": _("Our goals"),
    "insight.see_how_it_goes": _("How the work goes"),
    "insight.see_indicator": _("A figure"),
    "insight.see_month": _("What we achieved this month"),
    "insight.see_rows": _("The rows behind a figure"),
    "insight.see_published": _("Published figures"),
    "insight.see_what_if": _("What would be different"),
    "insight.set_goal": _("Goal written down"),
    "insight.take_out_goal": _("Goal taken out"),
    "insight.tell_improvement": _("What came of something to be better written down"),
    "insight.write_result": _("What became of a goal written down"),
}
