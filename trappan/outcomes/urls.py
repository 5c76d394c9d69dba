from django.urls import path

from trappan.outcomes import views

app_name = "outcomes"
urlpatterns = [
    path("cases/<int:case_id>/exit/", views.record_exit, name="exit"),
    path("exits/<int:exit_id>/check/", views.check, name="check"),
    path("cases/<int:case_id>/reopen/", views.reopen, name="reopen"),
]
