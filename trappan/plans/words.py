"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "plans.rate_oneself": _("Said how it looks from one's own view"),
    "plans.take_back_rating": _("Answers about one's own view taken back"),
    "plans.map_person": _("Kartläggning written"),
    "plans.write_plan": _("Plan drafted"),
    "plans.give_draft": _("The draft given to the person to read"),
    "plans.reply_to_word": _("What the person has written was answered"),
    "plans.set_goal": _("Goal set"),
    "plans.close_goal": _("Goal closed"),
    "plans.consult": _("Consultation about the plan"),
    "plans.end_plan": _("Plan ended"),
    "plans.agree_plan": _("The person agreed to the plan"),
    "plans.decide_plan": _("Plan decided"),
    "plans.review_plan": _("The plan was followed up and goes on"),
    "plans.judge_readiness": _("A colleague judged what the person is ready for"),
    "plans.move_step": _("Came to step %(step)s"),
    "plans.correct_step": _("Step corrected to %(step)s"),
    "plans.see_sign": _("A sign of the next step seen"),
    "plans.propose_step": _("The site proposed a step"),
    "plans.decide_step": _("The proposed step decided"),
}

LOG = {
    # The week was written a part at a time until 2026-11: what the log has of it keeps its words.
    "plans.add_part": _("Part of the week added"),
    "plans.document": _("The plan as PDF"),
    "plans.drop_ladder": _("The draft of the staircase taken away"),
    "plans.use_ladder": _("A new staircase taken into use"),
    "plans.write_ladder": _("A draft of the staircase written"),
    "plans.map_step": _("Steps of two frames mapped"),
    "plans.observe": _("Observation at the site"),
    "plans.put_under": _("Goal put under another"),
    "plans.see_mapping": _("The kartläggning"),
    "plans.see_plan": _("The plan"),
    "plans.see_ratings": _("One's own view"),
    "plans.see_signs": _("Steps and goals"),
    "plans.see_step": _("Assess the step"),
    "plans.take_out_part": _("Part of the week taken out"),
    "plans.write_week": _("The week of the draft written"),
}
