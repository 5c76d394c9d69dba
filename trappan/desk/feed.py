"""The person's way in words: what was done, when and by whom, for those who may read it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from trappan.history.models import Event

# Only verbs that tell of the person's way; the rest is in the log.
SENTENCES = {
    "people.register": _("Registered"),
    "assistance.receive_application": _("Application received"),
    "assistance.note_result": _("Decision on the application noted"),
    "assistance.keep_month": _("A month with support written down"),
    "assistance.note_elsewhere": _("Months in another municipality written down"),
    "plans.open_case": _("Case opened"),
    "plans.assign": _("Got a consultant"),
    "plans.reassign": _("Got another consultant"),
    "plans.hand_over": _("Handed to a colleague, waits for an answer"),
    "plans.receive": _("Received by a colleague"),
    "plans.send_back": _("Sent back to the one who handed it over"),
    "plans.take_back": _("Hand-over taken back"),
    "plans.rate_oneself": _("Said how it looks from one's own view"),
    "plans.take_back_rating": _("Answers about one's own view taken back"),
    "plans.stall": _("Said why the case waits"),
    "plans.move_on": _("No longer waits"),
    "plans.write_note": _("Note written in the journal"),
    "plans.correct_note": _("Note corrected"),
    "plans.object_to": _("The person objected to a note"),
    "plans.map_person": _("Kartläggning written"),
    "plans.book_meeting": _("Meeting booked"),
    "plans.move_meeting": _("Meeting moved"),
    "plans.tell_meeting": _("Outcome of a meeting noted"),
    "plans.refer": _("Referred to a supplementary insats"),
    "plans.take_on": _("Referral taken on"),
    "plans.assess": _("Assessment with an instrument"),
    "plans.end_referral": _("Supplementary insats ended"),
    "plans.write_plan": _("Plan drafted"),
    "plans.set_goal": _("Goal set"),
    "plans.close_goal": _("Goal closed"),
    "plans.consult": _("Consultation about the plan"),
    "plans.end_plan": _("Plan ended"),
    "plans.agree_plan": _("The person agreed to the plan"),
    "plans.decide_plan": _("Plan decided"),
    "plans.move_step": _("Came to step %(step)s"),
    "plans.correct_step": _("Step corrected to %(step)s"),
    "requirement.exempt": _("Exempted for a time"),
    "requirement.end_exemption": _("Exemption ended"),
    "requirement.request": _("Asked to take part"),
    "requirement.receive": _("Request received"),
    "activities.talk": _("Conversation about absence"),
    "activities.ask_support": _("Support asked of the site"),
    "activities.tell_support": _("The site told of the support"),
    "requirement.write_grounds": _("Grounds written"),
    "requirement.hear": _("Heard on the grounds"),
    "requirement.send": _("Grounds sent"),
    "requirement.receive_grounds": _("Grounds received"),
    "requirement.take_back_grounds": _("Grounds taken back"),
    "requirement.decide": _("Decided on the grounds"),
    "requirement.appeal": _("The decision appealed"),
    "requirement.appeal_ended": _("What came of the appeal"),
    "activities.place": _("Placed in an activity"),
    "activities.report": _("The site told how it goes"),
    "activities.record_incident": _("Something went wrong at the site"),
    "plans.propose_step": _("The site proposed a step"),
    "plans.decide_step": _("The proposed step decided"),
    "activities.propose": _("Proposed to a site"),
    "activities.accept": _("The site accepted"),
    "activities.refuse": _("The site said no"),
    "activities.withdraw": _("Proposal taken back"),
    "activities.introduce": _("Introduced at the site"),
    "activities.extend": _("Placement extended"),
    "activities.change_week": _("Other days and times"),
    "activities.propose_change": _("The site proposed a change"),
    "activities.decide_change": _("The proposed change decided"),
    "activities.close_activity": _("The activity closes"),
    "activities.suspend": _("Placement paused for a time"),
    "activities.change_day": _("Other times agreed for a day"),
    "activities.resume": _("Back from the pause"),
    "activities.take_back_day": _("Other times taken back"),
    "activities.end_placement": _("Placement ended"),
    "people.give_consent": _("Consent given"),
    "people.withdraw_consent": _("Consent withdrawn"),
    "people.add_number": _("New number"),
    "outcomes.record_exit": _("Case closed"),
    "outcomes.check_exit": _("Checked after a month"),
}


@dataclass(frozen=True)
class Told:
    """One line of the feed."""

    sentence: str
    at: datetime
    by: str
    kind: str


def told(events: Iterable[Event]) -> list[Told]:
    """Put events into words; saving the same thing again the same day is told once."""
    lines: list[Told] = []
    seen: set[tuple[Any, ...]] = set()
    for event in events:
        sentence = SENTENCES.get(event.verb)
        key = (event.verb, event.at.date(), event.actor_id, event.details.get("step"))
        if sentence is None or (key in seen and event.verb != "plans.set_goal"):
            continue
        seen.add(key)
        by = event.actor.colleague.name if event.actor else ""
        kind = "step" if event.verb == "plans.move_step" else ""
        lines.append(Told(str(sentence) % event.details if "%" in str(sentence) else str(sentence), event.at, by, kind))
    return lines[:14]
