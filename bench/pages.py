"""What is measured of pages: which, as whom, and the goals."""

from bench.browser import Browser, enter, form_of, measure, search, sign_in, somebody, turn_pages_together

Figures = dict[str, dict[str, float]]
# Card of the tour that signs in, page, goal for the median in milliseconds.
PAGES = (
    ("person list", "application", "/people/", 30),
    ("person page", "staircase", "/people/1/", 40),
    ("start page, consultant", "mapping", "/", 30),
    ("start page, social worker", "application", "/", 30),
    ("start page, head", "head", "/", 30),
    ("a site's day list", "day", "/day/", 30),
    ("a site's own people", "day", "/here/", 40),
    ("places", "staircase", "/activities/", 40),
    ("finding a place", "place", "/people/7/find-place/", 40),
    ("places to come, 26 weeks", "weeks", "/places/weeks/", 200),
    ("under the requirement", "application", "/requirement/", 40),
    ("caseload", "caseload", "/caseload/", 40),
    ("log", "auditor", "/log/", 40),
    ("controls", "caseload", "/controls/", 100),
    ("absence and support", "absence", "/people/43/absence/", 40),
    ("plan as PDF", "staircase", "/plans/1/plan.pdf", 40),
)
REACH = (1_000, 10_000, 100_000)
PAGE = 50  # people in a list's page
NEAR = 2  # a colleague stands for a number in reach that is at most so many times off
LIST = "/people/"
USERS = 4
HALF = "britt"  # of a double name: Gun-Britt
SUGGEST = "/search/suggestions/"


def pages() -> Figures:
    figures = {name: {**measure(enter(card), path), "goal": goal} for name, card, path, goal in PAGES}
    browser = enter("application")
    return {**figures, "search by name": {**measure(browser, search(browser, "berg")), "goal": 30}}


def nearest(colleagues: list[tuple[str, int]], wanted: int) -> tuple[str, int] | None:
    """Return the colleague whose reach comes closest to a number, if anybody's comes close."""
    email, people = min(colleagues, key=lambda one: max(one[1] / wanted, wanted / one[1]))
    return (email, people) if wanted / NEAR <= people <= wanted * NEAR else None


def finding(browser: Browser, people: int) -> Figures:
    """Measure the search by a full name, by half a double name, and what is suggested meanwhile."""
    full = " ".join(reversed(somebody(browser).split()))
    typed = form_of(browser, "/", q=full[:6])
    measured = {
        "full name": measure(browser, search(browser, full)),
        "half a double name": measure(browser, search(browser, HALF)),
        "suggestions": measure(browser, SUGGEST, typed),
    }
    return {f"{name}, {people} in reach": {**figure, "goal": 30} for name, figure in measured.items()}


def lists(colleagues: list[tuple[str, int]]) -> Figures:
    """Measure the list of people, and the search, by how many are in reach, and with several users at once."""
    figures: Figures = {}
    searches: Figures = {}
    for wanted in REACH:
        found = nearest(colleagues, wanted)
        if found:
            email, people = found
            browser = sign_in(email)
            figures[f"person list, {people} in reach"] = {**measure(browser, LIST), "goal": 30, "p95 goal": 50}
            searches |= finding(browser, people)
    medians = [figure["value"] for figure in figures.values()]
    if len(medians) > 1:
        figures["person list, slowest reach to quickest"] = {"value": max(medians) / min(medians), "goal": 1.5}
    figures |= searches
    # The most restricted who still fills a page, so that both lists are as long.
    few, fewest = next(one for one in colleagues if one[1] > PAGE)
    many, most = colleagues[-1]
    narrow, wide = measure(sign_in(few), LIST), measure(sign_in(many), LIST)
    figures[f"person list, {fewest} in reach to {most}"] = {"value": narrow["value"] / wide["value"], "goal": 2}
    browsers = [sign_in(email) for email, _people in colleagues[-USERS:]]
    together = turn_pages_together(browsers, LIST)
    figures[f"person lists a second, {USERS} users"] = {"value": together, "goal": 150, "at least": True}
    return figures
