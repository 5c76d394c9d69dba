"""Write the paper by which a project is decided, and decide by it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan.history.record import record
from trappan.partnerships.decided import lock_paper, save, settle, start
from trappan.projects.models import Project, ProjectPaper
from trappan.projects.operations.refusals import NO
from trappan.projects.papers import facts_now


@transaction.atomic
def begin_paper(*, project: Project, officer: str, manager: str, reference: str) -> ProjectPaper:
    """Begin the paper by which a project, or what changes in it, is decided: what it says beside each section.

    Refused: while one is open, and without officer, manager or registry number.
    """
    with override("sv"):
        title = _("The project %(name)s") % {"name": project.name}
        proposal = _("To carry out the project %(name)s.") % {"name": project.name}
    who = {"officer": officer, "manager": manager, "reference": reference}
    made = start(ProjectPaper, NO, title=title, proposal=proposal, project=project, said=facts_now(project), **who)
    record("projects.begin_paper", project=project.pk)
    return made


@transaction.atomic
def write_paper(*, paper: ProjectPaper, edition: str, **about: Any) -> None:
    """Save the text of a paper, which then says what the project says now; refused as `decided.save` says."""
    found = lock_paper(paper)
    save(found, NO, facts_now(found.project), edition, about)
    record("projects.write_paper", project=found.project_id)


@transaction.atomic
def decide_by_paper(
    *, paper: ProjectPaper, read: str, today: date, decided_on: date, body: str, paragraph: str = ""
) -> None:
    """Write down the decision on a paper as it was `read`; refused as `decided.settle` says."""
    found = lock_paper(paper)
    said = {"body": body, "paragraph": paragraph}
    settle(found, NO, facts_now(found.project), read, today=today, decided_on=decided_on, **said)
    record("projects.decide_by_paper", project=found.project_id)
