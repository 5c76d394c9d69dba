"""Every rule set says how long before an agreement or a consent ends those whose placements rest on it are told."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"agreement_warning_days": 60, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0002_first_rules")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
