"""`make bench`: how quick pages are, as medians beside their goals, and as JSON.

Serves a town of its own (BENCH_SCALE, default 1) on the same machine and asks it as a colleague's
browser would. Figures depend on the machine: read them as ratios to the goal, where 1 is just met.
"""

import json
import os
import subprocess
import sys
import time

from bench.browser import TURNS, up
from bench.pages import Figures, lists, pages
from bench.town import ENVIRONMENT, HOME, PORT, ROOT, SCALE, memory, reaches, trappan


def pace() -> float:
    """Return the seconds of a plain loop, the least of five: what other work on the machine does to every figure.

    Two runs are compared only where theirs agree; a machine that was lent to others doubles it.
    """
    seconds = []
    for _turn in range(5):
        began = time.perf_counter()
        total = 0
        for number in range(5_000_000):
            total += number * number
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def found() -> Figures:
    """Make the town, unless it is there since last time."""
    fresh = not HOME.exists()
    began = time.perf_counter()
    if trappan("demo", "--scale", SCALE, "--no-serve").wait():
        sys.exit(1)
    taken = time.perf_counter() - began
    return {"demo town, seconds": {"value": taken, "goal": 60 * float(SCALE)}} if fresh else {}


def served() -> Figures:
    """Measure what a web server answers, and the server itself."""
    began = time.perf_counter()
    server = trappan("serve", "--port", str(PORT))
    try:
        while not up():
            time.sleep(0.05)
        start = time.perf_counter() - began
        figures: Figures = {"cold start to first answer, seconds": {"value": start, "goal": 3}}
        figures |= pages()
        figures |= lists(reaches())
        figures["a web worker's memory at the end, MB"] = {"value": memory(server.pid), "goal": 150}
    finally:
        server.terminate()
        server.wait()
    return figures


def questions() -> Figures:
    """Count what each page asks the database."""
    command = [sys.executable, "-m", "bench.queries"]
    pooled = {**ENVIRONMENT, "TRAPPAN_POOL": "1"}  # connections that live on, as when serving
    done = subprocess.run(command, cwd=ROOT, env=pooled, check=True, stdout=subprocess.PIPE)
    return {f"questions, {name}": {**figure, "goal": 12} for name, figure in json.loads(done.stdout).items()}


def measured_within(module: str) -> Figures:
    """Measure in a process of its own, as the owner: to find and make what is measured, and to act as its reader."""
    command = [sys.executable, "-m", module]
    owner = {**ENVIRONMENT, "TRAPPAN_DATABASE_ROLE": "owner"}
    done = subprocess.run(command, cwd=ROOT, env=owner, check=True, stdout=subprocess.PIPE)
    return dict(json.loads(done.stdout.splitlines()[-1]))  # after what a solver has to say of itself


def line(name: str, figure: dict[str, float]) -> str:
    """Return a figure as a person reads it."""
    value, goal = figure["value"], figure["goal"]
    ratio = goal / value if figure.get("at least") else value / goal
    beside = "".join(
        f"  {word} {figure[word]:.1f}{unit}"
        for word, unit in (("p95", ""), ("sql", " ms"), ("cpu", " ms"))
        if word in figure
    )
    return f"{name:42} {value:8.1f}{beside:14}  goal {goal:g}  ratio {ratio:.2f}"


def main() -> None:
    before = pace()
    # The months first: a head's page counts what the spine holds, and of a town not counted yet it would say nothing.
    figures = found() | measured_within("bench.months") | served() | questions()
    for module in (
        "bench.reminders",
        "bench.lists",
        "bench.work",
        "bench.allocation",
        "bench.hindsight",
        "bench.forecast",
    ):
        figures |= measured_within(module)
    loop = f"a plain loop {before:.2f} s before and {pace():.2f} s after"
    print(f"scale {SCALE}, {TURNS} turns each, {os.cpu_count()} cores, {loop}")
    for name, figure in figures.items():
        print(line(name, figure))
    (HOME / "bench.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
