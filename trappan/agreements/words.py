"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "agreements.ask_for_link": _("Whoever had a link asked for a new one"),
    "agreements.answer_by_link": _("Answered by a link"),
    "agreements.answer_day": _("Answered a reminder: whether they come"),
    "agreements.change_agreement": _("Agreement with a workplace written anew"),
    "agreements.decline_by_link": _("The employer did not sign, and said why"),
    "agreements.note_incident": _("Something went wrong at a workplace"),
    "agreements.show_ending": _("Gone through with the person: how it went at the employer"),
    "agreements.sign_by_link": _("The employer signed the agreement"),
    "agreements.sign_for_municipality": _("The municipality signed: the agreement holds"),
    "agreements.sign_in_room": _("The participant signed the agreement"),
    "agreements.sign_on_behalf": _("Agreement signed on behalf"),
    "agreements.take_in_ending": _("The employer told by a link how it went"),
    "agreements.tell_ending": _("The employer told how it went"),
    "agreements.speak_along": _("Spoke of how it goes at a workplace"),
    "agreements.take_week": _("A week at a workplace marked"),
    "agreements.write_agreement": _("Agreement with a workplace written"),
}

LOG = {
    "agreements.ask_ending": _("An employer asked by a link how it went"),
    "agreements.ask_week": _("Link for a week sent to an employer"),
    "agreements.correct_contact": _("Contact of an agreement put right"),
    "agreements.note_paid": _("What is paid on an agreement"),
    "agreements.open_link": _("Link opened with its code"),
    "agreements.prepare_agreement": _("Agreement prepared with the employer"),
    "agreements.print_agreement": _("Agreement as a paper"),
    "agreements.read_answer": _("Answer by a link read"),
    "agreements.read_code": _("Code of a link read aloud"),
    "agreements.see_agreement": _("Agreement with a workplace"),
    "agreements.see_along": _("How it goes at a workplace"),
    "agreements.see_ending": _("How it went at the employer"),
    "agreements.see_week": _("A week at a workplace"),
    "agreements.send_link": _("Link sent to an employer"),
    "agreements.set_rhythm": _("How often one speaks of how it goes at a workplace"),
    "agreements.take_back_ending": _("What an employer told, taken back"),
    "agreements.wrong_code": _("Wrong code of a link"),
}
MESSAGES = {"agreements.change_agreement": _("An agreement is changed")}
