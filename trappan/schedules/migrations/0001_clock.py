from django.db import migrations, models

SQL = """
-- The moment: real time, or the same time of day on the day that a test or the demo has set.
-- plpgsql, since it stands in every policy and its plan is then kept for the session.
CREATE FUNCTION clock() RETURNS timestamptz STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN COALESCE(
    (SELECT (day + (now() AT TIME ZONE 'Europe/Stockholm')::time) AT TIME ZONE 'Europe/Stockholm'
     FROM schedules_clock),
    now());
END $$;
CREATE FUNCTION today() RETURNS date STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (clock() AT TIME ZONE 'Europe/Stockholm')::date;
END $$;
GRANT SELECT ON schedules_clock TO trappan_app, trappan_web;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Clock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("only", models.BooleanField(default=True, unique=True)),
            ],
            options={"constraints": [models.CheckConstraint(condition=models.Q(only=True), name="one_clock")]},
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
