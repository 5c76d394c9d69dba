from django.urls import path

from trappan.matching.views import (
    allocation,
    find_place,
    find_work,
    hosted,
    opening_allocation,
    placement,
    profile,
    proposal,
    ruled_out,
    sharing,
    what_if,
    work,
)

app_name = "matching"
urlpatterns = [
    path("allocation/", allocation.allocations, name="allocations"),
    path("allocation/what-if/", what_if.what_ifs, name="what_ifs"),
    path("allocation/what-if/<int:allocation_question_id>/", what_if.what_if, name="what_if"),
    path("allocation/<int:line_id>/", allocation.allocation, name="allocation"),
    path("allocation/openings/", opening_allocation.opening_allocations, name="opening_allocations"),
    path(
        "allocation/openings/<int:opening_line_id>/", opening_allocation.opening_allocation, name="opening_allocation"
    ),
    path("allocation/ruled-out/", ruled_out.ruled_out, name="ruled_out"),
    path("people/<int:person_id>/find-place/", find_place.find_place, name="find_place"),
    path("people/<int:person_id>/find-work/", find_work.find_work, name="find_work"),
    path("employers/openings/<int:opening_id>/people/", find_work.find_people, name="find_people"),
    path("employers/openings/comparing/", find_work.comparing, name="comparing"),
    path("proposed/<int:proposal_id>/", hosted.proposed, name="proposed"),
    path("ready/", work.ready, name="ready"),
    path("people/<int:person_id>/work/", work.work, name="work"),
    path("people/<int:person_id>/profile/", profile.profile, name="profile"),
    path("people/<int:person_id>/sharing/", sharing.sharing, name="sharing"),
    path("people/<int:person_id>/proposals/", proposal.proposals, name="proposals"),
    path("people/<int:person_id>/proposals/<int:proposal_id>/", proposal.proposal, name="proposal"),
    path("people/<int:person_id>/proposals/<int:proposal_id>/placement/", placement.place, name="place"),
]
