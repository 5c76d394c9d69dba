"""From which month individual data are delivered, as the bill of December 2025 has it; its enactment has not been read."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"individual_from": "2027-07-01", **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0026_allocation")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
