"""What orders the openings that a person is shown, which is our own starting point."""

from django.db import migrations

# A municipality decides its own by a new rule set.
WEIGHTS = {"fit_wish": 8, "fit_done": 4, "fit_near": 2, "fit_group": 1}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**WEIGHTS, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0014_proposal_answer_days")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
