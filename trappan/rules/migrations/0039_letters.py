"""How long before something a reminder on paper waits to be printed: our own starting point."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"letter_days": 7, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0038_own_pages")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
