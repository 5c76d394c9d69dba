"""How many files a day one colleague may open without being responsible: our own figure, the municipality's to change."""

from django.db import migrations


def add(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters.setdefault("openings_a_day", 10)
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0002_first_rules")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
