"""What a link is for, in words: what waits, as its letter and its page say it, before the code and after the answer."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.agreements.models import Link

PURPOSE = Link.Purpose


@dataclass(frozen=True)
class Words:
    """What one purpose says: its letter, and its page before the code, with it, and when it is answered.

    `subject`, `asks` and `waits` may name `%(municipality)s` and `%(organisation)s`, and never a person. `named` says
    that whoever answers writes a name and what they are there: an employer does, the person oneself need not.
    """

    subject: Promise
    asks: Promise
    waits: Promise
    heading: Promise
    button: Promise
    thanks: Promise
    named: bool = True


WORDS = {
    PURPOSE.SIGN: Words(
        _("%(municipality)s: an agreement waits for %(organisation)s"),
        _("An agreement with %(municipality)s waits for %(organisation)s to read and sign:"),
        _("An agreement waits for %(organisation)s. You may read it when you have written the code."),
        _("Read and sign"),
        pgettext_lazy("agreement", "Sign"),
        _("It is signed"),
    ),
    PURPOSE.WEEK: Words(
        _("%(municipality)s: tell of a week at %(organisation)s"),
        _("%(municipality)s asks %(organisation)s how a week went, day by day. It takes a minute:"),
        _("A week at %(organisation)s is to be told of. You see which when you have written the code."),
        _("How did the week go?"),
        _("Send"),
        _("Thank you, we have the week"),
    ),
    PURPOSE.END: Words(
        _("%(municipality)s: tell how it went at %(organisation)s"),
        _("%(municipality)s asks %(organisation)s how it went, now that the last day has passed:"),
        _("An internship or a work trial at %(organisation)s is over. You see which when you have written the code."),
        _("How did it go?"),
        _("Send"),
        _("Thank you, we have your answer"),
    ),
    PURPOSE.FOLLOW_UP: Words(
        _("%(municipality)s: how is it now?"),
        _("%(municipality)s has some questions about how it is now. Nobody has to answer:"),
        _("%(municipality)s has some questions to you. You see them when you have written the code."),
        _("How is it now?"),
        _("Send"),
        _("Thank you, we have your answer"),
        named=False,
    ),
    # It stands in a reminder, whose own words ask.
    PURPOSE.DAY: Words(
        _("%(municipality)s: are you coming?"),
        _("Are you coming?"),
        _("Are you coming?"),
        _("Are you coming?"),
        _("Send"),
        _("Thank you, we have your answer"),
        named=False,
    ),
}


def words_of(purpose: str) -> Words:
    """Return the words of a purpose, as it is written in the database."""
    return WORDS[PURPOSE(purpose)]
