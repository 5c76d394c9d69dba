from django.urls import path

from trappan.exchange.views import delivery, faults, quarters

app_name = "exchange"
urlpatterns = [
    path("deliveries/", delivery.deliveries, name="deliveries"),
    path("deliveries/faults/", faults.faults, name="faults"),
    path("deliveries/quarters/", quarters.quarters, name="quarters"),
    path("deliveries/<int:delivery_id>/", delivery.delivery, name="delivery"),
]
