import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0014_person_week"), ("staff", "0014_file_taken_away")]

    operations = [
        migrations.AddField(
            model_name="improvement",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="staff.organisation",
            ),
        )
    ]
