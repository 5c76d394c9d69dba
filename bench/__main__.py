"""`make bench`: the figures of the design that exist so far, as medians, and as JSON.

Serves a town of its own (BENCH_SCALE, default 1) on the same machine and asks it as a colleague's
browser would, one request at a time. Figures depend on the machine: read them as ratios.
"""

import http.cookiejar
import json
import os
import re
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCALE = os.environ.get("BENCH_SCALE", "1")
HOME = ROOT / ".trappan" / f"bench-{SCALE}"
PORT = int(os.environ.get("PORT", "8765"))
ADDRESS = f"http://127.0.0.1:{PORT}"
TURNS = 40
# What is measured: card of the tour that signs in, page, goal for the median in milliseconds.
PAGES = (
    ("person list", "application", "/people/", 30),
    ("search by name", "application", "/search/?q=berg", 30),
    ("person page", "staircase", "/people/1/", 40),
    ("start page, consultant", "mapping", "/", 30),
    ("start page, social worker", "application", "/", 30),
    ("a site's day list", "day", "/day/", 30),
    ("places", "staircase", "/activities/", 40),
    ("plan as PDF", "staircase", "/plans/1/plan.pdf", 40),
)  # fmt: skip


def trappan(*arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "TRAPPAN_HOME": str(HOME), "TRAPPAN_DEMO": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "trappan", *arguments], cwd=ROOT, env=environment
    )


def sign_in(card: str) -> urllib.request.OpenerDirector:
    """Sign in by a card of the tour and return who keeps its cookies."""
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    page = browser.open(f"{ADDRESS}/demo/").read().decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    form = urllib.parse.urlencode({"csrfmiddlewaretoken": token}).encode()
    browser.open(f"{ADDRESS}/demo/enter/{card}/", form)
    return browser


def measure(card: str, path: str) -> tuple[float, float, int]:
    """Return median and 95th percentile in milliseconds, and the size of the answer."""
    browser, times, size = sign_in(card), [], 0
    for _turn in range(TURNS + 3):
        began = time.perf_counter()
        size = len(browser.open(f"{ADDRESS}{path}").read())
        times.append((time.perf_counter() - began) * 1000)
    kept = sorted(times[3:])
    return statistics.median(kept), kept[int(len(kept) * 0.95)], size


def up() -> bool:
    try:
        urllib.request.urlopen(f"{ADDRESS}/health/", timeout=1)  # noqa: S310 - our own server
    except OSError:
        return False
    return True


def main() -> None:
    figures: dict[str, dict[str, float]] = {}
    fresh = not HOME.exists()
    began = time.perf_counter()
    trappan("demo", "--scale", SCALE, "--no-serve").wait()
    if fresh:
        figures["demo town, seconds"] = {
            "value": time.perf_counter() - began,
            "goal": 60 * float(SCALE),
        }
    began = time.perf_counter()
    server = trappan("serve", "--port", str(PORT))
    while not up():
        time.sleep(0.05)
    figures["cold start to first answer, seconds"] = {
        "value": time.perf_counter() - began,
        "goal": 3,
    }
    try:
        for name, card, path, goal in PAGES:
            median, high, size = measure(card, path)
            figures[name] = {"value": median, "p95": high, "goal": goal, "bytes": size}
    finally:
        server.terminate()
        server.wait()
    print(f"scale {SCALE}, {TURNS} turns each, {os.cpu_count()} cores")
    for name, figure in figures.items():
        p95 = f"  p95 {figure['p95']:.1f}" if "p95" in figure else ""
        print(
            f"{name:40} {figure['value']:8.1f}{p95}  goal {figure['goal']:g}  ratio {figure['value'] / figure['goal']:.2f}"
        )
    (HOME / "bench.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
