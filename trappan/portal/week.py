"""The days of a person as the own pages show them: what, when, where, whom to ring, and what may be said of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.cases.models import Meeting
from trappan.placements.models import Session
from trappan.plans.models import PlanPart
from trappan.portal.forms.absence import MINUTES, REASONS, REASONS_OF_ANOTHER
from trappan.ui.tongues import day_and_month, filled, hour, hours, listed, swedish, weekday_and_day

MAP = "https://www.openstreetmap.org/search?"
WORDS_OF_REASON: dict[str, str | Promise] = dict(REASONS)
WORDS_OF_ANOTHER: dict[str, str | Promise] = dict(REASONS_OF_ANOTHER)
# Why a time is not held, as the person is told.
NOT_HELD = {
    Session.State.CANCELLED: gettext_lazy("Cancelled. You do not need to come."),
    Session.State.CLOSED: gettext_lazy("Closed. You do not need to come."),
    Session.State.SUSPENDED: gettext_lazy("You have a pause. You do not need to come."),
    Session.State.UNSIGNED: gettext_lazy("Waits for signatures. Ask your consultant before you go."),
}
# How one meets, as the person is told; elsewhere the place says it.
HOW = {
    Meeting.How.VISIT: gettext_lazy("Come to our office"),
    Meeting.How.ELSEWHERE: "",
    Meeting.How.PHONE: gettext_lazy("We ring you"),
    Meeting.How.VIDEO: gettext_lazy("By video"),
}
THERE = ("present", "partly")


@dataclass(frozen=True)
class Card:
    """One thing of a day; `key` is its anchor on the page."""

    row: Any
    key: str

    @property
    def hours(self) -> str:
        return hours(self.row.starts_at, self.row.ends_at)

    @property
    def title(self) -> str:
        if self.row.kind == "meeting":
            return filled(_("Meeting with %(name)s"), name=swedish(self.row.name))
        if self.row.kind == "part":
            # What a colleague has called it is not read by a PIN, nor that somebody is in care.
            kind = PlanPart.Kind(self.row.state)
            return _("Booked") if kind == PlanPart.Kind.CARE else str(kind.label)
        return swedish(self.row.name)

    @property
    def place(self) -> str:
        """Say where it is: the site, or how one meets and where."""
        if self.row.kind == "meeting":
            return listed([HOW[self.row.state], swedish(self.row.place)])
        return swedish(", ".join(filter(None, [self.row.place, self.row.address])))

    @property
    def map_url(self) -> str:
        return MAP + urlencode({"query": self.row.address}) if self.row.address else ""

    @property
    def who(self) -> str:
        return "" if self.row.kind == "part" else swedish(self.row.who)

    @property
    def not_held(self) -> str:
        """Say why one does not need to come; nothing where one does."""
        return str(NOT_HELD.get(self.row.state, "")) if self.row.kind == "session" else ""

    @property
    def was_there(self) -> bool:
        return self.row.mark in THERE or self.row.mark == Meeting.Outcome.CAME

    @property
    def may_say(self) -> bool:
        """Tell whether the person may still say something of it, or take it back."""
        row = self.row
        return row.kind == "session" and row.state == Session.State.HELD and not row.mark and not row.over

    @property
    def reason(self) -> str:
        return reason_in_words(self.row)

    @property
    def late(self) -> str:
        if self.row.late is None:
            return ""
        return str(dict(MINUTES).get(self.row.late, "")) or _("you have not said how much")


@dataclass(frozen=True)
class Day:
    """A day with what it holds, the earliest first."""

    day: date
    cards: list[Card]

    @property
    def words(self) -> str:
        return in_words(self.day)


def reason_in_words(row: Any) -> str:
    """Write the reason that was told, in the person's own words or in those of whoever helps; nothing of none."""
    words = WORDS_OF_ANOTHER if row.said_by else WORDS_OF_REASON
    return str(words.get(row.reason, ""))


def in_words(day: date) -> str:
    """Write a day as torsdag 12 november: the pattern is ours, not the language's."""
    return weekday_and_day(day)


def moment_in_words(moment: Any) -> str:
    """Write a moment as 12 november kl. 8.04."""
    ours = localtime(moment)
    clock = hour(ours.hour * 60 + ours.minute)
    return _("%(day)s at %(clock)s") % {"day": day_and_month(ours), "clock": clock}


def days_of(today: date) -> list[Day]:
    """Return the days from today to the end of next week that hold something, and today always."""
    length = 14 - today.weekday()
    days = {today + timedelta(days=at): list[Card]() for at in range(length)}
    for row in database.rows("portal_week", length):
        key = f"p{row.placement}-{row.day}" if row.placement else f"{row.kind}-{row.day}-{row.starts_at}"
        days[row.day].append(Card(row, key))
    return [Day(day, cards) for day, cards in days.items() if cards or day == today]
