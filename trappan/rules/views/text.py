"""The page of the municipality's own words: where each stands, what it says, and what it is to say from a day."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from trappan.rules import operations
from trappan.rules.forms import TextForm
from trappan.rules.models import MunicipalText
from trappan.rules.texts import texts_of
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may

Kind = MunicipalText.Kind
WHERE = {
    Kind.CONTACT: _("On the pages about accessibility and personal data, which every foot leads to."),
    Kind.COMPLAINT: _("On the page about personal data, which everybody can read."),
    Kind.APPEAL: _("After how to appeal, in a decision that refuses or lowers support: page and paper."),
    Kind.PAPER: _("Last on the plan's paper and on the paper with grounds and decision."),
    Kind.EMPLOYER: _("On the page of a contact at an employer: what we tell of how the name is kept."),
}


@may("rules.see")
def texts(request: Request) -> HttpResponse:
    """Show the words of each kind with their days, and let an administrator write those of a day to come."""
    today = request.actor.today
    written: dict[str, list[MunicipalText]] = {}
    for one in MunicipalText.objects.select_related("author__colleague").order_by("-starts_on"):
        written.setdefault(one.kind, []).append(one)
    written = {kind: texts_of(request.actor.organisation_id, listed) for kind, listed in written.items()}
    acts = Acts(
        request,
        [
            Act(
                "write",
                operations.write_text,
                _("Save"),
                TextForm,
                on={"kind": kind.value, "by": request.actor},
                given={"saved": saved_of(written.get(kind.value, [])), "today": today},
                right="rules.write",
                row=row,
                beside=str(kind.label),
            )
            for row, kind in enumerate(Kind, 1)
        ],
    )
    if acts.carried_out():
        return redirect("rules:texts")
    kinds = [
        (kind, WHERE[kind], written.get(kind.value, []), acts.get(f"write-{row}")) for row, kind in enumerate(Kind, 1)
    ]
    context = {"kinds": kinds, "acts": acts, "today": today}
    return render(request, "rules/texts.html", context, status=acts.status)


def saved_of(latest_first: list[MunicipalText]) -> dict[str, object]:
    """Return the latest words as their form shows them."""
    return {"text": latest_first[0].text, "starts_on": latest_first[0].starts_on} if latest_first else {}
