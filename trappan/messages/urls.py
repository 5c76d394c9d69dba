from django.urls import path

from trappan.messages.views import person, sent, wording

app_name = "messages"
urlpatterns = [
    path("messages/", sent.sent, name="sent"),
    path("messages/words/", wording.words, name="words"),
    path("people/<int:person_id>/messages/", person.person, name="person"),
]
