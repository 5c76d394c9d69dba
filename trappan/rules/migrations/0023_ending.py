"""For how long an employer is asked how a placement went: our own starting point."""

from django.db import migrations

# A municipality decides its own by a new rule set.
ENDING = {"ending_days": 60}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**ENDING, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0022_mark_decided")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
