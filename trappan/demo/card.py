"""What a card of the tour is: it signs in as a named invented colleague and opens the right page."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Card:
    """One stop: who, what there is to see and try, and where it opens.

    Of a participant on the own pages, and of somebody outside who has a `link` and signs in nowhere, it names no
    colleague; with a person it opens that participant's own pages as if by an eID.
    """

    key: str
    colleague: str
    title: str | Promise
    text: str | Promise
    opens: str
    # Whose page it is; of an activity or a project, its name.
    person: str = ""
    link: str = ""
    # Which figure its page is of.
    figure: str = ""
    # What is asked of its page, as an address has it.
    asks: str = ""
