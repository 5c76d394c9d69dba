"""Numbers from elsewhere that figures stand beside: inhabitants by year, series of this and other municipalities."""

from django.db import models
from django.db.models import Q


class Population(models.Model):
    """How many adults (18 and older) lived in a municipality at a year's end, women and men each for themselves.

    What a share of all adults is reckoned of: a year without a row has no share.
    """

    municipality = models.ForeignKey("staff.Organisation", models.PROTECT, related_name="+", db_index=False)
    year = models.SmallIntegerField()
    gender = models.CharField(max_length=1)
    adults = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "year", "gender"], name="one_population_a_year"),
            models.CheckConstraint(
                condition=Q(year__range=(1968, 2200), gender__in=("K", "M")), name="population_is_of"
            ),
            models.CheckConstraint(condition=Q(adults__gt=0), name="population_is_somebody"),
        ]


class SeriesValue(models.Model):
    """One value of a published series: an indicator (Kolada's id where it has one) of an area in a year or month.

    `period` is written 2024 or 2024-01. `gender` is empty for all. `source` names who has published it. Costs are such
    series too: they are brought in and never reckoned here.
    """

    period = models.CharField(max_length=7)
    indicator = models.CharField(max_length=40)
    area = models.CharField(max_length=100)
    gender = models.CharField(max_length=1, blank=True)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "area", "gender", "period"], name="one_value_a_period"),
            models.CheckConstraint(
                condition=Q(period__regex=r"^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$"), name="period_is_year_or_month"
            ),
            models.CheckConstraint(condition=Q(gender__in=("", "K", "M")), name="value_is_of_all_or_a_gender"),
            models.CheckConstraint(condition=~Q(source="") & ~Q(indicator="") & ~Q(area=""), name="value_has_a_source"),
        ]
