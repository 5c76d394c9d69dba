from django.urls import path

from trappan.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.tour, name="tour"),
    path("import/", views.damaged, name="damaged"),
    path("pictures/<str:key>.png", views.picture_of, name="picture"),
    path("enter/<str:key>/", views.enter, name="enter"),
]
