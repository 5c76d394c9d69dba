from django.urls import path

from trappan.messages import views

app_name = "messages"
urlpatterns = [path("messages/", views.sent, name="sent")]
