"""A proposal about an own department's opening may go to its manager's own page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matching", "0004_sent_paper")]

    operations = [
        migrations.AlterField(
            model_name="proposal",
            name="sent_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("mail", "By e-mail"),
                    ("phone", "Read out on the telephone"),
                    ("paper", "On paper"),
                    ("desk", "To the manager's own page"),
                ],
                db_default="",
                max_length=10,
            ),
        )
    ]
