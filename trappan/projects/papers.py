"""What a project says for the sections of its decision paper: labels and words, in Swedish whoever asks."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan.partnerships.facts import Facts
from trappan.partnerships.money import kronor, percent
from trappan.projects.figures import money
from trappan.projects.models import Project
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day


def facts_now(project: Project) -> Facts:
    """Put what stands with a project now into the sections of its paper; a section without anything is left out.

    What is planned, and none of what is counted: that moves by the month.
    """
    last = day_before(project.ends_on)
    municipalities = list(project.municipalities.select_related("organisation"))
    with override("sv"):
        planned = _("%(name)s: %(number)s planned")
        funding = money(project)
        said = {
            "background": [
                [_("Owner"), project.owner.name],
                [_("What it is for"), project.aim],
                [_("Holds"), f"{day(project.starts_on)} – {day(last)}"],
                *(
                    [_("Municipality"), planned % {"name": one.organisation.name, "number": one.planned}]
                    for one in municipalities
                ),
                *(
                    [_("Sub-initiative"), f"{planned % {'name': one.name, 'number': one.planned}}. {one.theme}"]
                    for one in project.sub_initiatives.all()
                ),
            ],
            "economy": [
                *([str(one.kind), f"{kronor(one.budget)} ({percent(one.share)})"] for one in funding),
                *([[_("All together"), kronor(sum(one.budget for one in funding))]] if funding else []),
            ],
            "goals": [
                [
                    _("Goal"),
                    _("at least %(share)s with work, studies or an internship")
                    % {"share": percent(project.goal_basis_points).replace(",00", "")},
                ],
                *(
                    [_("Cooperation"), _("%(goal)s. Shown by: %(by)s") % {"goal": one.wording, "by": one.shown_by}]
                    for one in project.cooperation_goals.all()
                ),
            ],
            "follow_up": [[_("Final report"), _("when it is over, %(day)s") % {"day": day(last)}]],
        }
    return {name: [[str(label), str(words)] for label, words in lines] for name, lines in said.items() if lines}
