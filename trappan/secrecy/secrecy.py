"""Which role may hold which scope, and which grant opens which: asked by every policy."""

from trappan.database.rules import function
from trappan.secrecy.scopes import OPENED_BY
from trappan.secrecy.tables import Open

CASES = "\n".join(
    f"    WHEN '{scope}' THEN ARRAY[{', '.join(repr(name) for name in opened)}]" for scope, opened in OPENED_BY.items()
)
# The database's word for scopes.OPENED_BY; an unknown scope is opened by nothing.
OPENED = f"""CREATE FUNCTION secrecy_opened_by(of_scope text) RETURNS text[] IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN CASE of_scope
{CASES} END"""

TABLES = [
    Open("secrecy_rolescope"),
    # The room of days lies below this one, and its tables are everybody's to read.
    Open("schedules_clock", web="SELECT"),
    Open("schedules_day"),
]
RULES = [function("secrecy_opened_by", OPENED)]
