from django.urls import path

from trappan.matching.views import profile, proposal, sharing, work
from trappan.matching.views.find_place import find_place

app_name = "matching"
urlpatterns = [
    path("people/<int:person_id>/find-place/", find_place, name="find_place"),
    path("ready/", work.ready, name="ready"),
    path("people/<int:person_id>/work/", work.work, name="work"),
    path("people/<int:person_id>/profile/", profile.profile, name="profile"),
    path("people/<int:person_id>/sharing/", sharing.sharing, name="sharing"),
    path("people/<int:person_id>/proposals/", proposal.proposals, name="proposals"),
    path("people/<int:person_id>/proposals/<int:proposal_id>/", proposal.proposal, name="proposal"),
]
