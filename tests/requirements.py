"""`make requirements`: each requirement with the tests that are marked as proving it and passed.

Reads what the last run of pytest left behind; a requirement without a passed test is listed so.
"""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOTE = ROOT / ".trappan" / "requirements.json"


def main() -> None:
    if not NOTE.exists():
        raise SystemExit("run `make test` first")
    proven = json.loads(NOTE.read_text())
    commissioned = ROOT.parent / "shared" / "requirements.md"
    known = (
        sorted(set(re.findall(r"\| (R-\d{3}) \|", commissioned.read_text())))
        if commissioned.exists()
        else sorted(proven)
    )
    for name in known:
        tests = [test for test, passed in proven.get(name, []) if passed]
        print(f"{name}  {', '.join(tests) if tests else '–'}")
    print(f"{sum(name in proven for name in known)} of {len(known)} have a test")


if __name__ == "__main__":
    main()
