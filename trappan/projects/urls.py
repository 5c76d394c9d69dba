from django.urls import path

from trappan.projects import views

app_name = "projects"
urlpatterns = [
    path("projects/", views.projects, name="projects"),
    path("projects/new/", views.begin_project, name="begin_project"),
    path("projects/<int:project_id>/", views.project, name="project"),
    path("projects/<int:project_id>/participants/", views.participants, name="participants"),
    path("projects/<int:project_id>/participants/new/", views.add_participant, name="add_participant"),
    path("projects/participants/<int:participation_id>/end/", views.end_participation, name="end_participation"),
    path("people/<int:person_id>/projects/", views.let_in, name="let_in"),
]
