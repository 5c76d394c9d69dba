"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Sentences

PERSON = _("Everybody reads this, so nothing about a person may stand here. Take the personal number out.")
TAKEN_OUT = _("The goal has been taken out. It stands as it was then, and nothing more is written of it.")
NO: Sentences = {
    "one_goal_a_name": (
        "name",
        _("A goal of that name is there for that year already. What is counted another way needs another name."),
    ),
    "goal_says_whose": ("name", _("Write what the goal is called, who answers for it, and where it was decided.")),
    "goal_is_of_a_year": ("year", _("Write a year between 2000 and 2100.")),
    "goal_under_one_of_ours": ("under", _("Choose a goal of ours.")),
    "goal_under_one_of_the_term": (
        "under",
        _("That goal is of another term. Choose one of the term in which the year lies, or none."),
    ),
    "goal_stands_as_measured": (
        "definition",
        _(
            "A result is written of the goal as it was counted then. Leave definition and figure as they were, "
            "and set another goal for the new way."
        ),
    ),
    "value_has_a_definition": (
        "value",
        _("Nobody has said how the goal is counted. Write that first, or leave the value empty and say what is known."),
    ),
    "result_says_what": ("text", _("Write what became of it.")),
    "effect_says_what": ("wording", _("Write the effect that the agreement is to have.")),
    "baseline_is_of_a_day": ("baseline_on", _("Write both the level at the beginning and its day, or neither.")),
    "effect_comes_after_baseline": ("evaluate_on", _("Choose a day after that of the level at the beginning.")),
    "one_effect_a_day": ("wording", _("That goal is written down already, to be evaluated on the same day.")),
    "effect_is_taken_out": TAKEN_OUT,
    "evaluated_effect_stands": _("It has been evaluated, and stands. Write another goal for what is to be now."),
    "evaluation_says_what_and_who": ("text", _("Write what the evaluation says, and who has evaluated.")),
    "effect_names_nobody": ("wording", PERSON),
    "evaluation_names_nobody": ("text", PERSON),
    "improvement_says_what": ("deficiency", _("Write what is wanting, what is done, and who answers for it.")),
    "improvement_is_done_with_a_result": ("done_on", _("Write what came of it, on a day from when it was found on.")),
    "one_publication": (
        "month",
        _("That month is published already. Open the publication, and publish anew from there, with the reason."),
    ),
    "replaced_once": _("Another publication has replaced this one meanwhile. Open that one, and publish anew there."),
    "replaced_with_a_reason": ("reason", _("Write why the figures are published anew.")),
    "month_has_figures": (
        "month",
        _("Nothing is told of that month yet. A month is told when it is over and counted: wait for the night."),
    ),
    "figures_are_counted": _(
        "The figures are being counted or published just now, and would be of two moments. Wait some minutes, and "
        "publish again."
    ),
    "figures_are_ours_to_publish": _(
        "Figures are published by the controller, where the installation serves one municipality."
    ),
    "asked_in_autumn": _("The question is asked in October and November. Answer next time."),
    "answered_once": _("You have answered this year already, here or in another window. Your first answer stands."),
    "every_question_has_a_grade": _("Give each statement a grade from 1 to 5. Open the page again if one is missing."),
    "publication_names_nobody": ("reason", PERSON),
    "extract_is_of_months": ("month", _("The last month comes before the first. Choose a later one.")),
    "extract_says_what_for": _("Write case number, project, who gets the file and what it is for, and choose columns."),
    "extract_is_decided_with_a_reason": ("reason", _("Write the reason for the decision.")),
    "extract_is_withdrawn_with_a_reason": ("reason", _("Write why it is withdrawn.")),
    "extract_is_not_yours": _("Extracts are decided and withdrawn by the municipality’s own director or controller."),
    "extract_is_anothers_to_decide": _("An extract is decided by the director, and by somebody else than who asked."),
    "extract_is_decided_once": _("Somebody has decided this already. Load the page again."),
    "extract_is_over": (
        "outcome",
        _("Its last day is over. Refuse it, and let it be asked for anew with a later one."),
    ),
    "extract_is_granted": _(
        "There is no decision to withdraw: it is not granted, or somebody has withdrawn it already."
    ),
    "extract_names_nobody": _("No person’s number may stand here. Take the personal number out."),
    "goal_names_nobody": PERSON,
    "result_names_nobody": ("text", PERSON),
    "improvement_names_nobody": PERSON,
}
