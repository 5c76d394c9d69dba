"""The tour's cards, one a file: where to begin, and the rest by role; and the people whom they need."""

from collections.abc import Mapping

from trappan.demo import tour_people
from trappan.demo.card import Card
from trappan.demo.cards import (
    absence,
    administrator,
    after,
    ageing,
    annual_report,
    application,
    attendance,
    auditor,
    board,
    cafe,
    cancelled,
    caseload,
    counsellor,
    day,
    decision,
    departments,
    eid,
    forecast,
    formal_days,
    head,
    helper,
    hidden,
    host,
    hours,
    households,
    initiatives,
    journal,
    leader,
    link,
    mapping,
    monday,
    monday_jobs,
    morning,
    openings,
    own_house,
    own_meeting,
    ownview,
    participants,
    partner,
    partners,
    partners_year,
    pictures,
    place,
    plan,
    project,
    project_months,
    promises,
    proposal,
    published,
    reached,
    ready,
    rectified,
    requirement,
    review,
    rows,
    rules,
    search,
    sent,
    sign_in,
    signatory,
    staircase,
    sus,
    ten_places,
    under,
    units,
    week,
    weeks,
    workplace,
)
from trappan.demo.rooms.activities import show_pictures
from trappan.demo.town import Town
from trappan.secrecy.scopes import Role

# From an application to the head's figures: eight stops, which together show what the product is for.
START = (application.CARD, mapping.CARD, plan.CARD, place.CARD, day.CARD, absence.CARD, decision.CARD, head.CARD)
# The rest, under the role of whoever one is there.
BY_ROLE: Mapping[Role, tuple[Card, ...]] = {
    Role.SOCIAL_WORKER: (requirement.CARD, under.CARD, rectified.CARD),
    Role.CONSULTANT: (
        caseload.CARD,
        search.CARD,
        hours.CARD,
        weeks.CARD,
        review.CARD,
        staircase.CARD,
        ownview.CARD,
        journal.CARD,
        after.CARD,
        attendance.CARD,
        rows.CARD,
        sus.CARD,
        sign_in.CARD,
        monday.CARD,
        cafe.CARD,
        own_meeting.CARD,
    ),
    Role.SUPERVISOR: (proposal.CARD, partner.CARD, cancelled.CARD, morning.CARD, eid.CARD, helper.CARD),
    Role.SITE_LEADER: (
        leader.CARD,
        pictures.CARD,
        partners_year.CARD,
        annual_report.CARD,
        signatory.CARD,
        own_house.CARD,
        reached.CARD,
    ),
    Role.EMPLOYER_OFFICER: (promises.CARD, openings.CARD, ready.CARD, monday_jobs.CARD, link.CARD, week.CARD),
    Role.PLACE_COORDINATOR: (departments.CARD,),
    Role.HOST_MANAGER: (host.CARD,),
    Role.COUNSELLOR: (counsellor.CARD,),
    Role.HEAD_OF_UNIT: (
        ageing.CARD,
        households.CARD,
        partners.CARD,
        initiatives.CARD,
        ten_places.CARD,
        formal_days.CARD,
    ),
    Role.BOARD_READER: (board.CARD, hidden.CARD),
    Role.AUDITOR: (auditor.CARD,),
    Role.CONTROLLER: (forecast.CARD, published.CARD),
    Role.PROJECT_LEADER: (project.CARD,),
    Role.PROJECT_COORDINATOR: (participants.CARD, project_months.CARD),
    Role.ADMINISTRATOR: (administrator.CARD, workplace.CARD, rules.CARD, units.CARD, sent.CARD),
}
CARDS = (*START, *(card for cards in BY_ROLE.values() for card in cards))


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
    rectified.put_right(town)
    review.shirin(town)
    counsellor.answered(town)
    after.rahel(town)
    show_pictures(town)
