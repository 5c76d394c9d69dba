"""What I have agreed to share: with whom, what, until when; and take it back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.matching.models.profile import Card, Part
from trappan.partnerships.models import StoryConsent
from trappan.people.forms import PARTS
from trappan.portal.forms import StopForm
from trappan.portal.own import Own, Page, eid_page
from trappan.schedules.periods import day_before
from trappan.ui.tongues import filled, listed, swedish

WORDS: dict[str, dict[str, str | Promise]] = {
    "consent": dict(PARTS),
    "profile": {**dict(Part.choices), **dict(Card.choices)},
    "story": dict(StoryConsent.Part.choices),
}
PLACES: dict[str, str | Promise] = dict(StoryConsent.Place.choices)
# What happens when it is taken back, said before.
THEN: dict[str, str | Promise] = {
    "consent": gettext_lazy(
        "Then they see nothing more about you from now on. If you have a place with them, it must be arranged in "
        "another way: your consultant gets in touch. What they have already been told cannot be taken back."
    ),
    "sus": gettext_lazy(
        "Then nothing more about you is written into SUS from now on. What is keyed in there already is taken out by "
        "hand: it can take some days, and your consultant can tell you when it is done."
    ),
    "profile": gettext_lazy(
        "Then they see nothing more about you from now on. What has already been sent cannot be taken back."
    ),
    "story": gettext_lazy(
        "Then it is not told again. Papers that somebody has already been given cannot be taken back. If you take back "
        "the words, your name and picture go with them."
    ),
}
GONE = gettext_lazy("That is not shared any more. Look at the page as it is now.")


@eid_page
def share(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Show each yes that is in force, and take one back; two who press at once take it back once."""
    refused = ""
    if request.method == "POST":
        form = StopForm(request.POST)
        if form.is_valid() and not database.value(
            "portal_stop_sharing", form.cleaned_data["kind"], form.cleaned_data["consent"]
        ):
            return redirect("portal:share")
        refused = str(GONE)
    rows = [
        {
            "row": row,
            "whom": whom(row),
            "parts": [swedish(WORDS[row.kind].get(part, part)) for part in row.parts],
            "places": listed(swedish(PLACES.get(place, place)) for place in row.places),
            "until": day_before(row.ends_on) if row.ends_on else None,
            "then": then(row),
        }
        for row in database.rows("portal_shared")
    ]
    context = {"rows": rows, "refused": refused, "here": "more"}
    return Page("portal/share.html", context, 422 if refused else 200)


def then(row: Any) -> str:
    """Say what happens when it is taken back; of the consent to SUS too, alone or beside others."""
    sus = row.kind == "consent" and "sus" in row.parts
    kinds = [row.kind] if not sus else ["sus"] if row.parts == ["sus"] else [row.kind, "sus"]
    return " ".join(str(THEN[kind]) for kind in kinds)


def whom(row: Any) -> str:
    """Say with whom it is shared."""
    if row.kind == "story":
        return filled(_("Your story in the report of %(name)s"), name=swedish(row.whom))
    return swedish(row.whom) or _("Employers whom the employer team asks")
