"""The eight parts of a person's file and what is under *More*; each page of it says where it belongs."""

from collections.abc import Callable
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

View = Callable[..., Any]


class Tab(TextChoices):
    """A part of the file, in the order of the work; the words are those of the tab."""

    OVERVIEW = "overview", _("Overview")
    MAPPING = "mapping", _("Kartläggning")
    PLAN = "plan", _("Plan")
    ACTIVITIES = "activities", _("Activities")
    ATTENDANCE = "attendance", _("Attendance")
    STEPS = "steps", _("Steps and goals")
    JOURNAL = "journal", _("Journal")
    SUPPORT = "support", _("Requirement and support")
    MORE = "more", _("More")


def in_tab(tab: Tab) -> Callable[[View], View]:
    """Say of a page about a person which part of the file it belongs to; below `@may`, which carries it on."""

    def decorate(view: View) -> View:
        view.tab = tab  # type: ignore[attr-defined]  # read by whoever draws the tabs
        return view

    return decorate
