"""What is said of a day beforehand, and why, says whether a helper or a guardian said it, and not the person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("placements", "0008_what_is_said_of_a_day")]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="said_by",
            field=models.CharField(
                blank=True, choices=[("helper", "helper"), ("guardian", "guardian")], db_default="", max_length=8
            ),
        ),
        migrations.AddField(model_name="notice", name="mandate_id", field=models.BigIntegerField(null=True)),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mandate_id", None), ("said_by", "")),
                    models.Q(models.Q(("said_by", ""), _negated=True), ("author", None), ("mandate_id__isnull", False)),
                    _connector="OR",
                ),
                name="no_colleague_speaks_as_a_helper",
            ),
        ),
        migrations.AddField(
            model_name="toldreason",
            name="said_by",
            field=models.CharField(
                blank=True, choices=[("helper", "helper"), ("guardian", "guardian")], db_default="", max_length=8
            ),
        ),
        migrations.AddConstraint(
            model_name="toldreason",
            constraint=models.CheckConstraint(
                condition=models.Q(("said_by", ""), ("author", None), _connector="OR"),
                name="no_colleague_tells_as_a_helper",
            ),
        ),
    ]
