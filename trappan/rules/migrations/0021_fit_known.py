"""How many known facts it takes to say that something suits, which is our own starting point."""

from django.db import migrations

# A municipality decides its own by a new rule set.
KNOWN = {"fit_known": 3}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**KNOWN, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0020_links")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
