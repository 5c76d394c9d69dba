"""Who has kept a file that no row ties yet; of those that are there nobody has."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0002_picture")]

    operations = [
        migrations.AddField(
            model_name="file", name="kept_by", field=models.BigIntegerField(blank=True, editable=False, null=True)
        )
    ]
