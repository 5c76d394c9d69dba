"""Projects of several municipalities: for how long coordinators see people, and how sure the fund's codes are."""

from django.utils.translation import gettext_lazy

from trappan.rules.parameters.parameter import Kind, Parameter

PROJECTS = gettext_lazy("Projects of several municipalities")
OF_PROJECTS = (
    Parameter(
        "project_sight_days",
        PROJECTS,
        Kind.DAYS,
        gettext_lazy("A project’s coordinator sees somebody for"),
        gettext_lazy(
            "After the last day in the project, and after being let in where nobody has written down that the person "
            "takes part. Then the person is let out by itself."
        ),
        1,
        365,
        two=True,
    ),
    Parameter(
        "esf_confirmed",
        PROJECTS,
        Kind.TEXT,
        gettext_lazy("Codes of the Social Fund whose meaning is confirmed"),
        gettext_lazy("With a space between. All others are told as uncertain, on the project’s page."),
        1,
        300,
    ),
)
