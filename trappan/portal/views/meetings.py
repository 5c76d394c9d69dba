"""My meetings: those to come, and times that one is offered to choose among."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.portal.forms import ChooseForm, NoneSuitsForm
from trappan.portal.own import Own, Page, own_page
from trappan.portal.week import HOW, in_words
from trappan.schedules.periods import day_before
from trappan.ui.tongues import filled, hour, listed, swedish

GONE = gettext_lazy("That can no longer be answered. Look at your meetings as they are now, or ring your consultant.")
NO: Mapping[str, str | Promise] = {
    "gone": GONE,
    "past": gettext_lazy("That time is over. Choose another."),
    "taken": gettext_lazy("That time has just been taken by another meeting. Choose another."),
}


@own_page
def meetings(request: HttpRequest, me: Own) -> HttpResponse | Page:
    """Show meetings to come and what one is offered; choose a time, or say that none suits."""
    if request.method != "POST":
        return draw(me)
    if "words" in request.POST:
        form: NoneSuitsForm | ChooseForm = NoneSuitsForm(request.POST)
        if not form.is_valid():
            return draw(me, form=form)
        no = database.value("portal_none_suits", form.cleaned_data["offer"], form.cleaned_data["words"])
    else:
        form = ChooseForm(request.POST)
        if not form.is_valid():
            return draw(me, str(GONE))
        no = database.value("portal_choose_time", form.cleaned_data["offer"], form.cleaned_data["at"])
    return draw(me, str(NO[no])) if no else redirect("portal:meetings")


def draw(_me: Own, refused: str = "", form: Any = None) -> Page:
    """Draw the meetings, with why nothing could be answered where that is so."""
    offers = [
        {
            "row": row,
            "title": filled(_("Choose a time with %(name)s"), name=swedish(row.who)),
            "where": where(row),
            "until": in_words(day_before(row.until)),
            "booked": at_in_words(row.booked) if row.booked else "",
            "times": [(moment, at_in_words(moment)) for moment in row.starts],
            "form": form if form and str(row.id) == form.data.get("offer") else none_suits(row.id),
        }
        for row in database.rows("portal_offers")
    ]
    booked = [(row, at_in_words(row.starts_at), where(row)) for row in database.rows("portal_meetings")]
    if form and not any(one["form"] is form for one in offers):
        refused = str(GONE)
    context = {"offers": offers, "booked": booked, "refused": refused, "form": form, "here": "more"}
    return Page("portal/meetings.html", context, 422 if refused or form else 200)


def none_suits(offer: int) -> NoneSuitsForm:
    """Return the form by which one says that no time of an offer suits."""
    return NoneSuitsForm(initial={"offer": offer}, auto_id=f"id_{offer}_%s")


def where(row: Any) -> str:
    """Say how and where one meets."""
    return listed([str(HOW[row.how]), swedish(row.place)])


def at_in_words(moment: Any) -> str:
    """Write a moment as fredag 13 november kl. 9."""
    ours = localtime(moment)
    return _("%(day)s at %(clock)s") % {"day": in_words(ours.date()), "clock": hour(ours.hour * 60 + ours.minute)}
