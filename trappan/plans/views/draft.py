"""What is typed on a page about a case and not yet saved: kept while it is typed, for one colleague."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.plans import operations
from trappan.plans.forms import MappingForm, NoteForm
from trappan.plans.models import Case
from trappan.secrecy.rights import Request, may
from trappan.ui.forms import Form

# Which pages keep what is typed: their form, and where they are.
KEPT: dict[str, tuple[type[Form], str]] = {
    "mapping": (MappingForm, "plans:mapping"),
    "note": (NoteForm, "plans:journal"),
}


@may("plans.keep_draft")
def typed(request: Request, case_id: int, page: str) -> HttpResponse:
    """Keep what has been typed so far, while it is being typed."""
    case = get_object_or_404(Case, pk=case_id)
    form, at = kept(page)
    if request.method != "POST":
        return redirect(at, case.pk)
    fields = typed_fields(request, form)
    draft = operations.keep_draft(case=case, by=request.actor, page=page, fields=fields)
    draft.refresh_from_db(fields=["saved_at"])
    return render(request, "plans/typed.html", {"draft": draft})


@may("plans.keep_draft")
def forget(request: Request, case_id: int, page: str) -> HttpResponse:
    """Throw away what was typed and not saved, when the colleague says so."""
    case = get_object_or_404(Case, pk=case_id)
    _form, at = kept(page)
    if request.method == "POST":
        operations.empty_draft(page=page, key=case.pk)
        messages.info(request, _("What was not saved is gone."))
    return redirect(at, case.pk)


def kept(page: str) -> tuple[type[Form], str]:
    if page not in KEPT:
        raise Http404
    return KEPT[page]


def typed_fields(request: HttpRequest, form: type[Form]) -> dict[str, str]:
    """Return the form's own fields out of what was sent, none longer than the form takes."""
    return {
        name: value[:8000].replace("\0", "")
        for name, value in request.POST.items()
        if name in form.base_fields and isinstance(value, str)
    }
