from django.urls import path

from trappan.people import views

app_name = "people"
urlpatterns = [
    path("people/<int:person_id>/consent/", views.consent, name="consent"),
    path("people/<int:person_id>/details/", views.details, name="details"),
    path("consents/<int:consent_id>/withdraw/", views.withdraw, name="withdraw"),
    path("emergency/", views.emergency, name="emergency"),
    path("openings/<int:opening_id>/agree/", views.agree, name="agree"),
    path("people/<int:person_id>/household/", views.household, name="household"),
    path("household-members/<int:member_id>/leave/", views.leave, name="leave"),
]
