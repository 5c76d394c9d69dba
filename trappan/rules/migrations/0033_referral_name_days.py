"""How long the name of somebody whom a partner has referred is kept unanswered: our own starting point."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"referral_name_days": 30, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0032_project_months")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
