"""What an initiative says for the sections of its decision paper: labels and words, in Swedish whoever asks."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan.initiatives.models import Continuation, Initiative, landmarks_between
from trappan.partnerships.facts import Facts
from trappan.partnerships.money import kronor
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day


def facts_now(initiative: Initiative) -> Facts:
    """Put what stands with an initiative now into the sections of its paper; a section without anything is left out.

    With the days that charts are marked with while it lasts, so that a way of working and since when it is used stand
    in the paper that decides about it (R-210, R-217). How many have started is none of it: it moves by the day.
    """
    last = day_before(initiative.ends_on)
    with override("sv"):
        said = {
            "background": [
                [_("Municipality"), initiative.municipality.name],
                [_("What it is for"), initiative.aim],
                [_("Holds"), f"{day(initiative.starts_on)} – {day(last)}"],
                *([[_("Follows"), initiative.follows.name]] if initiative.follows else []),
                *(
                    [one.get_kind_display(), f"{day(one.day)}: {one.name}"]
                    for one in landmarks_between(initiative.starts_on, last)
                ),
            ],
            "economy": [
                [_("Whose money"), initiative.funding],
                *([[_("Budget"), kronor(initiative.budget * 100)]] if initiative.budget is not None else []),
            ],
            "goals": [[_("Target"), f"{initiative.target}: {initiative.get_counts_display()}"]],
            "follow_up": [
                [_("End report"), _("when it is over, %(day)s") % {"day": day(last)}],
                *(goes_on(one) for one in initiative.continuations.filter(taken_out_on=None)),
            ],
        }
    return {name: [[str(label), str(words)] for label, words in lines] for name, lines in said.items()}


def goes_on(one: Continuation) -> list[str]:
    """Say what goes on afterwards, by whom and with whose money."""
    return [_("Goes on afterwards"), f"{one.what}, {one.by_whom}, {one.money}"]
