"""The paper by which a project is decided: written beside what the project says, as PDF, and as text to paste."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from trappan.history.record import record
from trappan.partnerships.facts import Facts
from trappan.partnerships.views.decided_paper import acts_on_paper, as_pdf, words_of
from trappan.projects import operations
from trappan.projects.models import ProjectPaper
from trappan.projects.papers import facts_now
from trappan.secrecy.acts import Acts
from trappan.secrecy.rights import Request, may

KEEP = "projects.keep"


def paper_or_404(paper_id: int) -> tuple[ProjectPaper, Facts]:
    """Return a paper that the actor reads, and what the project says now, or said when it was decided."""
    papers = ProjectPaper.objects.select_related("project__owner")
    found = get_object_or_404(papers, pk=paper_id)
    return found, found.said if found.decided_on is not None else facts_now(found.project)


@may("projects.see")
def decision_paper(request: Request, project_paper_id: int) -> HttpResponse:
    """Show a paper with what the project says beside each section; write on it and decide by it."""
    found, now = paper_or_404(project_paper_id)
    acts = acts_on_paper(found, now, request.actor.today, operations.write_paper, operations.decide_by_paper, KEEP)
    page = Acts(request, acts)
    if page.carried_out():
        return redirect("projects:decision_paper", found.pk)
    record("projects.see_paper", kind="read", project=found.project_id)
    context = {**words_of(found, now), "project": found.project, "acts": page, "form": page.form}
    return render(request, "projects/decision_paper.html", context, status=page.status)


@may("projects.see")
def printed_paper(_request: Request, project_paper_id: int) -> HttpResponse:
    """Give out a paper as it is saved."""
    found, now = paper_or_404(project_paper_id)
    record("projects.print_paper", kind="read", project=found.project_id)
    return as_pdf(found, now)
