from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0005_every_other_week")]

    operations = [
        migrations.AddField(
            model_name="observation", name="sign", field=models.CharField(blank=True, db_default="", max_length=200)
        )
    ]
