"""A project's results to take along: pages to show, the numbers as a sheet, pictures, and the final report."""

from pathlib import Path

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.projects.charts import CHARTS, chart
from trappan.projects.figures import Figures
from trappan.projects.forms import GROUPS
from trappan.projects.models import FinalReport, Project
from trappan.projects.results import Book, book_of, columns, facts_of, lines
from trappan.rules.codes import labels
from trappan.secrecy.rights import Request, may
from trappan.ui.lists.files import file_of

KEEP = "projects.keep"
SLIDES, REPORT = (Path(__file__).parents[1] / "typst" / f"{name}.typ" for name in ("slides", "report"))


def shown(request: Request, project_id: int, file: str) -> tuple[Book, Figures]:
    """Return the book of a project that the actor leads, and note what is taken of it; 404 where nothing is counted."""
    led = Project.objects.filter(owner=request.actor.organisation_id).select_related("owner")
    found = get_object_or_404(led, pk=project_id)
    book = book_of(found, {code: str(said) for (_table, code), said in labels(GROUPS).items()})
    if book.said is None:
        raise Http404
    record("projects.take_results", kind="read", project=found.pk, file=file)
    return book, book.said


@may(KEEP)
def slides(request: Request, project_id: int) -> HttpResponse:
    """Answer with a project's results as pages to show on a wall."""
    facts = facts_of(shown(request, project_id, "pdf")[0])
    content = pdf(SLIDES, facts, title=facts["title"], language=get_language() or "sv")
    return answer(content, "projektresultat.pdf")


@may(KEEP)
def results(request: Request, project_id: int) -> HttpResponse:
    """Answer with a project's results as a sheet: each number with of whom and as of which day."""
    book, _said = shown(request, project_id, "xlsx")
    return file_of("projektresultat", book.project.name, columns(), lines(book))


@may(KEEP)
def picture(request: Request, project_id: int, chart_name: str) -> HttpResponse:
    """Answer with one of a project's pictures."""
    if chart_name not in CHARTS:
        raise Http404
    book, said = shown(request, project_id, f"{chart_name}.svg")
    drawn = HttpResponse(chart(chart_name, said, book.subs).svg, content_type="image/svg+xml; charset=utf-8")
    drawn["Content-Disposition"] = f'attachment; filename="projekt-{chart_name}.svg"'
    drawn["Cache-Control"] = "no-store"
    return drawn


@may(KEEP)
def final_report(request: Request, project_id: int) -> HttpResponse:
    """Answer with a project's final report, as it was when the project was finished."""
    found = get_object_or_404(FinalReport, pk=project_id, project__owner=request.actor.organisation_id)
    record("projects.take_results", kind="read", project=project_id, file="report")
    title = _("Final report: %(name)s") % {"name": found.facts["title"]}
    content = pdf(REPORT, found.facts, title=title, language=get_language() or "sv")
    return answer(content, "slutrapport.pdf")
