"""Whether that somebody can start comes before what is wished for, where it is proposed who could start where."""

from django.db import migrations


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {"allocation_start_first": True, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0025_staff_question")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
