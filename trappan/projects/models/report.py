"""The final report of a project, as it was when the project was finished."""

from django.db import models

from trappan.history.models import Signed
from trappan.projects.models.project import Project


class FinalReport(Signed):
    """What stands on a project's final report, in words, made from its rows as it was finished and never changed."""

    project = models.OneToOneField(Project, models.PROTECT, primary_key=True, related_name="final_report")
    facts = models.JSONField()
