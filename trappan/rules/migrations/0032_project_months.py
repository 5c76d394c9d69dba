"""By when a project's file of a month's participants is handed in.

In 2014–2020 a month was open to files for four weeks; whether it is so today has not been read.
"""

from django.db import migrations

DAYS = {"project_month_days": 28}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**DAYS, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0031_target_groups")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
