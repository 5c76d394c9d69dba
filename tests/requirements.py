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
MOST = 3  # rows that one test may claim: more than that it does not prove
# Requirement → test → whether it passed: set-up, call and clean-up.
OUTCOMES: dict[str, dict[str, bool]] = defaultdict(dict)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a mark on a whole class or file, which would hide a red test, and a test that claims too much."""
    wrong = []
    for item in items:
        own = [mark for mark in item.own_markers if mark.name == "requirement"]
        if len(own) != len(list(item.iter_markers("requirement"))):
            wrong.append(f"{item.nodeid}: mark the test itself with its requirement, not its class or file")
        if sum(len(mark.args) for mark in own) > MOST:
            wrong.append(f"{item.nodeid}: no test proves more than {MOST} requirements")
    if wrong:
        raise pytest.UsageError("\n".join(wrong))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    for name in dict(report.user_properties).get("requirements", []):
        passed = OUTCOMES[name].get(report.nodeid, True)
        OUTCOMES[name][report.nodeid] = (
            passed and (report.passed or report.skipped) and not (report.skipped and report.when in ("setup", "call"))
        )


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Write what was proven, where everything was run and nothing was chosen."""
    ended = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
    stopped = session.shouldfail or session.shouldstop or not ended
    if hasattr(session.config, "workerinput") or stopped or not is_whole(session.config):
        return
    NOTE.parent.mkdir(exist_ok=True)
    NOTE.write_text(json.dumps(OUTCOMES, indent=1))


def is_whole(config: pytest.Config) -> bool:
    """Tell whether every test there is was asked for, and run: nothing named, chosen, left out or only listed."""
    said = config.option
    chosen = said.keyword or said.markexpr or said.lf or said.deselect or said.ignore or said.collectonly
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
