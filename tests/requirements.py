"""Which requirements a whole run has proven, and `make requirements`, which reads it.

A requirement is proven when every test that is marked with it passed, in a run of everything.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTE = ROOT / ".trappan" / "requirements.json"
# Requirement → test → whether it passed: set-up, call and clean-up.
OUTCOMES: dict[str, dict[str, bool]] = defaultdict(dict)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    for name in dict(report.user_properties).get("requirements", []):
        passed = OUTCOMES[name].get(report.nodeid, True)
        OUTCOMES[name][report.nodeid] = (
            passed and (report.passed or report.skipped) and not (report.skipped and report.when in ("setup", "call"))
        )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what was proven, where everything was run and nothing was chosen."""
    if hasattr(session.config, "workerinput") or not is_whole(session.config):
        return
    NOTE.parent.mkdir(exist_ok=True)
    NOTE.write_text(json.dumps(OUTCOMES, indent=1))


def is_whole(config: pytest.Config) -> bool:
    chosen = config.option.keyword or config.option.markexpr or config.option.lf
    return not chosen and config.args_source is not pytest.Config.ArgsSource.ARGS


def main() -> None:
    if not NOTE.exists():
        raise SystemExit("run `make test` first: only a whole run proves anything")
    proven = {name: tests for name, tests in json.loads(NOTE.read_text()).items() if all(tests.values())}
    commissioned = ROOT.parent / "shared" / "requirements.md"
    known = (
        sorted(set(re.findall(r"\| (R-\d{3}) \|", commissioned.read_text())))
        if commissioned.exists()
        else sorted(proven)
    )
    for name in known:
        print(f"{name}  {', '.join(proven.get(name, {})) or '–'}")
    print(f"{sum(name in proven for name in known)} of {len(known)} are proven")


if __name__ == "__main__":
    main()
