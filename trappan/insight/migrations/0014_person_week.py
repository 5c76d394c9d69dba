from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("insight", "0013_effects")]

    operations = [
        migrations.CreateModel(
            name="PersonWeek",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField()),
                ("month", models.DateField()),
                ("pseudonym", models.BigIntegerField()),
                ("gender", models.CharField(max_length=1)),
                ("unit_id", models.BigIntegerField(null=True)),
                ("should", models.BooleanField()),
                ("target", models.IntegerField(null=True)),
                ("planned", models.IntegerField(null=True)),
                ("attended", models.IntegerField()),
                ("in_month", models.BooleanField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("week", "pseudonym"), name="person_week_once"),
                    models.CheckConstraint(
                        condition=models.Q(("week__iso_week_day", 1)), name="person_week_is_its_monday"
                    ),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="person_week_is_of_a_month"),
                ]
            },
        )
    ]
