"""The store: bytes by digest, whole or not at all, for this account alone, seen through a row that ties them."""

import os
import stat
import time
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, transaction

from trappan import database
from trappan.documents import store
from trappan.documents.models import File
from trappan.documents.tests.files import PDF, TEXT
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = pytest.mark.django_db
OLD = time.time() - 2 * 24 * 60 * 60


@pytest.fixture(autouse=True)
def own(settings, tmp_path):
    settings.FILES = tmp_path / "files"


@pytest.fixture
def mio(today):
    return make_colleague("counsellor", make_unit("guidance"))


def kept(mio, content=PDF):
    with as_(mio):
        return store.keep_bytes(content)


def test_bytes_lie_by_digest_for_this_account_alone_and_come_back_whole(mio):
    file = File.objects.get(pk=kept(mio).id)
    digest = sha256(PDF).hexdigest()
    assert (file.kind, file.size, file.digest) == ("pdf", len(PDF), digest)
    place = Path(settings.FILES, digest[:2], digest)
    assert store.content_of(file) == place.read_bytes() == PDF
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert [one.name for one in place.parent.iterdir()] == [digest], "nothing half written is left"


def test_the_same_bytes_twice_are_two_rows_and_one_file(mio):
    first, second = kept(mio), kept(mio)
    assert first.id != second.id
    assert len(list(Path(settings.FILES).glob("??/*"))) == 1


def test_bytes_that_are_gone_or_changed_are_refused_and_told_of_nothing_else(mio):
    file = File.objects.get(pk=kept(mio).id)
    store.place_of(file.digest).write_bytes(PDF + b"\n")
    with pytest.raises(store.NotThere, match="finns inte i förrådet"):
        store.content_of(file)
    store.place_of(file.digest).unlink()
    with pytest.raises(store.NotThere, match="finns inte i förrådet"):
        store.content_of(file)


def test_what_is_longer_than_the_installation_takes_is_refused_with_both_sizes(mio, settings):
    settings.FILE_LIMIT = 2 * 1024**2
    with as_(mio), pytest.raises(Refused, match=r"3,0.MB, och högst 2,0.MB") as refusal:
        store.keep_bytes(b"a" * 3 * 1024**2)
    assert refusal.value.field == "file"
    assert not Path(settings.FILES).exists()


def test_a_disk_that_fails_leaves_neither_row_nor_half_a_file(mio, monkeypatch):
    def full(_from, _to):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        kept(mio)
    assert not File.objects.exists()
    assert [one for one in Path(settings.FILES).glob("??/*") if one.is_file()] == []


def test_in_sql_a_file_is_nobody_s_to_see_write_change_or_take_away(mio):
    """As whoever has just kept it: it is seen through the row of a room that ties it, and there is none."""
    file_id = kept(mio).id
    with as_(mio):
        assert database.query("SELECT id FROM documents_file") == []
        for statement in (
            f"INSERT INTO documents_file (id, kind, size, digest) VALUES (gen_random_uuid(), 'pdf', 1, '{'a' * 64}')",
            "UPDATE documents_file SET kind = 'png'",
            "DELETE FROM documents_file",
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(statement)
    assert File.objects.filter(pk=file_id, kind="pdf").exists()


@pytest.mark.parametrize(
    ("kind", "size", "digest", "name"),
    [
        ("exe", 1, "a" * 64, "file_of_known_kind"),
        ("pdf", 0, "a" * 64, "file_is_not_empty"),
        ("pdf", 1, "../" + "a" * 61, "file_has_a_digest"),
    ],
)
def test_the_database_takes_facts_that_can_be(mio, kind, size, digest, name):
    with as_(mio), pytest.raises(IntegrityError, match=name), transaction.atomic():
        database.value("documents_keep", kind, size, digest, False)


def test_nobody_keeps_a_file_without_acting(mio):
    with pytest.raises(DatabaseError, match="nobody acts"), transaction.atomic():
        database.value("documents_keep", "pdf", 1, "a" * 64, False)


@pytest.mark.django_db(transaction=True)
def test_what_a_row_names_is_not_locked_while_strays_are_erased(mio):
    """The locks are the whole server's to give, and last to the end of the transaction."""
    places = [store.place_of(File.objects.get(pk=kept(mio, PDF + b" " * n).id).digest) for n in range(5)]
    stray = store.place_of("c" * 64)
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(TEXT)
    for place in (*places, stray):
        os.utime(place, (OLD, OLD))
    held = "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
    with transaction.atomic():
        assert store.erase_strays() == 1
        assert database.query(held)[0].n == 1
    assert all(place.exists() for place in places)


def test_clean_erases_old_files_of_no_row_and_nothing_else(mio, capsys):
    tied = store.place_of(File.objects.get(pk=kept(mio).id).digest)
    young, stray = store.place_of("b" * 64), store.place_of("c" * 64)
    half = stray.with_name("tmpx.part")
    for place in (young, stray, half):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(TEXT)
    for place in (tied, stray, half):
        os.utime(place, (OLD, OLD))
    call_command("clean")
    assert capsys.readouterr().err.strip().endswith("2 files.")
    assert (tied.exists(), young.exists(), stray.exists(), half.exists()) == (True, True, False, False)
    tied.unlink()
    call_command("clean")
    assert "Not in the store: the files of 1 rows." in capsys.readouterr().err
