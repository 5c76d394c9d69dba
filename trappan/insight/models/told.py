"""What may be told of the cells, and the charts that are drawn of what may."""

from django.db import models


class Disclosure(models.Model):
    """That all that is told of a month was gone over as one, for the building that it names.

    A month whose latest building has no such row tells nothing but totals of five and more (sql/told.sql).
    """

    build = models.OneToOneField("insight.Build", models.PROTECT, related_name="+")


class Chart(models.Model):
    """A chart as the worker drew it, in one of two sizes, of nothing but what may be told.

    `svg` is the picture's text, its colours the page's own. `marks` are the days in it that something happened, by the
    number they bear in the picture.
    """

    class Size(models.TextChoices):
        WIDE = "wide"
        NARROW = "narrow"

    name = models.CharField(max_length=40)
    size = models.CharField(max_length=6, choices=Size)
    svg = models.TextField()
    marks: "models.JSONField[list[dict[str, str]], list[dict[str, str]]]" = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "size"], name="one_chart_a_size")]
