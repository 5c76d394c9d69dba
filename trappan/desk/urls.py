from django.urls import path

from trappan.desk import subscription, views

app_name = "desk"
urlpatterns = [
    path("", views.start, name="start"),
    path("search/", views.search, name="search"),
    path("people/", views.people, name="people"),
    path("people/<int:person_id>/", views.person, name="person"),
    path("people/<int:person_id>/number/", views.number, name="number"),
    path("caseload/", views.caseload, name="caseload"),
    path("unit/waiting/", views.ageing, name="ageing"),
    path("feed/", subscription.subscription, name="subscription"),
    path("feed/<str:token>.ics", subscription.feed, name="feed"),
    path("log/", views.log, name="log"),
]
