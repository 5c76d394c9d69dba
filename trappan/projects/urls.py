from django.urls import path

from trappan.projects.views import months, paper, participants, person, project, results

app_name = "projects"
urlpatterns = [
    path("projects/", project.projects, name="projects"),
    path("projects/new/", project.begin_project, name="begin_project"),
    path("projects/<int:project_id>/", project.project, name="project"),
    path("projects/<int:project_id>/participants/", participants.participants, name="participants"),
    path("projects/<int:project_id>/participants/new/", participants.add_participant, name="add_participant"),
    path("projects/<int:project_id>/months/", months.months, name="months"),
    path("projects/<int:project_id>/month/", months.month, name="month"),
    path("projects/months/<int:month_file_id>/", months.take_month, name="take_month"),
    path("projects/<int:project_id>/results.pdf", results.slides, name="slides"),
    path("projects/<int:project_id>/results.xlsx", results.results, name="results"),
    path("projects/<int:project_id>/pictures/<slug:chart_name>.svg", results.picture, name="picture"),
    path("projects/<int:project_id>/report.pdf", results.final_report, name="final_report"),
    path("projects/papers/<int:project_paper_id>/", paper.decision_paper, name="decision_paper"),
    path("projects/papers/<int:project_paper_id>/paper.pdf", paper.printed_paper, name="print_paper"),
    path("projects/participants/<int:participation_id>/end/", participants.end_participation, name="end_participation"),
    path("people/<int:person_id>/projects/", person.let_in, name="let_in"),
]
