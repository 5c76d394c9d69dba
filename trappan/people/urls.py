from django.urls import path

from trappan.people.views import household, person

app_name = "people"
urlpatterns = [
    path("people/<int:person_id>/consent/", person.consent, name="consent"),
    path("people/<int:person_id>/details/", person.details, name="details"),
    path("consents/<int:consent_id>/narrow/", person.narrow, name="narrow"),
    path("consents/<int:consent_id>/withdraw/", person.withdraw, name="withdraw"),
    path("emergency/", person.emergency, name="emergency"),
    path("openings/<int:opening_id>/agree/", person.agree, name="agree"),
    path("people/<int:person_id>/household/", household.household, name="household"),
    path("household-members/<int:member_id>/leave/", household.leave, name="leave"),
    path("household-members/<int:member_id>/rectify/", household.rectify_member, name="rectify_member"),
]
