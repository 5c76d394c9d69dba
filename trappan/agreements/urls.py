from django.urls import path

from trappan.agreements.views import agreement, along, ending, link, week

app_name = "agreements"
urlpatterns = [
    path("placements/<int:placement_id>/agreement/", agreement.write, name="write"),
    path("agreements/<int:agreement_id>/", agreement.agreement, name="agreement"),
    path("agreements/<int:agreement_id>/change/", agreement.change, name="change"),
    path("agreements/<int:agreement_id>/ending/", ending.ending, name="ending"),
    path("agreements/<int:agreement_id>/paper/", agreement.paper, name="paper"),
    path("agreements/<int:agreement_id>/versions/<int:number>/", agreement.version, name="version"),
    path("agreements/<int:agreement_id>/week/", week.week, name="week"),
    path("agreements/<int:agreement_id>/along/", along.along, name="along"),
    path("link/", link.link, name="link"),
    path("link/language/", link.choose_language, name="choose_language"),
    path("link/<str:token>/", link.enter, name="enter"),
]
