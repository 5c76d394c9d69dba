from django.urls import path

from trappan.requirement.views import absence, activity_request, controls, exemption, grounds, trial

app_name = "requirement"
urlpatterns = [
    path("people/<int:person_id>/requirement/", activity_request.requirement, name="requirement"),
    path("exemptions/<int:exemption_id>/end/", exemption.end_exemption, name="end_exemption"),
    path("exemptions/<int:exemption_id>/replace/", exemption.replace_exemption, name="replace_exemption"),
    path("requests/<int:request_id>/replace/", activity_request.replace_request, name="replace_request"),
    path("requests/<int:request_id>/received/", activity_request.received, name="received"),
    path("requests/<int:request_id>/registered/", activity_request.registered, name="registered"),
    path("people/<int:person_id>/absence/", absence.absence, name="absence"),
    *absence.TALK.paths,
    path("people/<int:person_id>/grounds/", grounds.write, name="write_grounds"),
    *(path for kept in grounds.KEPT for path in kept.paths),
    path("grounds/<int:grounds_id>/", grounds.grounds, name="grounds"),
    path("grounds/<int:grounds_id>/pdf/", grounds.document, name="document"),
    path("decisions/<int:decision_id>/pdf/", grounds.decision_document, name="decision_document"),
    path("rules/<int:ruleset_id>/trial/", trial.trial, name="trial"),
    path("controls/", controls.controls, name="controls"),
]
