"""Away three Thursdays in October: the chain from there to a decision, each step as its colleague takes it."""

from datetime import date, datetime, timedelta
from typing import Any

from trappan.attendance.models import Dialogue
from trappan.attendance.operations import find, record_attendance, talk
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, social_worker_of
from trappan.placements.models import Placement
from trappan.requirement.models import Decision, Grounds
from trappan.requirement.operations import decide, hear, receive_grounds, send, write_grounds
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import TODAY

OCTOBER = [date(2026, 10, 1) + timedelta(days=7 * week) for week in range(5)]  # Thursdays
Chain = tuple[Case, Placement, Membership]


def mark(placement: Placement, tor: Membership, day: date, how: str) -> None:
    """Mark a day on that day, as its supervisor."""
    set_today(day)
    with as_(tor) as actor:
        record_attendance(placement=placement, day=day, by=actor, mark=how)
    set_today(TODAY)


def away_three_times(chain: Chain) -> None:
    """Mark three Thursdays untold and the fourth present; the fifth is not marked."""
    _case, placement, tor = chain
    for day in OCTOBER[:3]:
        mark(placement, tor, day, "absent_not_told")
    mark(placement, tor, OCTOBER[3], "present")


def speak(case: Case, by: Membership, *, result: str = "goes_on", at: datetime | None = None) -> Dialogue:
    """Hold a conversation about the absence."""
    with as_(by) as actor:
        return talk(
            case=case,
            by=actor,
            happened_at=at or now(),
            what="Borta tre torsdagar",
            result=result,
            own_words="Bussen går inte när det är halt",
            support=["travel", "times"],
        )


def found(chain: Chain) -> None:
    """Talk, and find the three without acceptable reason."""
    case, placement, _tor = chain
    away_three_times(chain)
    dialogue = speak(case, consultant_of(case))
    with as_(consultant_of(case)):
        for day in OCTOBER[:3]:
            find(placement=placement, day=day, kind="unexcused", conversation=dialogue.note)


def written(chain: Chain, by: Membership | None = None, about: str = "absence") -> Grounds:
    """Write the grounds of November."""
    case = chain[0]
    with as_(by or consultant_of(case)):
        return write_grounds(case=case, month=date(2026, 11, 1), today=TODAY, about=about, summary="Tre torsdagar.")


def on_its_way(chain: Chain, by: Membership | None = None) -> Grounds:
    """Grounds that are heard, sent and received."""
    case = chain[0]
    made = written(chain, by)
    with as_(by or consultant_of(case)):
        hear(grounds=made, today=TODAY, heard_on=TODAY, heard_how="phone", heard_words="Jag vill komma")
        send(grounds=made, to=social_worker_of(case))
    with as_(social_worker_of(case)):
        receive_grounds(grounds=made)
    made.refresh_from_db()
    return made


def decided(grounds: Grounds, by: Membership, **about: Any) -> Decision:
    """Decide on the grounds."""
    values = {
        "outcome": "refused",
        "reason": "Inget godtagbart skäl",
        "decided_on": TODAY,
        "sent_to": ["Personen"],
        **about,
    }
    with as_(by):
        return decide(grounds=grounds, today=TODAY, **values)
