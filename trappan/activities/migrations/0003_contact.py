from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0002_search")]

    operations = [
        migrations.AddField(
            model_name="activity", name="meant_for", field=models.CharField(blank=True, db_default="", max_length=200)
        ),
        migrations.AddField(
            model_name="activity", name="address", field=models.CharField(blank=True, db_default="", max_length=200)
        ),
        migrations.AddField(
            model_name="activity", name="contact", field=models.CharField(blank=True, db_default="", max_length=100)
        ),
        migrations.AddField(
            model_name="activity", name="phone", field=models.CharField(blank=True, db_default="", max_length=40)
        ),
        migrations.AddField(model_name="activity", name="opens", field=models.TimeField(blank=True, null=True)),
        migrations.AddField(model_name="activity", name="closes", field=models.TimeField(blank=True, null=True)),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(opens=None, closes=None)
                | models.Q(opens__isnull=False, closes__isnull=False, closes__gt=models.F("opens")),
                name="closes_after_opening",
            ),
        ),
    ]
