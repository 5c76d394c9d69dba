"""The tour's cards: each signs in as a named invented colleague and opens the right page."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Card:
    """One stop: who, what there is to see and try, and where it opens."""

    key: str
    colleague: str
    title: str | Promise
    text: str | Promise
    opens: str
    person: str = ""


CARDS = (
    Card(
        "application",
        "Ulla Provstedt",
        _("An application comes in"),
        _(
            "Ulla is a social worker. Farid has applied and nobody has opened a case: open it and choose "
            "Jonna. Or receive an application from somebody new."
        ),
        "desk:start",
    ),
    Card(
        "requirement",
        "Ulla Provstedt",
        _("Who comes under the requirement, and why"),
        _(
            "Month by month, with the reason in words and the rules of that month. Ulla's own lists say who "
            "lacks a plan or a request, and whose exemption runs out."
        ),
        "requirement:requirement",
        "Samira Påhitt",
    ),
    Card(
        "mapping",
        "Jonna Mallgren",
        _("Kartläggning with the person's own words"),
        _(
            "Jonna is a consultant. Oksana has not been heard yet: write down what she wants in her own words, "
            "and your assessment beside it."
        ),
        "plans:mapping",
        "Oksana Testenko",
    ),
    Card(
        "plan",
        "Jonna Mallgren",
        _("A plan that both agree to"),
        _("Marko's kartläggning is done. Write the plan, set a goal, note how he agreed, decide it, and read the PDF."),
        "plans:plan",
        "Marko Fiktivić",
    ),
    Card(
        "hours",
        "Jonna Mallgren",
        _("The week of 22 hours"),
        _(
            "Leila has protected identity, a child of four, work at the weekend and SFI three mornings. The "
            "hours are proposed with their arithmetic; she has agreed, and you decide."
        ),
        "plans:plan",
        "Leila Hypotesen",
    ),
    Card(
        "place",
        "Jonna Mallgren",
        _("The last place"),
        _(
            "Gun-Britt wants to do carpentry. Place her in Snickeriet, which is nearly full; then try somebody "
            "more and read the refusal."
        ),
        "placements:place",
        "Gun-Britt Utkastsson",
    ),
    Card(
        "weeks",
        "Jonna Mallgren",
        _("The next free place"),
        _(
            "Free places for half a year, week by week and site by site, from what is planned: who begins, "
            "ends and moves. The queue stands beside, and nobody is named."
        ),
        "activities:forecast",
    ),
    Card(
        "proposal",
        "Tor Låtsberg",
        _("A site answers before it knows who"),
        _(
            "Ahlam and Torsten are proposed: Tor sees first name, aim and times. Accept one and note the "
            "introduction, or say no with a reason that the consultant reads."
        ),
        "attendance:here",
    ),
    Card(
        "staircase",
        "Jonna Mallgren",
        _("Two and a half years on the staircase"),
        _(
            "Samira has moved up, once back, and up again; she rates herself a step higher. The picture and "
            "the words say the same."
        ),
        "desk:person",
        "Samira Påhitt",
    ),
    Card(
        "ownview",
        "Jonna Mallgren",
        _("As she sees it herself"),
        _(
            "What Samira has said of herself three times, in her own words and degrees: optional, never a "
            "score and never a gate. Ask her once more, or take back what was a slip."
        ),
        "plans:ratings",
        "Samira Påhitt",
    ),
    Card(
        "journal",
        "Jonna Mallgren",
        _("What happened, what we judge, and what she says"),
        _(
            "Samira's journal: facts apart from assessments, a locked note that was wrong, the note that "
            "corrects it, and her own objection beside. Write one and close the tab: what you typed is still "
            "there."
        ),
        "cases:journal",
        "Samira Påhitt",
    ),
    Card(
        "caseload",
        "Jonna Mallgren",
        _("Jonna's cases, and one on its way to her"),
        _(
            "Every case with what it waits for and since when, hours planned of the target, latest contact. "
            "Pelle hands Ines to her: receive the case or send it back."
        ),
        "desk:caseload",
    ),
    Card(
        "day",
        "Tor Låtsberg",
        _("A supervisor's morning"),
        _(
            "Tor leads the kitchen of Café Vidingsjö. Mark the exceptions, then all others at once: one "
            "request, also after the network has been gone. Nothing tells him why somebody is away."
        ),
        "attendance:day",
    ),
    Card(
        "attendance",
        "Jonna Mallgren",
        _("A month, each minute in one place"),
        _(
            "Samira's sessions: attended, excused, undecided, not held. Jonna finds what an absence was; that "
            "there was no acceptable reason takes a conversation in the journal first."
        ),
        "attendance:attendance",
        "Samira Påhitt",
    ),
    Card(
        "absence",
        "Jonna Mallgren",
        _("The third absence asks for a talk"),
        _(
            "Rune has been away three times without a word. Jonna is prompted to talk and offer support, asks "
            "the site for what is agreed, and writes the conversation down. Only then can anything be found."
        ),
        "requirement:absence",
        "Rune Påhittström",
    ),
    Card(
        "decision",
        "Ulla Provstedt",
        _("From grounds to a decision"),
        _(
            "Jamal's grounds are frozen to the minute, he has been heard, and Ulla has received them. She "
            "decides, by another hand than the writer's; the paper says how to appeal. Tor has no such button."
        ),
        "requirement:absence",
        "Jamal Kulissi",
    ),
    Card(
        "leader",
        "Milo Mönsterlund",
        _("The partner says how many places there are"),
        _(
            "Milo leads Stadsmissionen's second hand. More places at once, fewer with notice and never below "
            "those placed; one more than there is room for takes a reason. The consultants read it among the "
            "changes."
        ),
        "activities:activities",
    ),
    Card(
        "partner",
        "Sara Kulissdotter",
        _("The partner, and the clear no"),
        _(
            "Sara works at Stadsmissionen's second hand and sees her own. The link opens Samira's page, who is "
            "somewhere else: the answer is the same as for nobody."
        ),
        "desk:person",
        "Samira Påhitt",
    ),
    Card(
        "counsellor",
        "Mio Mallin",
        _("The counsellor's part, and no more"),
        _(
            "Mio answers what the consultants have asked. He sees name, steps and the question; when he ends "
            "the referral he no longer sees the person."
        ),
        "desk:start",
    ),
    Card(
        "head",
        "Karin Skissberg",
        _("A head of unit, without opening files"),
        _(
            "Karin hands out cases by their number. She sees no names; opening a file takes a reason and lasts "
            "for a day."
        ),
        "desk:start",
    ),
    Card(
        "ageing",
        "Karin Skissberg",
        _("What the unit's cases wait for"),
        _(
            "No place, a doctor, a course: how many wait for what and for how long. Everybody is counted, "
            "nobody is named."
        ),
        "desk:ageing",
    ),
    Card(
        "partners",
        "Karin Skissberg",
        _("What is agreed with each partner"),
        _(
            "How long it holds, how many places, what has widened it since, and what somebody has looked at. "
            "One agreement runs out soon."
        ),
        "partnerships:partners",
    ),
    Card(
        "auditor",
        "Greta Granskare",
        _("Who has looked?"),
        _("Greta sees the last nine minutes: also that Sara tried a door that was closed."),
        "desk:log",
    ),
    Card(
        "administrator",
        "Sture Systemsson",
        _("Units where nobody works"),
        _("Sture gives memberships and opens no files. The new bicycle workshop has nobody yet."),
        "desk:start",
    ),
)
