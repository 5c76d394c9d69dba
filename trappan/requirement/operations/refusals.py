"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import Sentences

NO: Sentences = {
    **PEOPLE_NO,
    "exemption_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "exemption_rests_on_evidence": ("evidence", _("Write what the exemption rests on.")),
    "one_exemption_at_a_time": ("starts_on", _("There is already an exemption in that time. End it first.")),
    "one_request_a_month": ("first_month", _("There is already a request from that month.")),
    "exemption_only_shorter": ("ends_on", _("An exemption cannot be made longer: decide a new one, on new evidence.")),
    "code_of_kind": ("kind", _("That kind of exemption was not in use that day. Choose another.")),
    "one_grounds_a_month": (
        "month",
        _("There are already grounds for that month. Take them back before you write new ones."),
    ),
    "grounds_say_what_happened": ("summary", _("Write what has happened.")),
    "grounds_after_dialogue": _(
        "Nobody has found an absence without acceptable reason in that period, after a conversation. Talk with "
        "the person first, and find what each absence was."
    ),
    "grounds_after_refusal": _(
        "No conversation says that the person declines. Talk with the person first, and write it down."
    ),
    "grounds_agree_with_attendance": _("The attendance changed just now. Load the page again."),
    "heard_says_how_and_what": ("heard_words", _("Write what the person said, or how you sought them.")),
    "heard_before_sent": _("The person is heard before the grounds are sent."),
    "grounds_to_a_social_worker": ("to", _("Choose a social worker who works with the person.")),
    "grounds_are_frozen": _("They have been sent, and are not changed. Take them back and write new ones."),
    "received_by_the_receiver": _("Only the one they were sent to can acknowledge them."),
    "grounds_are_decided": _("There is already a decision on them."),
    "one_decision_a_grounds": _("There is already a decision on them."),
    **dict.fromkeys(
        ("decision_says_what_was_wrong", "exemption_says_what_was_wrong", "activityrequest_says_what_was_wrong"),
        ("why", _("Write what was wrong. The old one stays readable, with this.")),
    ),
    **dict.fromkeys(
        (
            "replaced_once",
            "requirement_activityrequest_replaces_id_key",
            "requirement_decision_replaces_id_key",
            "requirement_exemption_replaces_id_key",
        ),
        _("Somebody else has replaced it meanwhile. Look at the page as it is now."),
    ),
    "four_eyes": _("Another social worker decides than the one who wrote the grounds. Ask a colleague."),
    "decided_after_receipt": _("The grounds must be sent and received before anything is decided on them."),
    "decided_on_what_is_seen": (
        "changes_seen",
        _("The attendance has changed since the grounds were written. Look at what has changed, and decide again."),
    ),
    "decided_after_it_was_written": (
        "decided_on",
        _("Choose a day from when the grounds were written, no later than today."),
    ),
    "appealed_once": _("It is already noted. Load the page again."),
    "decision_says_why": ("reason", _("Write why.")),
    "decision_is_sent_to_somebody": ("sent_to", _("Write whom the decision is sent to. The person is always one.")),
    "granted_is_not_appealed": _("Support as before is not appealed here."),
    "appeal_ends_with_a_result": ("result", _("Choose what came of it.")),
    "taken_back_says_why": ("reason", _("Write why you take it back. It stays readable.")),
    "request_within_full_time": ("weekly_hours", _("Write hours a week as a number between 0 and 40.")),
    "request_rests_on_consultation": _(
        "Write down the consultation with the Employment Service first: the request rests on it."
    ),
}
