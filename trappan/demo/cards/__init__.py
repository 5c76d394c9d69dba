"""The tour's cards, one a file, in the order of the tour; and the people whom they need."""

from trappan.demo import tour_people
from trappan.demo.cards import (
    absence,
    administrator,
    ageing,
    application,
    attendance,
    auditor,
    caseload,
    counsellor,
    day,
    decision,
    head,
    hours,
    households,
    journal,
    leader,
    mapping,
    ownview,
    partner,
    partners,
    place,
    plan,
    proposal,
    requirement,
    search,
    sign_in,
    staircase,
    under,
    weeks,
)
from trappan.demo.town import Town

CARDS = (
    application.CARD,
    requirement.CARD,
    under.CARD,
    mapping.CARD,
    plan.CARD,
    hours.CARD,
    place.CARD,
    weeks.CARD,
    proposal.CARD,
    staircase.CARD,
    ownview.CARD,
    journal.CARD,
    caseload.CARD,
    search.CARD,
    day.CARD,
    attendance.CARD,
    absence.CARD,
    decision.CARD,
    leader.CARD,
    partner.CARD,
    counsellor.CARD,
    head.CARD,
    ageing.CARD,
    households.CARD,
    partners.CARD,
    auditor.CARD,
    administrator.CARD,
    sign_in.CARD,
)


def make_people(town: Town) -> None:
    """Make the people of the tour, the same at every seed; their ids and the dice hang on this order."""
    tour_people.samira(town)
    journal.notes(town)
    ownview.ratings(town)
    application.farid(town)
    mapping.oksana(town)
    plan.marko(town)
    place.gun_britt(town)
    head.unassigned(town)
    tour_people.hodan(town)
    partner.eira(town)
    tour_people.yonas(town)
    hours.leila(town)
    caseload.on_their_way(town)
    tour_people.followed_up(town)
    mapping.unheard(town)
    tour_people.working(town)
    caseload.more_on_their_way(town)
    proposal.proposed(town)
    proposal.begins_today(town)
    day.at_the_cafe(town)
    absence.rune(town)
    decision.jamal(town)
    auditor.looked(town)
    head.asked(town)
    head.away(town)
