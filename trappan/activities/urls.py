from django.urls import path

from trappan.activities import views

app_name = "activities"
urlpatterns = [
    path("activities/", views.activities, name="activities"),
    path("activities/<int:activity_id>/", views.activity, name="activity"),
    path("people/<int:person_id>/place/", views.place, name="place"),
    path("placements/<int:placement_id>/end/", views.end, name="end"),
    path("day/", views.day, name="day"),
]
