from django.urls import path

from trappan.outcomes.views import exit as ends
from trappan.outcomes.views import follow_up, team, to_work

app_name = "outcomes"
urlpatterns = [
    path("cases/<int:case_id>/exit/", ends.record_exit, name="exit"),
    path("exits/<int:exit_id>/check/", ends.check, name="check"),
    path("exits/<int:exit_id>/correct/", ends.correct, name="correct"),
    path("exits/<int:exit_id>/follow-up/", follow_up.follow_up, name="follow_up"),
    path("people/<int:person_id>/exits/", ends.exits, name="exits"),
    path("cases/<int:case_id>/reopen/", ends.reopen, name="reopen"),
    path("team/", team.team, name="team"),
    path("to-work/", to_work.to_work, name="to_work"),
    path("follow-ups/", follow_up.follow_ups, name="follow_ups"),
]
