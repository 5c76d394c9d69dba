from django.urls import path

from trappan.assistance import views

app_name = "assistance"
urlpatterns = [path("applications/new/", views.receive, name="receive")]
