from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0009_staff_question")]

    operations = [
        # Until a month is built anew nothing of this is known of it.
        migrations.AddField("personmonth", "case_opened", models.BooleanField(default=False), preserve_default=False),
        migrations.AddField("personmonth", "case_closed", models.BooleanField(default=False), preserve_default=False),
        migrations.AddField(
            "personmonth", "waits_for", models.CharField(default="", max_length=12), preserve_default=False
        ),
        migrations.AddField("personmonth", "waits_since", models.DateField(null=True)),
        migrations.AddField(
            "personmonth", "exit_in_shortage", models.BooleanField(default=False), preserve_default=False
        ),
    ]
