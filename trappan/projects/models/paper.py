"""The paper by which a project is decided, or what changes in one."""

from django.db import models

from trappan.partnerships.models.paper import DecidedPaper, paper_constraints
from trappan.projects.models.project import Project


class ProjectPaper(DecidedPaper):
    """The paper by which the body that owns a project decides about it: aim, parts, money and goals."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="papers")

    class Meta:
        ordering = ["-id"]
        constraints = paper_constraints("project", "project")
