from django.urls import path

from trappan.insight.views import (
    board,
    comparison,
    coverage,
    equality,
    evaluation,
    extract,
    flow,
    forecast,
    goal,
    improvement,
    indicator,
    publication,
    rows,
    statistics,
)

app_name = "insight"
urlpatterns = [
    path("board/", board.board, name="board"),
    path("board/evaluation/", evaluation.evaluation, name="evaluation"),
    path("board/comparison/", comparison.comparison, name="comparison"),
    path("board/coverage/", coverage.coverage, name="coverage"),
    path("board/equality/", equality.equality, name="equality"),
    path("board/flow/", flow.flow, name="flow"),
    path("board/goals/", goal.goals, name="goals"),
    path("board/goals/new/", goal.set_goal, name="set_goal"),
    path("board/goals/<int:aim_id>/", goal.goal, name="goal"),
    path("board/goals/<int:aim_id>/change/", goal.change_goal, name="change_goal"),
    path("board/improvements/", improvement.improvements, name="improvements"),
    path("board/extracts/", extract.extracts, name="extracts"),
    path("board/extracts/new/", extract.ask_extract, name="ask_extract"),
    path("board/extracts/<int:extract_id>/", extract.extract, name="extract"),
    path("board/published/", publication.publications, name="publications"),
    path("board/published/<int:publication_id>/", publication.publication, name="publication"),
    path("figures/", indicator.indicators, name="indicators"),
    path("figures/<slug:figure_name>/", indicator.indicator, name="indicator"),
    path("figures/<slug:figure_name>/rows/", rows.rows, name="rows"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("forecast/", forecast.forecast, name="forecast"),
    path("forecast/<int:what_if_id>/", forecast.what_if, name="what_if"),
]
