"""A target counts people who leave for work, or for studies, and never both together."""

from django.db import migrations, models


def count_work(apps, schema_editor):
    apps.get_model("initiatives", "Initiative").objects.filter(counts="self_support").update(counts="work")


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]
    operations = [
        migrations.RunPython(count_work, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="initiative",
            name="counts",
            field=models.CharField(
                choices=[
                    ("starts", "People who start"),
                    ("work", "People who leave for work"),
                    ("studies", "People who leave for studies"),
                ],
                default="starts",
                max_length=12,
            ),
        ),
    ]
