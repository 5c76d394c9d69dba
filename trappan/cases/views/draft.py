"""What is typed on a page about a case and not yet saved: kept while it is typed, for one colleague."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.models import Case
from trappan.secrecy.rights import Request, may
from trappan.ui.forms import Form


def kept(page: str, form: type[Form], at: str) -> list[URLPattern]:
    """Return the addresses that keep, and forget, what is typed in a page's form; `at` names the page."""
    about = {"page": page, "at": at}
    return [
        path(f"cases/<int:case_id>/drafts/{page}/", typed, {**about, "form": form}, name=f"typed_{page}"),
        path(f"cases/<int:case_id>/drafts/{page}/forget/", forget, about, name=f"forget_{page}"),
    ]


@may("cases.keep_draft")
def typed(request: Request, case_id: int, page: str, at: str, form: type[Form]) -> HttpResponse:
    """Keep what has been typed so far, while it is being typed."""
    case = get_object_or_404(Case, pk=case_id)
    if request.method != "POST":
        return redirect(at, case.pk)
    fields = typed_fields(request, form)
    draft = operations.keep_draft(case=case, by=request.actor, page=page, fields=fields)
    draft.refresh_from_db(fields=["saved_at"])
    return render(request, "cases/typed.html", {"draft": draft})


@may("cases.keep_draft")
def forget(request: Request, case_id: int, page: str, at: str) -> HttpResponse:
    """Throw away what was typed and not saved, when the colleague says so."""
    case = get_object_or_404(Case, pk=case_id)
    if request.method == "POST":
        operations.empty_draft(page=page, key=case.pk)
        messages.info(request, _("What was not saved is gone."))
    return redirect(at, case.pk)


def typed_fields(request: HttpRequest, form: type[Form]) -> dict[str, str]:
    """Return the form's own fields out of what was sent, none longer than the form takes."""
    return {
        name: value[:8000].replace("\0", "")
        for name, value in request.POST.items()
        if name in form.base_fields and isinstance(value, str)
    }
