"""What has been published: the list, and each publication with today's figures beside and its files."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from trappan import database
from trappan.documents.pdf import answer
from trappan.history.record import record
from trappan.insight import operations
from trappan.insight.forms import PublishAnewForm, PublishForm
from trappan.insight.indicators.definitions import TOLD
from trappan.insight.models import FrozenMonth, Publication
from trappan.insight.publication.beside import Beside, totals_of
from trappan.insight.publication.files import COLUMNS, csv_of, name_of, open_data, xlsx_of
from trappan.insight.publication.report import period_of, report
from trappan.insight.told import told
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may, refuse_without
from trappan.ui.lists.files import AT_MOST
from trappan.ui.lists.roster import Made, Roster, author_of
from trappan.ui.templatetags.ui import day

SEE, EXPORT, PUBLISH = "insight.see_figures", "insight.export_figures", "insight.publish"
FILES = ("csv", "xlsx", "pdf")
REPORTED = ["title", "month", "value", "unit", "definition"]  # what stands in the board's paper
SHOWN = 60  # five years of months


@may(SEE)
def publications(request: Request) -> HttpResponse:
    """List what has been published, the latest month first, and let the controller publish."""
    publishes = has(request.actor, PUBLISH)
    months = [one.insight_publishable for one in database.rows("insight_publishable")] if publishes else []
    acts = Acts(request, acts_of_all(months, publishes=publishes))
    if acts.carried_out():
        return redirect("insight:publications")
    listed = list(Publication.objects.defer("words", "builds", "pictures").select_related("author__colleague")[:SHOWN])
    replaced = {one.replaces_id for one in listed}
    record("insight.see_published", kind="read", found=len(listed))
    context = {
        "roster": Roster(
            _("What has been published"),
            _("Months"),
            (_("Published"), _("By"), _("Stands")),
            [
                Made(
                    capfirst(period_of(one)),
                    reverse("insight:publication", args=[one.pk]),
                    (day(one.at), author_of(one), _("Replaced") if one.pk in replaced else _("Yes")),
                )
                for one in listed
            ],
            Publication.objects.count() if len(listed) == SHOWN else len(listed),
        ),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "insight/publications.html", context, status=acts.status)


def acts_of_all(months: list[date], *, publishes: bool) -> list[Act]:
    """List what may be done: to publish, where any month is told that is not published; the others have no right to."""
    given = {"months": months}
    done = _("Published. The figures stand as they are told now, and anybody reads the latest at %(address)s.") % {
        "address": reverse("insight:statistics")
    }
    act = Act("publish", operations.publish, _("Publish"), PublishForm, given=given, done=done, right=PUBLISH)
    return [act] if months or not publishes else []


@may(SEE)
def publication(request: Request, publication_id: int) -> HttpResponse:
    """Show a publication: who froze what and when, its figures with today's beside, and its files."""
    found = get_object_or_404(Publication.objects.select_related("author__colleague", "replaces"), pk=publication_id)
    replaced_by = Publication.objects.filter(replaces=found).defer("words", "builds", "pictures").first()
    acts = Acts(request, acts_of(found, is_late=replaced_by is not None))
    if acts.carried_out():
        return redirect("insight:publication", newest_of(found).pk)
    totals = totals_of(found, told([one.name for one in TOLD], first=found.since, last=found.month))
    kind = request.GET.get("file", "")
    if kind in FILES and not (kind == "xlsx" and found.figures > AT_MOST):
        return as_file(request, found, totals, kind)
    record("insight.see_published", kind="read", publication=found.pk)
    context = {
        "publication": found,
        "period": period_of(found),
        "replaced_by": replaced_by,
        "totals": [one for one in totals if one.cell.month == found.month],
        "moved": [one for one in totals if one.cell.month != found.month and (one.differs or one.is_corrected)],
        "exports": has(request.actor, EXPORT),
        "fits_sheet": found.figures <= AT_MOST,
        "columns": columns_explained(),
        "frozen": list(FrozenMonth.objects.filter(publication=found).defer("content").order_by("month", "id")),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "insight/publication.html", context, status=acts.status)


def acts_of(found: Publication, *, is_late: bool) -> list[Act]:
    """List what may be done with a publication: to publish its months anew, unless another has replaced it."""
    done = _("Published anew. The one before stands, and says what has taken its place.")
    about: dict[str, Any] = {"on": {"publication": found}, "right": PUBLISH, "late": is_late, "done": done}
    return [Act("anew", operations.publish_anew, _("Publish anew"), PublishAnewForm, **about)]


def newest_of(found: Publication) -> Publication:
    """Return the publication that stands for the months of one."""
    of = Publication.objects.filter(municipality=found.municipality_id, month=found.month)
    return of.only("pk").latest("pk")


def as_file(request: Request, found: Publication, totals: list[Beside], kind: str) -> HttpResponse:
    """Answer with a file of a publication for whoever has the right, and note who took which, and what is in it."""
    refuse_without(request, EXPORT)
    about: dict[str, Any] = {"publication": found.pk, "file": kind, "filters": {"month": f"{found.month:%Y-%m}"}}
    columns, rows = (REPORTED, len(totals)) if kind == "pdf" else (list(COLUMNS), found.figures)
    record(EXPORT, kind="read", rows=rows, columns=columns, **about)
    name = name_of(found.pk, found.since, found.month)
    if kind == "csv":
        return csv_of(open_data(found), name)
    if kind == "xlsx":
        return xlsx_of(found, name)
    return answer(report(found, totals, settings.MUNICIPALITY), f"{name}.pdf")


def columns_explained() -> list[tuple[str, str]]:
    """Return what each column of the file of open data holds."""
    return list(
        zip(
            COLUMNS,
            (
                _("the figure’s name, the same in every file"),
                _("what the figure is called"),
                _("year and month, as 2026-10"),
                _("by what it is told apart, | between several; empty for all"),
                _("the code of the part, in the same order"),
                _("what the part is called"),
                _("the figure’s value, with a full stop before decimals"),
                _("how many are counted"),
                _("of how many, where the value is a share"),
                _("what the value is counted in"),
                _("up to when the sources were read, in UTC"),
                _("true where the number stood as it was told, though the sources said otherwise already"),
                _("how it is counted"),
            ),
            strict=True,
        )
    )
