"""Which initiatives are registered in SUS."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0003_pandemic")]

    operations = [
        migrations.AddField(
            model_name="initiative", name="in_sus", field=models.BooleanField(db_default=False, default=False)
        )
    ]
