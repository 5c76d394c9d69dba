"""As whom a process that runs on signs in: never as somebody whom no rule of secrecy binds."""

from django.core.management.base import CommandError
from django.db import connection

from trappan import database

MIGHTY = """SELECT r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_class c
  WHERE c.relname = 'people_person' AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS mighty
FROM pg_roles r WHERE r.rolname = session_user"""


def refuse_mighty_login(said: str, named: str) -> None:
    """Refuse the tables' owner or a superuser; `said` names the setting, `named` the login that belongs there."""
    if database.query(MIGHTY)[0].mighty:
        raise CommandError(
            f"{said} signs in as an owner of tables or a superuser, whom no rule of secrecy binds. "
            f"Name {named} there, which `trappan migrate` makes."
        )
    # Nothing of it is left to what is begun now: two processes on one connection read each other's answers.
    connection.close()
