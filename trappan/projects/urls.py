from django.urls import path

from trappan.projects.views import participants, person, project

app_name = "projects"
urlpatterns = [
    path("projects/", project.projects, name="projects"),
    path("projects/new/", project.begin_project, name="begin_project"),
    path("projects/<int:project_id>/", project.project, name="project"),
    path("projects/<int:project_id>/participants/", participants.participants, name="participants"),
    path("projects/<int:project_id>/participants/new/", participants.add_participant, name="add_participant"),
    path("projects/participants/<int:participation_id>/end/", participants.end_participation, name="end_participation"),
    path("people/<int:person_id>/projects/", person.let_in, name="let_in"),
]
