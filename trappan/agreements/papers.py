"""An agreement in the words of its document: the text as it was signed, and who signed it how."""

from typing import Any

from django.utils.translation import gettext as _

from trappan.agreements.models import Signature
from trappan.agreements.standing import Standing
from trappan.ui.templatetags.ui import day


def facts_of(found: Standing) -> dict[str, Any]:
    """Put the latest version of an agreement, with its signatures, into the words of the document."""
    version = found.latest
    return {
        "title": version.content["title"],
        "number": _("Version %(number)s") % {"number": version.number},
        "lines": [[one["label"], one["text"]] for one in version.content["lines"]],
        "signatures": [signed(one) for one in sorted(version.signatures.all(), key=lambda one: one.pk)],
        "missing": "" if found.is_signed else _("Not signed by all three: it does not hold yet."),
        "footer": _("Three-party agreement"),
        "digest": version.digest,
        "labels": {
            "agreed": _("We agree on"),
            "signatures": _("Signatures"),
            "digest": _("The text is known again by:"),
        },
    }


def signed(one: Signature) -> dict[str, str]:
    """Say who signed, for whom, when and how; a ground where it was on behalf."""
    return {
        "party": str(one.get_party_display()),
        "name": ", ".join(filter(None, [one.name, one.title])),
        "when": day(one.at),
        "how": how(one),
    }


def how(one: Signature) -> str:
    """Say in words how somebody signed."""
    by = one.author.colleague.name if one.author else ""
    if one.how == Signature.How.LINK:
        if one.hint:
            return _("By link, and by a code to •••• %(end)s") % {"end": one.hint}
        return _("By link, and by a code read aloud on the telephone")
    if one.how == Signature.How.ROOM:
        return _("Signed in the presence of %(name)s") % {"name": by}
    if one.how == Signature.How.ON_BEHALF:
        return _("On behalf, written by %(name)s: %(ground)s") % {"name": by, "ground": one.ground}
    return _("Signed in as colleague of the municipality")
