from django.urls import path

from trappan.matching import views

app_name = "matching"
urlpatterns = [path("people/<int:person_id>/find-place/", views.find_place, name="find_place")]
