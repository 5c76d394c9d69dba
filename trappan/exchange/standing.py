"""Where a delivery stands between being ordered and being sent, in words."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.exchange.models import Delivery
from trappan.ui.templatetags.ui import day


def standing(delivery: Delivery, today: date, *, stands: bool) -> str:
    """Return where a delivery stands; `stands`: no other version has followed."""
    if delivery.sent_on:
        about = {"day": day(delivery.sent_on)}
        if not stands:
            return _("Sent %(day)s, followed by another") % about
        return (_("Sent anew %(day)s") if delivery.version > 1 else _("Sent %(day)s")) % about
    if delivery.made_at is None or delivery.expires_on is None:
        return _("Is being made")
    if not stands:
        return _("Followed by another, not sent")
    if delivery.expires_on <= today and not delivery.is_trial:
        return _("Not kept any longer, make it anew")
    return found(delivery)


def found(delivery: Delivery) -> str:
    """Return what the checks found of one that is made."""
    faults, left = delivery.faults, delivery.open_checks
    if delivery.is_trial:
        words = ngettext("Prepared, %(count)s thing is missing", "Prepared, %(count)s things are missing", faults)
        return words % {"count": faults} if faults else _("Prepared, nothing is missing")
    if faults:
        words = ngettext("Made, %(count)s check found something", "Made, %(count)s checks found something", faults)
        return words % {"count": faults}
    if left:
        return ngettext("Made, %(count)s check remains", "Made, %(count)s checks remain", left) % {"count": left}
    return _("Made, nothing found")
