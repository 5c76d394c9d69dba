from django.urls import path

from trappan.rules.views import code, mark, ruleset, text

app_name = "rules"
urlpatterns = [
    path("rules/", ruleset.rulesets, name="rulesets"),
    path("rules/draft/", ruleset.draft, name="draft"),
    path("rules/<int:ruleset_id>/", ruleset.ruleset, name="ruleset"),
    path("marks/", mark.marks, name="marks"),
    path("marks/<int:mark_id>/", mark.mark, name="mark"),
    path("texts/", text.texts, name="texts"),
    path("codes/", code.codes, name="codes"),
    path("codes/<slug:table>/", code.code_table, name="code_table"),
    path("codes/<int:code_id>/change/", code.code, name="code"),
]
