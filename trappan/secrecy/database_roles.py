"""The database's own roles: made by `trappan migrate` before any table, on every server."""

from collections.abc import Mapping

from django.db import connection

from trappan import database

LOCK = 7_262_001  # any number, the same for all who migrate

ROLES = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trappan_web') THEN
    CREATE ROLE trappan_web LOGIN NOINHERIT;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trappan_app') THEN
    CREATE ROLE trappan_app NOLOGIN;
  END IF;
  -- The worker's: granted to nobody, so that no page becomes it. It reads no person, but in the app's role, and there
  -- only as the membership whose ordered file it writes (staff/sql/list_file.sql): without that door it sees none.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trappan_nightly') THEN
    CREATE ROLE trappan_nightly LOGIN NOINHERIT;
  END IF;
  -- What suits whom is asked in this role: it reads profiles and openings by the reader's grants, and no person.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trappan_matching') THEN
    CREATE ROLE trappan_matching NOLOGIN;
  END IF;
  -- Figures are counted in this role: it reads the spine, in which everybody is a number, and no person.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trappan_figures') THEN
    CREATE ROLE trappan_figures NOLOGIN;
  END IF;
  -- Who could start where is reckoned in this role: by functions that return what is asked of a place, and no person.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trappan_allocation') THEN
    CREATE ROLE trappan_allocation NOLOGIN;
  END IF;
  -- Participants' own pages are asked in this role: it reads no table, and calls functions that find out themselves
  -- whose page it is (portal/sql/own.sql).
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trappan_own') THEN
    CREATE ROLE trappan_own NOLOGIN;
  END IF;
END $$;
-- The grant, not NOINHERIT, decides since PostgreSQL 16.
GRANT trappan_app TO trappan_web WITH INHERIT FALSE, SET TRUE;
GRANT trappan_app TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
GRANT trappan_matching TO trappan_web WITH INHERIT FALSE, SET TRUE;
GRANT trappan_matching TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
GRANT trappan_own TO trappan_web WITH INHERIT FALSE, SET TRUE;
GRANT trappan_own TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
GRANT trappan_app TO trappan_nightly WITH INHERIT FALSE, SET TRUE;
-- The worker's alone: no page counts.
GRANT trappan_figures TO trappan_nightly WITH INHERIT FALSE, SET TRUE;
GRANT trappan_figures TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
GRANT trappan_allocation TO trappan_nightly WITH INHERIT FALSE, SET TRUE;
GRANT trappan_allocation TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
-- Inherited, so that the seal's function may see whose worker a parallel worker of web is.
GRANT trappan_web TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;
GRANT USAGE ON SCHEMA public
  TO trappan_app, trappan_web, trappan_own, trappan_nightly, trappan_matching, trappan_figures, trappan_allocation;
-- Pages ask the same questions all day: plan each once a connection.
ALTER ROLE trappan_web SET plan_cache_mode = 'force_generic_plan';
ALTER ROLE trappan_web SET statement_timeout = '10s';
ALTER ROLE trappan_web SET lock_timeout = '4s';
ALTER ROLE trappan_web SET idle_in_transaction_session_timeout = '30s';
-- The worker's questions are longer than a page's, and end too.
ALTER ROLE trappan_nightly SET statement_timeout = '5min';
ALTER ROLE trappan_nightly SET lock_timeout = '10s';
ALTER ROLE trappan_nightly SET idle_in_transaction_session_timeout = '1min';
"""


def make_roles(passwords: Mapping[str, str]) -> None:
    """Make the roles where they are missing, and give each login (by its role's name) its password, if it has one."""
    database.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    database.execute(ROLES)
    for role, password in passwords.items():
        if password:
            said = database.query("SELECT format('ALTER ROLE %%I PASSWORD %%L', %s::text, %s::text)", [role, password])
            database.execute(said[0][0])
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    database.execute(f"REVOKE TEMP ON DATABASE {name} FROM PUBLIC")
