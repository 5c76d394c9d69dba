"""When to talk and offer support: derived from attendance and the rules' thresholds, and no finding."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.attendance.attended import Lately, away_much


@dataclass(frozen=True)
class Prompt:
    """A reason to talk: how somebody has come lately."""

    person_id: int
    lately: Lately

    @property
    def sentence(self) -> str:
        """Return the reason in words, with what it is counted of."""
        untold = ngettext(
            "%(count)s absence of which nothing was told",
            "%(count)s absences of which nothing was told",
            self.lately.untold,
        ) % {"count": self.lately.untold}
        return _("%(untold)s, %(share)s %% of the time away, of %(sessions)s sessions in %(days)s days") % {
            "untold": untold,
            "share": self.lately.share,
            "sessions": self.lately.sessions,
            "days": self.lately.days,
        }


def prompts(person_ids: Collection[int]) -> dict[int, Prompt]:
    """Return those with whom somebody should talk now: over a threshold, and no conversation since.

    Unmarked sessions count for nothing. A conversation after the latest absence answers the prompt.
    """
    return {person_id: Prompt(person_id, one) for person_id, one in away_much(person_ids).items()}
