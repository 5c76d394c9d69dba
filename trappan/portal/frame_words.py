"""The example staircase in the reader's language: its names and signs are rows in Swedish, which anybody may rename."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from trappan.ui.tongues import spoken

EXAMPLE: Mapping[str, Promise] = {
    "Kontakt": _("Contact"),
    "Rutin": _("Routine"),
    "Arbetslik": _("Work-like"),
    "Anställningsbar": _("Employable"),
    "På väg ut": _("On the way out"),
    "Egen försörjning": _("Self-support"),
    "Kommer till avtalade möten": _("Comes to meetings that are agreed on"),
    "Håller tider några dagar i veckan": _("Keeps times some days a week"),
    "Säger till när något kommer emellan": _("Says so when something comes in between"),
    "Håller tiderna": _("Keeps the times"),
    "Tar emot instruktioner": _("Takes instructions"),
    "Samarbetar med andra": _("Works together with others"),
    "Kommer i tid fyra dagar av fem": _("Comes in time four days of five"),
    "Tar nya uppgifter utan stöd": _("Takes new tasks without support"),
    "Berättar om sina mål för en arbetsgivare": _("Tells an employer of the own goals"),
    "Har någon som kan lämna referens": _("Has somebody who can give a reference"),
    "Har börjat praktik, subventionerat arbete eller studier": _("Has begun praktik, subsidised work or studies"),
    "Arbetar eller studerar utan bistånd": _("Works or studies without support"),
    "Det har hållit i en månad": _("It has lasted for a month"),
}


def in_own_words(name: str) -> str:
    """Say a name or sign of the example frame in the language of the page; another frame's stays in Swedish.

    What is translated comes back marked as safe, so that `|swedish` does not call it Swedish.
    """
    if spoken().is_swedish or name not in EXAMPLE:
        return name
    return SafeString(escape(EXAMPLE[name]))
