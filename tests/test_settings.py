"""The settings refuse to start insecurely, and a web process stays light."""

import os
import subprocess
import sys

import pytest

ROLES = ("TRAPPAN_DATABASE_ROLE", "TRAPPAN_DEMO", "DJANGO_SETTINGS_MODULE")
SECURE = {"TRAPPAN_HOSTS": "trappan.example", "TRAPPAN_SECRET_KEY": "x" * 50}
# What the worker alone may import: each costs a web process tens of megabytes and a second.
HEAVY = {"numpy", "highspy", "duckdb", "ibis", "altair", "vl_convert", "pandas", "pyspark", "scipy"}
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


def test_questions_are_counted_at_the_desk_and_nowhere_else():
    code = "from trappan.settings import MIDDLEWARE; print(any('counting' in one for one in MIDDLEWARE))"
    assert started(code, TRAPPAN_DEBUG="1", TRAPPAN_DEMO="1").stdout == "True\n"
    assert started(code).stdout == "False\n"


def test_a_web_process_imports_none_of_the_heavy_libraries():
    loaded = set(started(LOADED).stdout.split())
    assert "trappan" in loaded
    assert loaded & HEAVY == set()
