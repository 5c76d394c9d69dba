"""By when files are delivered to authorities. Only the 15th of the next month (HSLF-FS 2015:30) has been read."""

from django.db import migrations

# A whole year in April is an agency's page of 2018; the quarter, Kolada's items and how long a file is kept are ours.
DELIVERIES = {
    "statistics_month_days": 15,
    "statistics_year_days": 120,
    "supervision_quarter_days": 31,
    "kolada_items_days": 365,
    "delivery_kept_days": 30,
}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**DELIVERIES, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0023_ending")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
