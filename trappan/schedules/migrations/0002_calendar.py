"""The days of twenty years, with the holidays and eves that are kept."""

from datetime import date, timedelta

import holidays
from django.db import migrations

FIRST, AFTER = date(2020, 1, 1), date(2041, 1, 1)
# What is kept as a whole day off, though it is no public holiday: the library's eves but for those
# that are half a bank's day (from 14.00) only.
EVES = ("optional", "de_facto")


def fill(apps, schema_editor):
    years = range(FIRST.year, AFTER.year)
    public = holidays.country_holidays("SE", years=years, language="sv", include_sundays=False)
    eves = holidays.country_holidays("SE", years=years, language="sv", categories=EVES)
    days = (FIRST + timedelta(days=at) for at in range((AFTER - FIRST).days))
    apps.get_model("schedules", "Day").objects.bulk_create(
        apps.get_model("schedules", "Day")(
            day=day,
            weekday=day.weekday(),
            week=day.isocalendar().week,
            holiday=public.get(day, "")[:40],
            eve=named(eves.get(day, "")),
        )
        for day in days
    )


def named(eve):
    """Return the name of a whole day's eve; the afternoons off and the days in between are none."""
    return "" if "från kl." in eve or "Klämdag" in eve else eve[:40]


class Migration(migrations.Migration):
    dependencies = [("schedules", "0001_baseline")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
