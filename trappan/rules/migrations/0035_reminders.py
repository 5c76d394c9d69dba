"""When people are reminded of what is booked, and the quiet hours: our own starting points."""

from django.db import migrations

# A municipality decides its own by a new rule set.
REMINDERS = {"reminder_days": 1, "reminder_hour": 10, "quiet_from": 20, "quiet_until": 8}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**REMINDERS, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0034_project_sight_and_codes")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
