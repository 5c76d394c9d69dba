"""How old information under MBL may be before what it is about: our own starting point."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"mbl_valid_days": 365, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0039_letters")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
