"""What a test may claim to prove: its own rows and few of them, never those of a whole class or file."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAD = "import pytest\n"
ROWS = ", ".join(f'"R-90{number}"' for number in range(4))


def collected(folder, written):
    """Collect a file of tests in a process of its own, with the check and nothing else of this suite."""
    (folder / "test_written.py").write_text(HEAD + written)
    asked = ["-p", "tests.requirements", "-p", "no:django", "-p", "no:randomly"]
    known = ["-o", "markers=requirement(id)", "--rootdir", folder, "-c", folder / "none.ini", "--collect-only", "-q"]
    (folder / "none.ini").write_text("[pytest]\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked, *known, folder / "test_written.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_test_with_rows_of_its_own_is_collected(tmp_path):
    status, said = collected(tmp_path, '@pytest.mark.requirement("R-900", "R-901")\ndef test_one(): pass\n')
    assert status == 0, said
    assert "test_one" in said


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ('@pytest.mark.requirement("R-900")\nclass TestAll:\n    def test_one(self): pass\n', "not its class or file"),
        ('pytestmark = pytest.mark.requirement("R-900")\ndef test_one(): pass\n', "not its class or file"),
        (f"@pytest.mark.requirement({ROWS})\ndef test_one(): pass\n", "no test proves more than 3"),
    ],
)
def test_a_mark_on_many_tests_or_of_many_rows_is_refused(tmp_path, written, refused):
    status, said = collected(tmp_path, written)
    assert status != 0
    assert refused in said
    assert "test_written.py::" in said
