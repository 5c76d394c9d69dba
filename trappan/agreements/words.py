"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "agreements.ask_for_link": _("Whoever had a link asked for a new one"),
    "agreements.answer_by_link": _("Answered by a link"),
    "agreements.change_agreement": _("Agreement with a workplace written anew"),
    "agreements.decline_by_link": _("The employer did not sign, and said why"),
    "agreements.show_ending": _("Gone through with the person: how it went at the employer"),
    "agreements.sign_by_link": _("The employer signed the agreement"),
    "agreements.sign_for_municipality": _("The municipality signed: the agreement holds"),
    "agreements.sign_in_room": _("The participant signed the agreement"),
    "agreements.sign_on_behalf": _("Agreement signed on behalf"),
    "agreements.take_in_ending": _("The employer told by a link how it went"),
    "agreements.tell_ending": _("The employer told how it went"),
    "agreements.write_agreement": _("Agreement with a workplace written"),
}

LOG = {
    "agreements.ask_ending": _("An employer asked by a link how it went"),
    "agreements.correct_contact": _("Contact of an agreement put right"),
    "agreements.note_paid": _("What is paid on an agreement"),
    "agreements.open_link": _("Link opened with its code"),
    "agreements.prepare_agreement": _("Agreement prepared with the employer"),
    "agreements.print_agreement": _("Agreement as a paper"),
    "agreements.read_answer": _("Answer by a link read"),
    "agreements.read_code": _("Code of a link read aloud"),
    "agreements.see_agreement": _("Agreement with a workplace"),
    "agreements.see_ending": _("How it went at the employer"),
    "agreements.send_link": _("Link sent to an employer"),
    "agreements.take_back_ending": _("What an employer told, taken back"),
    "agreements.wrong_code": _("Wrong code of a link"),
}
MESSAGES = {"agreements.change_agreement": _("An agreement is changed")}
