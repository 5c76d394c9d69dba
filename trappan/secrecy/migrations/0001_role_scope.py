from django.db import migrations, models

from trappan.secrecy.scopes import HELD_BY

SQL = """
GRANT USAGE ON SCHEMA public TO trappan_web, trappan_app;
CREATE FUNCTION current_actor() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN NULLIF(current_setting('trappan.actor', true), '')::bigint;
CREATE FUNCTION current_colleague() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN NULLIF(current_setting('trappan.colleague', true), '')::bigint;
CREATE FUNCTION current_unit() RETURNS bigint STABLE PARALLEL SAFE LANGUAGE sql
  RETURN NULLIF(current_setting('trappan.unit', true), '')::bigint;
GRANT SELECT ON secrecy_rolescope TO trappan_app;
"""


def fill(apps, schema_editor):  # type: ignore[no-untyped-def]
    rows = apps.get_model("secrecy", "RoleScope").objects
    for role, (through_unit, by_name) in HELD_BY.items():
        for scope in through_unit:
            rows.create(role=role, scope=scope, through_unit=True)
        for scope in by_name:
            rows.create(role=role, scope=scope, through_unit=False)


class Migration(migrations.Migration):
    initial = True
    dependencies = [("schedules", "0001_clock")]
    operations = [
        migrations.CreateModel(
            name="RoleScope",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(max_length=30)),
                ("scope", models.CharField(max_length=20)),
                ("through_unit", models.BooleanField()),
            ],
            options={"constraints": [models.UniqueConstraint(fields=["role", "scope"], name="one_row_a_scope")]},
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
