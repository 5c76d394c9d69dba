"""The charts that are drawn of what may be told."""

from django.db import models


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
