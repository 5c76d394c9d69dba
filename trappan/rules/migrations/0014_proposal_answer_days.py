"""How long an answer about an opening is waited for, which is our own starting point."""

from django.db import migrations

# A municipality decides its own by a new rule set, with a source of its own.
ANSWER = {"proposal_answer_days": 14}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**ANSWER, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0013_concept")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
