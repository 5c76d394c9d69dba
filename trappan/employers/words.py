"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

LOG = {
    "employers.ask_places": _("Own departments asked for places"),
    "employers.change_contact": _("Contact at an employer changed"),
    "employers.change_conversation": _("Conversation with an employer changed"),
    "employers.change_employer": _("Employer changed"),
    "employers.change_opening": _("Opening changed"),
    "employers.change_workplace": _("Workplace of an employer changed"),
    "employers.close_opening": _("Opening closed"),
    "employers.close_workplace": _("Workplace of an employer closed"),
    "employers.converse": _("Conversation with an employer written down"),
    "employers.end_employer": _("Contact with an employer ended"),
    "employers.export_employers": _("The employers, taken as a file"),
    "employers.export_openings": _("The openings, taken as a file"),
    "employers.import_ads": _("Ads imported"),
    "employers.keep_promise": _("Promise to an employer kept"),
    "employers.leave_contact": _("Contact at an employer has left"),
    "employers.make_contact": _("Contact at an employer written down"),
    "employers.make_employer": _("Employer written down"),
    "employers.make_opening": _("Opening written down"),
    "employers.make_workplace": _("Workplace of an employer written down"),
    "employers.merge_employer": _("Employers merged"),
    "employers.offer_none": _("Own department has no place to offer"),
    "employers.offer_places": _("Places offered by an own department"),
    "employers.rest_employer": _("Employer rests"),
    "employers.see": _("Employers"),
    "employers.see_places": _("Places of an own department"),
    "employers.set_target": _("Target of an own department set"),
    "employers.change_offer": _("Offered places changed"),
    "employers.take_back_offer": _("Offered places taken back"),
    "employers.put_lead_aside": _("Ad put aside"),
    "employers.see_lead": _("Ads"),
    "employers.see_opening": _("Openings of employers"),
    "employers.take_back_closing": _("Opening offered after all"),
    "employers.take_up_employer": _("Contact with an employer taken up again"),
    "employers.take_up_lead": _("Ad taken up again"),
    "employers.tell_contact": _("Contact at an employer told how the name is kept"),
}
# What the messages are called that this room orders.
MESSAGES = {"employers.places": _("Question for places to an own department")}
