from django.urls import path

from trappan.activities.views import activity, catalogue, departments, forecast, make, order, picture

app_name = "activities"
urlpatterns = [
    path("activities/", activity.activities, name="activities"),
    path("activities/<int:activity_id>/", activity.activity, name="activity"),
    path("activities/<int:activity_id>/describe/", catalogue.describe, name="describe"),
    path("activities/<int:activity_id>/groups/", catalogue.groups, name="groups"),
    path("activities/<int:activity_id>/pictures/", picture.pictures, name="pictures"),
    path("activities/pictures/<int:picture_id>/", picture.picture, name="picture"),
    path("units/<int:unit_id>/activity/", make.make_activity, name="make_activity"),
    path("workplaces/new/", make.make_workplace, name="make_workplace"),
    path("departments/", departments.departments, name="departments"),
    path("departments/<int:department_id>/", departments.department, name="department"),
    path("orders/", order.orders, name="orders"),
    path("places/weeks/", forecast.outlook, name="forecast"),
]
