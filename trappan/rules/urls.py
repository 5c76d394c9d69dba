from django.urls import path

from trappan.rules.views import ruleset

app_name = "rules"
urlpatterns = [
    path("rules/", ruleset.rulesets, name="rulesets"),
    path("rules/draft/", ruleset.draft, name="draft"),
    path("rules/<int:ruleset_id>/", ruleset.ruleset, name="ruleset"),
]
