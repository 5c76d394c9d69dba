"""What is done and read in this room, in words, in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "insight.ask": _("Asked what would be different"),
    "insight.ask_extract": _("Extract for research asked for"),
    "insight.change_goal": _("How a goal is counted, or who answers for it, changed"),
    "insight.decide_extract": _("Extract for research decided"),
    "insight.export_figures": _("Figures taken out as a file"),
    "insight.log_improvement": _("Something to be better written down"),
    "insight.open_extract": _("Extract for research opened as a file"),
    "insight.publish": _("Figures published"),
    "insight.publish_anew": _("Figures published anew, in place of others"),
    "insight.see_comparison": _("Other municipalities"),
    "insight.see_coverage": _("Coverage and places"),
    "insight.see_equality": _("Equality"),
    "insight.see_flow": _("The flow"),
    "insight.see_board": _("Goals and figures"),
    "insight.see_evaluation": _("Evaluation"),
    "insight.see_extracts": _("Extracts for research"),
    "insight.see_forecast": _("Forecast"),
    "insight.see_goals": _("Our goals"),
    "insight.see_indicator": _("A figure"),
    "insight.see_rows": _("The rows behind a figure"),
    "insight.see_published": _("Published figures"),
    "insight.see_what_if": _("What would be different"),
    "insight.set_goal": _("Goal written down"),
    "insight.take_out_goal": _("Goal taken out"),
    "insight.tell_improvement": _("What came of something to be better written down"),
    "insight.withdraw_extract": _("Extract for research withdrawn"),
    "insight.write_result": _("What became of a goal written down"),
}
