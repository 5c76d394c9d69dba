from django.urls import path

from trappan.messages.views import hook, letters, person, sent, wording

app_name = "messages"
urlpatterns = [
    path("messages/", sent.sent, name="sent"),
    path("messages/words/", wording.words, name="words"),
    path("messages/came/<str:way>/", hook.hook, name="hook"),
    path("letters/", letters.letters, name="letters"),
    path("letters/print/", letters.printed, name="print_letters"),
    path("people/<int:person_id>/messages/", person.person, name="person"),
]
