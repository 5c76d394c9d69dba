"""The settings refuse to start insecurely, and a web process stays light."""

import os
import subprocess
import sys

import pytest
from django.db import connection

ROLES = ("TRAPPAN_DATABASE_ROLE", "TRAPPAN_DEMO", "DJANGO_SETTINGS_MODULE")
KEY = "8Fq2_mZr5wKx0TnB7vLd1sHj9YcUaGe4-PoIiXtRbWf6NkQyMzEu"
SECURE = {
    "TRAPPAN_HOSTS": "trappan.example",
    "TRAPPAN_SECRET_KEY": KEY,
    "TRAPPAN_FACTOR_KEY": KEY[::-1],
    "TRAPPAN_PROXIES": "1",
    "TRAPPAN_MAIL": "smtp://trappan:hemligt@post.example:587",
    "TRAPPAN_MAIL_FROM": "trappan@kommun.example",
    "DATABASE_URL": "postgresql://trappan_web:hemligt@db.example/trappan?sslmode=verify-full",
}
# The same client at the same issuer for colleagues and participants.
SAME_CLIENT = {"": "https://konto.example", "_CLIENT": "trappan", "_SECRET": "hemligt", "_LEVELS": "loa3"}
OWNED = "postgresql://owner:hemligt@db.example/trappan"
# What the worker alone may import: each costs a web process tens of megabytes and a second.
HEAVY = {"numpy", "highspy", "duckdb", "ibis", "altair", "vl_convert", "pandas", "pyspark", "scipy"}
HEAVY |= {"procrastinate", "croniter", "pyarrow", "sqlglot"}
LOADED = """
import sys
from django.urls import get_resolver
import trappan.wsgi
get_resolver().url_patterns
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def started(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, as a web process begins."""
    kept = {name: value for name, value in os.environ.items() if name not in ROLES}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "DJANGO_SETTINGS_MODULE": "trappan.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("mode", ["TRAPPAN_DEBUG", "TRAPPAN_DEMO"])
def test_what_is_for_the_desk_alone_never_runs_where_others_reach_it(mode):
    refused = started("import trappan.settings", **SECURE, **{mode: "1"})
    assert refused.returncode != 0
    assert "never runs where TRAPPAN_HOSTS is set" in refused.stderr
    assert started("import trappan.settings", **SECURE).returncode == 0


def test_what_shows_the_rows_of_a_page_runs_on_the_demo_alone():
    assert "on the demo alone" in started("import trappan.settings", TRAPPAN_DEBUG="1").stderr


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"TRAPPAN_SECRET_KEY": ""}, "TRAPPAN_SECRET_KEY must be"),
        ({"TRAPPAN_SECRET_KEY": "x" * 60}, "TRAPPAN_SECRET_KEY must be"),
        ({"TRAPPAN_SECRET_KEY": "abcabcabc" * 9}, "TRAPPAN_SECRET_KEY must be"),
        ({"TRAPPAN_FACTOR_KEY": "kort"}, "TRAPPAN_FACTOR_KEY must be"),
        ({"TRAPPAN_HOSTS": "*"}, "Write each name in full"),
        ({"TRAPPAN_HOSTS": ".kommun.example"}, "Write each name in full"),
        ({"TRAPPAN_HOSTS": "https://trappan.example"}, "Write each name in full"),
        ({"TRAPPAN_PROXIES": ""}, "TRAPPAN_PROXIES must be"),
        ({"TRAPPAN_PROXIES": "0"}, "TRAPPAN_PROXIES must be"),
        ({"TRAPPAN_IDLE_MINUTES": "for ever"}, "TRAPPAN_IDLE_MINUTES must be"),
        ({"TRAPPAN_FILE_MEGABYTES": "0"}, "TRAPPAN_FILE_MEGABYTES must be a whole number from 1 to 100"),
        ({"TRAPPAN_SECOND_FACTOR": "yes"}, "TRAPPAN_SECOND_FACTOR must be"),
        ({"TRAPPAN_DEMO": "true"}, "TRAPPAN_DEMO must be"),
        ({"TRAPPAN_MAIL": ""}, "TRAPPAN_MAIL must name a mail server"),
        ({"TRAPPAN_MAIL": "http://post.example"}, "TRAPPAN_MAIL must read"),
        ({"TRAPPAN_MAIL_FROM": ""}, "TRAPPAN_MAIL_FROM must name"),
        ({"DATABASE_URL": "postgresql://w@db.example/trappan?sslmod=require"}, "does not know: sslmod"),
        ({"DATABASE_URL": "mysql://w@db.example/trappan"}, "DATABASE_URL must read"),
        ({"DATABASE_URL": "postgresql://w@db.example:99999/trappan"}, "port that is no number"),
        ({"DATABASE_OWNER_URL": "postgresql://trappan_web@db.example/trappan"}, "signs in as the owner"),
        ({"DATABASE_URL": "", "DATABASE_OWNER_URL": OWNED}, "DATABASE_URL must be set"),
        ({"TRAPPAN_DATABASE_ROLE": "nightly"}, "DATABASE_NIGHTLY_URL must be set"),
        ({"DATABASE_NIGHTLY_URL": SECURE["DATABASE_URL"]}, "no page may become the worker"),
        ({"TRAPPAN_SMS": "http://sms.example/send"}, "TRAPPAN_SMS must read https://"),
        ({"TRAPPAN_SMS": "sms.example"}, "TRAPPAN_SMS must read https://"),
        ({"TRAPPAN_OIDC": "http://konto.example"}, "begins with https://"),
        ({"TRAPPAN_OIDC": "https://konto.example", "TRAPPAN_OIDC_CLIENT": "t"}, "TRAPPAN_OIDC_LEVELS must be set"),
        ({"TRAPPAN_EID": "http://eid.example"}, "TRAPPAN_EID must be an address that begins with https://"),
        ({"TRAPPAN_EID": "https://eid.example", "TRAPPAN_EID_CLIENT": "t"}, "TRAPPAN_EID_LEVELS must be set"),
        (
            {f"TRAPPAN_{one}{part}": value for one in ("EID", "OIDC") for part, value in SAME_CLIENT.items()},
            "TRAPPAN_EID_CLIENT must be another",
        ),
    ],
)
def test_what_is_missing_unsafe_or_unknown_is_refused_in_one_sentence(changed, sentence):
    refused = started("import trappan.settings", **{**SECURE, **changed})
    assert refused.returncode != 0
    assert sentence in refused.stderr.splitlines()[-1]


