"""How often an employer's workplace is asked, which is our own starting point, and the text told to a contact there."""

from django.db import migrations, models

# A municipality decides its own by a new rule set, with a source of its own.
ASKING = {"asking_most": 4, "asking_days": 90}


def fill(apps, schema_editor):
    for rules in apps.get_model("rules", "RuleSet").objects.all():
        rules.parameters = {**ASKING, **rules.parameters}
        rules.save(update_fields=["parameters"])


class Migration(migrations.Migration):
    dependencies = [("rules", "0011_waits_for_a_place")]
    operations = [
        migrations.AlterField(
            model_name="municipaltext",
            name="kind",
            field=models.CharField(
                choices=[
                    ("contact", "How to reach us"),
                    ("complaint", "Where to complain"),
                    ("appeal", "Where an appeal is sent"),
                    ("paper", "At the foot of a paper"),
                    ("employer", "To contacts at employers"),
                ],
                max_length=10,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
