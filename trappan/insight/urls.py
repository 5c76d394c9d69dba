from django.urls import path

from trappan.insight import views

app_name = "insight"
urlpatterns = [
    path("forecast/", views.forecast, name="forecast"),
    path("forecast/<int:what_if_id>/", views.what_if, name="what_if"),
]
