"""What rooms above do alike with a paper that carries its own decision; each within an operation of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _

from trappan.partnerships.facts import Facts
from trappan.partnerships.models.paper import HEAD, SECTIONS, DecidedPaper
from trappan.partnerships.operations.refusals import NO, refuse_day_to_come
from trappan.refusals import READS_ONLY, Refused, Sentences, refusing
from trappan.refusals.editions import edition_of, refuse_overtaken, saved_in

OneOf = TypeVar("OneOf", bound=DecidedPaper)


def sentences_of(what: str) -> Sentences:
    """Return the sentences of `paper_constraints`."""
    return {
        f"one_open_{what}_paper": _("There is a paper that is not decided yet. Write on that one."),
        f"{what}_paper_says_who": NO["paper_says_who"],
        f"{what}_paper_is_whole": (
            "body",
            _(
                "Write who decided. The paper must say what consultation there was, how the unions were informed, and "
                "who is to have the decision."
            ),
        ),
        "paper_is_frozen": NO["paper_is_frozen"],
        "decision_of_the_edition_read": NO["decision_of_the_edition_read"],
    }


def edition_of_decided(paper: DecidedPaper, said: Facts) -> str:
    """Name what the page of a paper showed: the paper as it is saved, and what was said beside it."""
    return edition_of({**saved_in(paper, (*HEAD, *SECTIONS, "recipients")), "said": said})


def start(model: type[OneOf], no: Sentences, *, title: str, **about: Any) -> OneOf:
    """Begin a paper; refused where one is open, and without officer, manager or registry number."""
    with refusing(no):
        return model._default_manager.create(title=title[:200], **about)


def lock_paper(paper: OneOf) -> OneOf:
    """Lock a paper for whoever saves it or decides by it, and return it as it is."""
    found = type(paper)._default_manager.select_for_update().filter(pk=paper.pk).first()
    if found is None:
        raise Refused(READS_ONLY)
    return found


def save(paper: DecidedPaper, no: Sentences, now: Facts, edition: str, about: Mapping[str, Any]) -> None:
    """Save the text of a paper that is locked, with what is said beside it now.

    Refused where somebody has saved since, where something else is said by now than the writer saw, and once it is
    decided by.
    """
    refuse_overtaken({**saved_in(paper, (*HEAD, *SECTIONS, "recipients")), "said": now}, edition)
    with refusing(no):
        type(paper)._default_manager.filter(pk=paper.pk).update(said=now, **about)


def settle(
    paper: DecidedPaper, no: Sentences, now: Facts, read: str, *, today: date, decided_on: date, **about: str
) -> None:
    """Write down the decision on a paper that is locked, as it was `read` (`edition_of_decided`).

    Refused for a day to come, where the paper or what stands beside it has changed since it was read, where the paper
    does not say what is said now, and where it lacks consultation, information of the unions or somebody to have it.
    """
    refuse_day_to_come(decided_on, today, "decided_on")
    if read != edition_of_decided(paper, now):
        raise Refused(
            _("The paper or what stands beside it was changed after you opened the page. Read it, and then decide.")
        )
    if paper.said != now:
        raise Refused(_("What stands beside the paper has changed since it was saved. Save it anew, and then decide."))
    with refusing(no):
        type(paper)._default_manager.filter(pk=paper.pk).update(decided_on=decided_on, **about)
