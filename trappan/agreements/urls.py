from django.urls import path

from trappan.agreements.views import agreement, ending, link

app_name = "agreements"
urlpatterns = [
    path("placements/<int:placement_id>/agreement/", agreement.write, name="write"),
    path("agreements/<int:agreement_id>/", agreement.agreement, name="agreement"),
    path("agreements/<int:agreement_id>/change/", agreement.change, name="change"),
    path("agreements/<int:agreement_id>/ending/", ending.ending, name="ending"),
    path("agreements/<int:agreement_id>/paper/", agreement.paper, name="paper"),
    path("agreements/<int:agreement_id>/versions/<int:number>/", agreement.version, name="version"),
    path("link/", link.link, name="link"),
    path("link/<str:token>/", link.enter, name="enter"),
]
