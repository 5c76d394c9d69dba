"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "attendance.talk": _("Conversation about absence"),
    "attendance.ask_support": _("Support asked of the site"),
    "attendance.tell_support": _("The site told of the support"),
    "attendance.report": _("The site told how it goes"),
    "attendance.record_incident": _("Something went wrong at the site"),
}

LOG = {
    "attendance.allow_phone_list": _("The day’s list allowed on the site’s phones"),
    "attendance.find": _("Absence judged"),
    "attendance.keep_phone_list": _("The day’s list kept on a phone"),
    "attendance.month_document": _("The month as PDF"),
    "attendance.read_reports": _("Reports from the site read"),
    "attendance.record_attendance": _("Attendance marked"),
    "attendance.register": _("The day's list on paper"),
    "attendance.see_attendance": _("Attendance"),
    "attendance.see_day": _("The day's list"),
    "attendance.see_notice": _("Does not come"),
    "attendance.see_progress": _("From the sites"),
    "attendance.see_site": _("Here with us"),
    "attendance.see_there": _("The site's page"),
    "attendance.stop_phone_list": _("The day’s list no longer allowed on the site’s phones"),
    "attendance.undo_marks": _("Marks taken back"),
}
