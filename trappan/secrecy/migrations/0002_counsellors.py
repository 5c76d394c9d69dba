from django.db import migrations


def fill(apps, schema_editor):
    rows = apps.get_model("secrecy", "RoleScope").objects
    for role in ("counsellor", "occupational_therapist"):
        for scope in ("identity", "activity"):
            rows.get_or_create(role=role, scope=scope, defaults={"through_unit": True})


class Migration(migrations.Migration):
    dependencies = [("secrecy", "0001_role_scope")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