def test_what_the_environment_says_is_obeyed():
    code = """
from trappan import settings
database = settings.DATABASES["default"]
print(database["OPTIONS"]["sslmode"], database["HOST"], settings.EMAIL_HOST, settings.EMAIL_USE_TLS,
      settings.IDLE_AT_MOST, settings.ALLAUTH_TRUSTED_PROXY_COUNT)
"""
    obeyed = started(code, **SECURE, TRAPPAN_IDLE_MINUTES="30")
    assert obeyed.stdout == "verify-full db.example post.example True 1800 1\n"


def test_a_demo_never_runs_on_another_machines_database():
    remote = {"DATABASE_URL": SECURE["DATABASE_URL"], "TRAPPAN_DEMO": "1"}
    assert "a database of this machine alone" in started("import trappan.settings", **remote).stderr
    here = {**remote, "DATABASE_URL": "postgresql://trappan_web@[::1]/trappan"}
    assert started("import trappan.settings", **here).returncode == 0


@pytest.mark.django_db
def test_pages_are_never_served_as_the_owner():
    place = connection.settings_dict
    url = f"postgresql://trappan_owner@/{place['NAME']}?host={place['HOST']}"
    code = (
        "from django.core.management import execute_from_command_line as run; run(['trappan', 'serve', '--port', '1'])"
    )
    refused = started(code, DATABASE_URL=url)
    assert refused.returncode == 1
    assert "whom no rule of secrecy binds" in refused.stderr


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://trappan_web:hemligt@db.example:5433/trappan?sslmode=verify-full",
        "postgresql://trappan_web:hemligt@[2001:db8::1]:5433/trappan",
        "postgresql://trappan_web@/trappan?host=/var/run/postgresql",
    ],
)
def test_the_address_of_the_database_is_given_back_whole(url):
    code = "from django.core.management import call_command; import django; django.setup(); call_command('db-url')"
    assert started(code, **{**SECURE, "DATABASE_URL": url}).stdout.strip() == url


def test_questions_are_counted_at_the_desk_and_nowhere_else():
    code = "from trappan.settings import MIDDLEWARE; print(any('counting' in one for one in MIDDLEWARE))"
    assert started(code, TRAPPAN_DEBUG="1", TRAPPAN_DEMO="1").stdout == "True\n"
    assert started(code).stdout == "False\n"


def test_a_web_process_imports_none_of_the_heavy_libraries():
    loaded = set(started(LOADED).stdout.split())
    assert "trappan" in loaded
    assert loaded & HEAVY == set()
