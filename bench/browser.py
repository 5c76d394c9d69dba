"""A colleague's browser: signs in, keeps its cookies, and asks for pages."""

import http.cookiejar
import re
import statistics
import threading
import time
import urllib.parse
import urllib.request

from bench.town import ADDRESS
from trappan.demo.rooms.staff import PASSWORD

TURNS = 40
# The first answers are not counted: each worker process reads its templates, and each of its connections to the
# database plans a statement anew the first handful of times. After that a page takes what it takes all day.
WARM = 24
Browser = urllib.request.OpenerDirector


def fresh() -> Browser:
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def form_of(browser: Browser, page: str, **fields: str) -> bytes:
    """Fill in a form of a page, as it is sent."""
    text = browser.open(f"{ADDRESS}{page}").read().decode()
    hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|acting_as)" value="([^"]*)"', text))
    return urllib.parse.urlencode({**hidden, **fields}).encode()


def post(browser: Browser, page: str, address: str, **fields: str) -> str:
    """Send a form from the page that holds it, and return the path that it led to."""
    form = form_of(browser, page, **fields)
    return str(browser.open(f"{ADDRESS}{address}", form).geturl().removeprefix(ADDRESS))


def somebody(browser: Browser) -> str:
    """Return the name of the first in the list of people."""
    text = browser.open(f"{ADDRESS}/people/").read().decode()
    return str(re.findall(r'<a class="ds-link" href="/people/[0-9]+/">([^<]+)</a>', text)[0])


def search(browser: Browser, asked: str) -> str:
    """Search as from the field at the top, and return the path of the answer."""
    return post(browser, "/", "/search/", q=asked)


def enter(card: str) -> Browser:
    """Sign in by a card of the tour."""
    browser = fresh()
    post(browser, "/demo/", f"/demo/enter/{card}/")
    return browser


def sign_in(email: str) -> Browser:
    """Sign in as anybody in the town, and take the only membership."""
    browser = fresh()
    post(browser, "/account/login/", "/account/login/", login=email, password=PASSWORD)
    browser.open(f"{ADDRESS}/memberships/").read()
    return browser


def measure(browser: Browser, path: str, form: bytes | None = None) -> dict[str, float]:
    """Return median and 95th percentile in milliseconds, and the size of the answer; of a form that is sent."""
    times, size = [], 0
    for _turn in range(TURNS + WARM):
        began = time.perf_counter()
        size = len(browser.open(f"{ADDRESS}{path}", form).read())
        times.append((time.perf_counter() - began) * 1000)
    kept = sorted(times[WARM:])
    return {"value": statistics.median(kept), "p95": kept[int(len(kept) * 0.95)], "bytes": size}


def turn_pages_together(browsers: list[Browser], path: str, seconds: float = 8) -> float:
    """Return how many pages a second several colleagues get together."""
    counts = [0] * len(browsers)
    end = time.perf_counter() + seconds

    def turn_pages(at: int) -> None:
        while time.perf_counter() < end:
            browsers[at].open(f"{ADDRESS}{path}").read()
            counts[at] += 1

    threads = [threading.Thread(target=turn_pages, args=(at,)) for at in range(len(browsers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def up() -> bool:
    try:
        urllib.request.urlopen(f"{ADDRESS}/health/", timeout=1)  # noqa: S310 - our own server
    except OSError:
        return False
    return True
