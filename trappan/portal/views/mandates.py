"""Who helps me: whom the person has given a mandate, or who is a guardian; ended at once, given by an eID."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.portal.forms import EndHelpForm, GiveHelpForm
from trappan.portal.operations import NO
from trappan.portal.own import Own, Page, eid_page, own_page
from trappan.refusals import Refused, refusing
from trappan.ui.templatetags.ui import day as in_words

GONE = _("That is not in the list any more. Look at it as it is now.")
NOT_GUARDIAN = _("A guardian is not yours to end. Ask your consultant if you think that it is wrong.")
ENDED = _("It is ended. They see nothing of you here any more.")
GIVEN = _("It is written down. Go with them to your consultant, who gives them a code.")


@own_page
def helped_by(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Show who helps, and end it where that is asked for; asked twice it is ended once."""
    refused: Any = ""
    if request.method == "POST":
        form = EndHelpForm(request.POST)
        no = database.value("portal_end_help", form.cleaned_data["mandate"]) if form.is_valid() else "gone"
        if not no:
            return redirect(f"{reverse('portal:helped_by')}?ended=1")
        refused = NOT_GUARDIAN if no == "guardian" else GONE
    rows = database.rows("portal_mandates")
    context = {
        "now": [row for row in rows if not row.over],
        "before": [row for row in rows if row.over],
        "told": "" if refused else ENDED if "ended" in request.GET else GIVEN if "given" in request.GET else "",
        "refused": refused,
        "here": "more",
    }
    return Page("portal/helped_by.html", context, 422 if refused else 200)


@eid_page
def give_help(request: HttpRequest, _me: Own) -> HttpResponse | Page:
    """Give somebody a mandate; the code is handed over to them by a colleague, in person."""
    until = database.value("portal_longest_help")
    form = GiveHelpForm(request.POST or None, until=in_words(until))
    if form.is_valid():
        said = form.cleaned_data
        values = (said[name] for name in ("name", "phone", "relation", "allows", "ends_on"))
        try:
            with refusing(NO):
                database.value("portal_give_help", *values)
        except Refused as refused:
            form.add_error(refused.field or None, str(refused))
        else:
            return redirect(f"{reverse('portal:helped_by')}?given=1")
    return Page("portal/give_help.html", {"form": form, "here": "more"}, 422 if form.errors else 200)
