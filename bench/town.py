"""The town that is measured: its own folder, its server, and whom to sign in as."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from trappan import postgres

ROOT = Path(__file__).parent.parent
SCALE = os.environ.get("BENCH_SCALE", "1")
HOME = ROOT / ".trappan" / f"bench-{SCALE}"
PORT = int(os.environ.get("PORT", "8765"))
ADDRESS = f"http://127.0.0.1:{PORT}"
# Always the embedded server: nobody's own database is measured, or filled, by mistake.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")},
    "TRAPPAN_HOME": str(HOME),
    "TRAPPAN_DEMO": "1",
    "DJANGO_SETTINGS_MODULE": "trappan.settings",
}

# How many each colleague reaches who may open the list of people. What is held by name and what is
# held through the unit do not overlap: by name are the protected, who are open to no unit.
REACHES = """
WITH held AS (
  SELECT g.unit_id, g.membership_id, count(DISTINCT g.person_id) AS people FROM people_grant g, clock() now
  WHERE g.starts_at <= now AND (g.ends_at IS NULL OR now < g.ends_at) GROUP BY 1, 2)
SELECT u.email, (COALESCE(unit.people, 0) + COALESCE(own.people, 0))::int AS people
FROM staff_membership m JOIN staff_user u ON u.colleague_id = m.colleague_id
LEFT JOIN held unit ON unit.unit_id = m.unit_id LEFT JOIN held own ON own.membership_id = m.id
WHERE m.role IN ('social_worker', 'consultant', 'supervisor', 'site_leader') ORDER BY 2, 1
"""


def trappan(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "trappan", *arguments], cwd=ROOT, env=ENVIRONMENT)


def reaches() -> list[tuple[str, int]]:
    """Return colleagues and how many people each has in reach, the fewest first; none has nobody."""
    socket = postgres.Server(HOME).socket
    with psycopg.connect(host=str(socket), user="trappan_owner", dbname="trappan") as connection:
        rows = connection.execute(REACHES).fetchall()
    return [(email, people) for email, people in rows if people]


def memory(pid: int) -> float:
    """Return the resident megabytes of the largest process below this one: the web worker."""
    sizes = [0.0]
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        status = Path(f"/proc/{child}/status").read_text()
        # One that has ended, and is not asked after yet, has none.
        resident = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
        sizes += [*(int(kilobytes) / 1024 for kilobytes in resident), memory(int(child))]
    return max(sizes)
