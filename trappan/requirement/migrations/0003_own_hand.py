from django.db import migrations

from trappan.secrecy.policies import opens

POLICIES = ";\n".join(
    f"DROP POLICY made ON {table}; CREATE POLICY made ON {table} FOR INSERT TO trappan_app "
    f"WITH CHECK ({column} = (SELECT current_actor()) AND {opens('requirement', f'{table}.person_id')})"
    for table, column in (
        ("requirement_exemption", "decided_by_id"),
        ("requirement_activityrequest", "made_by_id"),
    )
)


class Migration(migrations.Migration):
    dependencies = [("requirement", "0002_secrecy")]
    operations = [migrations.RunSQL(POLICIES, migrations.RunSQL.noop)]
