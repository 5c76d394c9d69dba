from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_reference")]

    operations = [
        migrations.AddField(
            model_name="observation", name="sign", field=models.CharField(blank=True, db_default="", max_length=200)
        )
    ]
