from django.urls import path

from trappan.insight.views import (
    board,
    forecast,
    goal,
    improvement,
    indicator,
    month,
    publication,
    rows,
    staff_question,
    statistics,
)

app_name = "insight"
urlpatterns = [
    path("board/", board.board, name="board"),
    path("board/goals/", goal.goals, name="goals"),
    path("board/goals/new/", goal.set_goal, name="set_goal"),
    path("board/goals/<int:aim_id>/", goal.goal, name="goal"),
    path("board/goals/<int:aim_id>/change/", goal.change_goal, name="change_goal"),
    path("board/improvements/", improvement.improvements, name="improvements"),
    path("board/published/", publication.publications, name="publications"),
    path("board/published/<int:publication_id>/", publication.publication, name="publication"),
    path("figures/", indicator.indicators, name="indicators"),
    path("figures/<slug:figure_name>/", indicator.indicator, name="indicator"),
    path("figures/<slug:figure_name>/rows/", rows.rows, name="rows"),
    path("how-it-goes/asked/", staff_question.asked, name="asked"),
    path("how-it-goes/", staff_question.how_it_goes, name="how_it_goes"),
    path("month/", month.month, name="month"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("forecast/", forecast.forecast, name="forecast"),
    path("forecast/<int:what_if_id>/", forecast.what_if, name="what_if"),
]
