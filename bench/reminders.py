"""A thousand reminders of a morning by two workers, each exactly once: seconds from the workers' start to the last.

The test that holds it (tests/test_worker_reminders.py) is run with so many, on a database of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.town import ROOT

TEST = "tests/test_worker_reminders.py::test_many_by_two_workers_each_exactly_once"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "seconds"
        # The suite has settings and a database of its own.
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRAPPAN_", "DJANGO_"))}
        asked = {**kept, "BENCH_REMINDERS": "1000", "BENCH_SECONDS": str(told)}
        subprocess.run([sys.executable, "-m", "pytest", TEST, "-q"], cwd=ROOT, env=asked, check=True, stdout=sys.stderr)
        print(json.dumps({"1 000 reminders by two workers, seconds": {"value": float(told.read_text()), "goal": 60}}))


if __name__ == "__main__":
    main()
