"""Whether people are reminded of each day in their schedule: no, until a municipality says so."""

from django.db import migrations

REMINDERS = {"remind_each_day": False}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**REMINDERS, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0036_report_reminders")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
