"""How long a name is read, what a return is, and for how long a yes to share is proposed: our own starting points."""

from django.db import migrations

# A municipality decides its own by a new rule set.
LASTING = {"named_months": 3, "return_months": 12, "profile_yes_days": 180}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**LASTING, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0018_outcomes")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
