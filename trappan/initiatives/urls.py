from django.urls import path

from trappan.initiatives import views

app_name = "initiatives"
urlpatterns = [
    path("initiatives/", views.initiatives, name="initiatives"),
    path("initiatives/new/", views.begin_initiative, name="begin_initiative"),
    path("initiatives/<int:initiative_id>/", views.initiative, name="initiative"),
    path("initiatives/<int:initiative_id>/change/", views.change_initiative, name="change_initiative"),
    path("initiatives/papers/<int:initiative_paper_id>/", views.decision_paper, name="decision_paper"),
    path("initiatives/papers/<int:initiative_paper_id>/paper.pdf", views.printed_paper, name="print_paper"),
    path("people/<int:person_id>/initiatives/", views.participations, name="participations"),
]
