"""What the person says of a time to come, and what became of it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.portal.forms import AwayForm, BackForm, LateForm
from trappan.portal.own import NOT_THEIRS, Own, Page, helped_page, own_page
from trappan.portal.views.week import draw
from trappan.portal.week import in_words, moment_in_words, reason_in_words
from trappan.ui.forms import Form
from trappan.ui.tongues import listed, swedish

GONE = _("That time is not in your week any more. Look at the week as it is now.")
NO: Mapping[str, str | Promise] = {
    "gone": GONE,
    "past": _("That time is over. Ring your consultant, and tell what happened."),
    "not_held": _("That time is cancelled or paused. You do not need to come."),
    "marked": _("The supervisor has already written down how it was. Ring, if it is wrong."),
    "known": _("The site knows already that you do not come. Ring, if it is wrong."),
}
# The same, as whoever helps is told it; of the rest the words are the same.
NO_BY_MANDATE: Mapping[str, str | Promise] = {
    "gone": _("That time is not in the week any more. Look at the week as it is now."),
    "past": _("That time is over. Ring the consultant, and tell what happened."),
    "not_held": _("That time is cancelled or paused. Nobody is expected."),
    "marked": _("The supervisor has already written down how it was. Ring, if it is wrong."),
    "known": _("The site knows already. Ring, if it is wrong."),
    "not_yours": _("Somebody else has already said something about that time. Talk with the person whom you help."),
}
# What is sent by which button: the function of the database, its form, and what it is told beside the time.
SAID: Mapping[str, tuple[str, type[Form], str]] = {
    "away": ("portal_say_away", AwayForm, "reason"),
    "late": ("portal_say_late", LateForm, "minutes"),
    "back": ("portal_take_back", BackForm, ""),
}
FOUND = {
    "excused": _("It is an acceptable reason. You do not need to do anything more."),
    "unexcused": _("It is not counted as an acceptable reason. Ring your consultant if you want to tell more."),
}


@helped_page
def say(request: HttpRequest, me: Own) -> HttpResponse | Page:
    """Say that one does not come, comes late, or comes all the same; two who press it at once say it once."""
    if not me.says:
        return NOT_THEIRS
    no_words = NO_BY_MANDATE if me.helping else NO
    pressed = SAID.get(request.POST.get("said", ""))
    if pressed is None:
        return redirect("portal:week")
    function, kind, beside = pressed
    form = kind(request.POST)
    if not form.is_valid():
        return draw(me, str(no_words["gone"]))
    values: list[Any] = [form.cleaned_data["placement"], form.cleaned_data["day"]]
    no = database.value(function, *values, *([form.cleaned_data[beside]] if beside else []))
    if no:
        return draw(me, str(no_words[no]))
    return redirect(f"{reverse('portal:week')}#p{values[0]}-{values[1]}")


@own_page
def said(_request: HttpRequest, _me: Own) -> Page:
    """Show what one has said lately: sent, seen, answered."""
    rows = [
        {
            "heading": listed([capfirst(in_words(row.day)), swedish(row.name)]),
            "said_by": row.said_by,
            "helper": row.helper,
            "reason": reason_in_words(row),
            "sent": moment_in_words(row.said_at),
            "seen": row.seen,
            "answer": FOUND.get(row.found, ""),
            "by": swedish(row.by),
            "answered": in_words(row.found_on) if row.found_on else "",
        }
        for row in database.rows("portal_said")
    ]
    return Page("portal/said.html", {"rows": rows, "here": "week"})
