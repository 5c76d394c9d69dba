"""What the database refuses of projects, in words at the field it concerns."""

from django.utils.translation import gettext_lazy as _

from trappan.partnerships.decided import sentences_of
from trappan.refusals import READS_ONLY, Sentences

PERSON = _("Everybody in the project reads this, so nothing about a person may stand here. Take the number out.")
FINISHED = _("The project is finished. What is told of it is not changed any more.")
NONE = _("That unit coordinates no project that is under way. Choose another one.")
NO: Sentences = {
    **sentences_of("project"),
    "one_project_a_name": ("name", _("A project of that name is here already. Give this one another name.")),
    "project_says_what": ("aim", _("Write what the project is called, and what it is for.")),
    "project_ends_after_start": ("ends_on", _("The last day cannot come before the first.")),
    "goal_is_a_share": ("goal_basis_points", _("Write a share over nothing and at most 100 percent.")),
    "project_names_nobody": PERSON,
    "project_is_finished": FINISHED,
    "project_is_over": _(
        "The project goes on, or is finished already: the final report comes once, after the last day."
    ),
    "project_is_led_by_you": READS_ONLY,
    "project_is_finished_by_a_report": ("report", _("Write how it went.")),
    "takes_part_in_a_project_once": ("unit", _("That municipality takes part already.")),
    "unit_coordinates_projects": ("unit", _("Choose a municipality’s unit for projects.")),
    "municipality_plans_somebody": ("planned_women", _("Write how many people are planned, at least one.")),
    "one_sub_initiative_a_name": ("name", _("A sub-initiative of that name is here already.")),
    "sub_initiative_says_what": ("theme", _("Write what it is called, and its theme.")),
    "sub_initiative_plans_somebody": ("planned", _("Write how many people, at least one.")),
    "sub_initiative_names_nobody": PERSON,
    "sub_initiative_of_the_project": ("municipality", _("Choose a municipality of the project.")),
    "sub_initiative_is_here": ("sub_initiative", _("Choose a sub-initiative that your municipality has.")),
    "code_of_target_groups": ("target_groups", _("Choose target groups that are in use on that day.")),
    "one_funding_a_kind": ("kind", _("That money is written down already.")),
    "funding_is_something": ("budget_ore", _("Write how much it is.")),
    "one_cooperation_goal_a_wording": ("wording", _("That goal is written down already.")),
    "cooperation_goal_says_what": ("wording", _("Write the goal, and what would show that it is reached.")),
    "cooperation_goal_names_nobody": PERSON,
    "evidence_says_what": ("words", _("Write what has happened.")),
    "evidence_names_nobody": ("words", PERSON),
    "gathering_says_what": ("theme", _("Write where it was, and what it was about.")),
    "gathering_names_nobody": PERSON,
    "happened_while_the_project_lasts": ("day", _("Choose a day that has come, while the project lasts.")),
    "project_continuation_says_what": ("what", _("Write what goes on, or what ends.")),
    "project_continuation_names_nobody": PERSON,
    "goes_on_by_somebody_with_money": (
        "by_whom",
        _("What goes on has somebody who does it, money and a first day; what ends has none of them."),
    ),
    "checked_since_it_began": ("checked_on", _("It had not begun then.")),
    "what_goes_on_is_told": (
        "report",
        _("Say first what goes on afterwards, of each sub-initiative: by whom and with whose money, or that it ends."),
    ),
    "takes_part_while_the_project_lasts": ("starts_on", _("Choose days while the project lasts.")),
    "project_participation_ends_with_a_result": ("ends_on", _("The last day cannot come before the first.")),
    "participation_ends_once": _("Somebody has written down the end already."),
    "month_file_of_those_you_see": _(
        "Somebody who stands in the version that was handed in is seen by you no longer, and would be left out. "
        "Ask a consultant to let you in again, and make the version then."
    ),
    "in_a_project_once_at_a_time": ("person", _("The person takes part in the project on that day already.")),
    "month_is_coordinated_by_you": READS_ONLY,
    "month_of_the_project_is_over": _("Choose a month that is over, while the project lasts."),
    "month_file_is_the_latest": _("Somebody has made another version meanwhile. Look at the page as it is now."),
    "one_month_file_a_version": _("Somebody has made another version meanwhile. Look at the page as it is now."),
    "month_has_something": _("You have said that there is nothing to hand in. Take it back first."),
    "somebody_takes_part_in_the_month": _("Nobody whom you see took part then. Say that there is nothing to hand in."),
    "nobody_takes_part_in_the_month": _("Somebody took part then, or a file is handed in. Make the file instead."),
    "one_empty_month_in_force": _("That there is nothing to hand in is said already."),
    "month_file_is_as_today": _("Something has been written since the file was made. Make another version first."),
    "month_file_can_be_handed_in": _(
        "That file is handed in already, or is no longer kept. Look at the page as it is now."
    ),
}
