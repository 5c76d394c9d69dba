from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0004_outlook")]

    operations = [
        migrations.AddField("personmonth", "stayed_away_6", models.BooleanField(null=True)),
        migrations.AddField("personmonth", "stayed_away_12", models.BooleanField(null=True)),
        # Until a month is built anew nothing is known of it.
        migrations.AddField("personmonth", "expected", models.IntegerField(default=0), preserve_default=False),
    ]
