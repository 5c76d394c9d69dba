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
    "cases.open_case": _("Case opened"),
    "cases.assign": _("Got a consultant"),
    "cases.reassign": _("Got another consultant"),
    "cases.hand_over": _("Handed to a colleague, waits for an answer"),
    "cases.receive": _("Received by a colleague"),
    "cases.send_back": _("Sent back to the one who handed it over"),
    "cases.take_back": _("Hand-over taken back"),
    "plans.rate_oneself": _("Said how it looks from one's own view"),
    "plans.take_back_rating": _("Answers about one's own view taken back"),
    "cases.stall": _("Said why the case waits"),
    "cases.move_on": _("No longer waits"),
    "cases.write_note": _("Note written in the journal"),
    "cases.correct_note": _("Note corrected"),
    "cases.object_to": _("The person objected to a note"),
    "plans.map_person": _("Kartläggning written"),
    "cases.book_meeting": _("Meeting booked"),
    "cases.move_meeting": _("Meeting moved"),
    "cases.tell_meeting": _("Outcome of a meeting noted"),
    "cases.refer": _("Referred to a supplementary insats"),
    "cases.take_on": _("Referral taken on"),
    "cases.assess": _("Assessment with an instrument"),
    "cases.end_referral": _("Supplementary insats ended"),
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
    "attendance.talk": _("Conversation about absence"),
    "attendance.ask_support": _("Support asked of the site"),
    "attendance.tell_support": _("The site told of the support"),
    "requirement.write_grounds": _("Grounds written"),
    "requirement.hear": _("Heard on the grounds"),
    "requirement.send": _("Grounds sent"),
    "requirement.receive_grounds": _("Grounds received"),
    "requirement.take_back_grounds": _("Grounds taken back"),
    "requirement.decide": _("Decided on the grounds"),
    "requirement.appeal": _("The decision appealed"),
    "requirement.appeal_ended": _("What came of the appeal"),
    "placements.place": _("Placed in an activity"),
    "attendance.report": _("The site told how it goes"),
    "attendance.record_incident": _("Something went wrong at the site"),
    "plans.propose_step": _("The site proposed a step"),
    "plans.decide_step": _("The proposed step decided"),
    "placements.propose": _("Proposed to a site"),
    "placements.accept": _("The site accepted"),
    "placements.refuse": _("The site said no"),
    "placements.withdraw": _("Proposal taken back"),
    "placements.introduce": _("Introduced at the site"),
    "placements.extend": _("Placement extended"),
    "placements.change_week": _("Other days and times"),
    "placements.propose_change": _("The site proposed a change"),
    "placements.decide_change": _("The proposed change decided"),
    "placements.close_activity": _("The activity closes"),
    "placements.suspend": _("Placement paused for a time"),
    "placements.change_day": _("Other times agreed for a day"),
    "placements.resume": _("Back from the pause"),
    "placements.take_back_day": _("Other times taken back"),
    "placements.end_placement": _("Placement ended"),
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
