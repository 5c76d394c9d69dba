"""How long what was proposed for a week and nobody has answered is kept: long enough for the month to be counted."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"allocation_kept_days": 90, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0027_individual_delivery")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
