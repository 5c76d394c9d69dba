from django.urls import path

from trappan.matching.views import find_place, find_work

app_name = "matching"
urlpatterns = [
    path("people/<int:person_id>/find-place/", find_place.find_place, name="find_place"),
    path("people/<int:person_id>/find-work/", find_work.find_work, name="find_work"),
    path("employers/openings/<int:opening_id>/people/", find_work.find_people, name="find_people"),
    path("employers/openings/comparing/", find_work.comparing, name="comparing"),
]
