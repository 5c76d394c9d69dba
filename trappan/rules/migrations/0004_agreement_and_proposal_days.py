"""Every rule set says how long before an agreement ends it is told, and how far ahead a place is proposed."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"agreement_warning_days": 60, "proposal_ahead_days": 365, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0003_openings_a_day")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
