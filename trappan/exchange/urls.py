from django.urls import path

from trappan.exchange.views import delivery, faults, quarters, readiness, sus

app_name = "exchange"
urlpatterns = [
    path("deliveries/", delivery.deliveries, name="deliveries"),
    path("deliveries/faults/", faults.faults, name="faults"),
    path("deliveries/quarters/", quarters.quarters, name="quarters"),
    path("deliveries/readiness/", readiness.readiness, name="readiness"),
    path("deliveries/sus/", sus.sus, name="sus"),
    path("deliveries/sus/counts/", sus.sus_counts, name="sus_counts"),
    path("deliveries/sus/<int:taking_part_id>/start/", sus.sus_sheet, {"moment": "start"}, name="sus_start"),
    path("deliveries/sus/<int:taking_part_id>/end/", sus.sus_sheet, {"moment": "end"}, name="sus_end"),
    path("deliveries/<int:delivery_id>/", delivery.delivery, name="delivery"),
]
