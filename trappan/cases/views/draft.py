"""What is typed on a page about a person and not yet saved: kept while it is typed, for one colleague."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from trappan.cases import operations
from trappan.cases.models import Draft
from trappan.secrecy.rights import Request, may


@dataclass(frozen=True)
class Typing:
    """What the writer has typed on one page: what there is of it, and where it is kept and thrown away."""

    spot: str
    address: str
    forget: str
    draft: Draft | None

    @property
    def fields(self) -> dict[str, Any]:
        return self.draft.fields if self.draft else {}


@dataclass(frozen=True)
class Kept:
    """A page whose text is kept while it is typed: its form, whose row its key is, and where it stands.

    `at` names the page, which the key opens; `prefix` is the form's, where the page has several.
    """

    page: str
    form: type[forms.Form]
    of: type[Model]
    at: str
    prefix: str = ""

    def typing(self, key: int) -> Typing:
        """Return what the actor has typed there and not saved."""
        room = self.at.partition(":")[0]
        return Typing(
            spot=f"typed-{self.page}",
            address=reverse(f"{room}:typed_{self.page}", args=[key]),
            forget=reverse(f"{room}:forget_{self.page}", args=[key]),
            draft=Draft.objects.filter(page=self.page, key=key).exclude(fields={}).first(),
        )

    @property
    def paths(self) -> list[URLPattern]:
        """Return the addresses that keep what is typed, and forget it."""
        about = {"kept": self}
        return [
            path(f"drafts/{self.page}/<int:key>/", typed, about, name=f"typed_{self.page}"),
            path(f"drafts/{self.page}/<int:key>/forget/", forget, about, name=f"forget_{self.page}"),
        ]

    def sent(self, request: HttpRequest) -> dict[str, Any]:
        """Return the form's own fields out of what was sent, none longer than a form takes."""
        found: dict[str, Any] = {}
        for name, field in self.form.base_fields.items():
            values = request.POST.getlist(f"{self.prefix}-{name}" if self.prefix else name)
            cut = [value[:8000].replace("\0", "") for value in values[:100]]
            if cut:
                found[name] = cut if isinstance(field, forms.MultipleChoiceField) else cut[-1]
        return found


@may("cases.keep_draft")
def typed(request: Request, key: int, kept: Kept) -> HttpResponse:
    """Keep what has been typed so far, while it is being typed."""
    row = get_object_or_404(kept.of, pk=key)
    if request.method != "POST":
        return redirect(kept.at, key)
    draft = operations.keep_draft(
        person_id=getattr(row, "person_id", row.pk),
        by=request.actor,
        page=kept.page,
        key=key,
        fields=kept.sent(request),
    )
    draft.refresh_from_db(fields=["saved_at"])
    return render(request, "ui/parts/kept_at.html", {"draft": draft})


@may("cases.keep_draft")
def forget(request: Request, key: int, kept: Kept) -> HttpResponse:
    """Throw away what was typed and not saved, when the colleague says so."""
    get_object_or_404(kept.of, pk=key)
    if request.method == "POST":
        operations.empty_draft(page=kept.page, key=key)
        messages.info(request, _("What was not saved is gone."))
    return redirect(kept.at, key)
