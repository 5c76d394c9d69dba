"""When a partner is reminded by mail of the report of a year: our own starting point."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"report_before_days": 14, "report_late_days": 3, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0035_reminders")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
