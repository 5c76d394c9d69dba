from django.db import migrations

# The same door as before, but for placements: those open when the site accepts (activities 0007).
SQL = """
DO $$ BEGIN
  EXECUTE replace(pg_get_functiondef('people_give_grant'::regproc),
    '(''assignment'', ''placement'', ''referral'', ''hand_over'', ''consent'')',
    '(''assignment'', ''referral'', ''hand_over'', ''consent'')');
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0007_reads_on")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
