from django.urls import path

from trappan.partnerships import views

app_name = "partnerships"
urlpatterns = [
    path("partners/", views.listed, name="partners"),
    path("partners/new/", views.make_partner, name="make_partner"),
    path("partners/<int:organisation_id>/", views.partner, name="partner"),
]
