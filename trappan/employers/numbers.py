"""Read an organisation number, and find a person's where none belongs."""

import re
from datetime import date

from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError
from stdnum.se import orgnr

from trappan.people.numbers import read_number
from trappan.refusals import Refused
from trappan.schedules.clock import today

WRITTEN = re.compile(r"(?:16)?\d{6}-?\d{4}", re.ASCII)
# With its hyphen, or in twelve figures; employers/sql/nobody.sql says the same.
OF_A_PERSON = re.compile(r"(?<!\d)(\d\d[01]\d{3}[-+]\d{4}|(19|20)\d\d[01]\d{3}[-+]?\d{4})(?!\d)", re.ASCII)
TEN_FIGURES = re.compile(r"(?<!\d)\d{10}(?!\d)", re.ASCII)


def read_organisation_number(text: str) -> str:
    """Return the number as NNNNNN-NNNN.

    Refused, never guessed: other than ten figures (or twelve that begin with 16), a control figure that does not
    fit, and a personal number, which is what a sole trader carries.
    """
    written = "".join(text.split())
    if not WRITTEN.fullmatch(written):
        raise Refused(
            _("Write the organisation number with ten figures, for example 556000-4615. You wrote %(text)s.")
            % {"text": text.strip()}
        )
    figures = written.replace("-", "")[-10:]
    if figures[2] in "01":
        raise Refused(
            _("That is a personal number, as a sole trader has. It does not belong here: leave the field empty.")
        )
    try:
        return str(orgnr.format(orgnr.validate(figures)))
    except ValidationError:
        raise Refused(
            _("The last figure of %(text)s does not fit the others. Check the number, for example on an invoice.")
            % {"text": text.strip()}
        ) from None


def has_a_persons_number(text: str) -> bool:
    """Tell whether a text holds what looks like a personal number, also without its hyphen."""
    if OF_A_PERSON.search(text):
        return True
    return any(is_a_persons(figures, today()) for figures in TEN_FIGURES.findall(text))


def is_a_persons(figures: str, day: date) -> bool:
    try:
        read_number(figures, day)
    except Refused:
        return False
    return True
