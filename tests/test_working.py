"""Folders in which something is made: read by this account alone, and erased when it is made or its maker is dead."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_worker import ROOT
from trappan.ui.lists.columns import Cell, Column, ListRow
from trappan.ui.lists.files import workbook
from trappan.working import erase_left_behind, working_folder

KILLED = """
import os, signal, sys
from pathlib import Path
from django.conf import settings
settings.configure(WORKING=Path(sys.argv[1]))
from trappan.working import working_folder
with working_folder() as folder:
    (folder / "rows").write_text("Samira")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folders(settings, tmp_path):
    settings.WORKING = tmp_path / "working"
    return settings.WORKING


def modes(*paths):
    return {stat.S_IMODE(path.stat().st_mode) for path in paths}


def test_a_folder_is_this_accounts_alone_and_gone_with_what_is_in_it_also_where_it_fails(folders):
    with pytest.raises(ZeroDivisionError), working_folder() as folder:
        (folder / "rows").write_text("Samira")
        assert modes(folders, folder) == {0o700}
        raise ZeroDivisionError
    assert list(folders.iterdir()) == []


@pytest.mark.parametrize("erases", ["the worker when it starts", "whoever makes something next"])
def test_what_a_killed_process_left_is_erased_and_what_is_in_use_stays(folders, erases):
    with working_folder() as folder:
        (folder / "rows").write_text("Samira")
        subprocess.run([sys.executable, "-c", KILLED, str(folders)], cwd=ROOT, check=False)
        assert len(list(folders.glob("*/rows"))) == 2
        if erases.startswith("the worker"):
            erase_left_behind()
        else:
            with working_folder():
                pass
        assert list(folders.glob("*/rows")) == [folder / "rows"]


def test_the_rows_of_a_sheet_lie_there_while_it_is_made_and_nowhere_else(folders, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "none"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "none"))
    seen = []

    def rows():
        for number in range(3):
            seen.append([Path(at).parent for at in open_files() if str(folders) in at])
            yield ListRow(number, (Cell(f"Samira {number}"),))

    assert workbook("x", [Column("name", "Namn")], rows())
    assert all(len(at) == 1 and at[0].parent == folders for at in seen)
    assert list(folders.iterdir()) == []


def open_files():
    """Return the names of the files that this process has open."""
    found = []
    for one in Path("/dev/fd").iterdir():
        try:
            found.append(os.readlink(one))
        except OSError:
            continue
    return [at for at in found if Path(at).is_file()]
