"""Words of the field that stay in Swedish in every language, since letters and offices use them, and what they mean."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Mapping[str, Promise] = {
    "försörjningsstöd": _("Money from the municipality for somebody who cannot live on their own income."),
    "aktivitetskrav": _("What you are to take part in to get försörjningsstöd, if you can."),
    "arbetsmarknadskonsulent": _("Helps you on the way to work or studies. We also say: your consultant."),
    "socialsekreterare": _("Works with försörjningsstöd: asks, listens and decides."),
    "handledare": _("Leads the work where you are, and shows you what to do."),
    "kartläggning": _("A talk about what you can, what you want and what you need."),
    "plan": _("What you and your consultant have agreed to do, when and why."),
    "beslut": _("What the municipality has decided about you, in writing."),
    "överklaga": _("Say that a beslut is wrong, so that a court tries it."),
    "praktik": _("To try a work at an employer for a time, without wages."),
    "samtycke": _("Your yes to something. You may take it back."),
    "frånvaro": _("When you do not come to what stands in your week."),
}
