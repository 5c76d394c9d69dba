"""A project's results as pictures: bars of our own, as SVG for a paper, a slide or a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.projects.figures import Figures, share
from trappan.projects.models import SubInitiative
from trappan.projects.told import ACHIEVED
from trappan.ui.templatetags.ui import day

WIDTH, LEFT, BAR, APART, HEAD = 960, 300, 26, 44, 16
GREEN, PALE, INK = "#12595C", "#D5E3E2", "#1E2A32"
CHARTS: Mapping[str, Promise] = {
    "results": gettext_lazy("Picture: results"),
    "municipalities": gettext_lazy("Picture: the municipalities"),
    "initiatives": gettext_lazy("Picture: sub-initiatives"),
    "initiative-results": gettext_lazy("Picture: results by sub-initiative"),
}
OF_SUBS = ("initiatives", "initiative-results")  # drawn where a project has sub-initiatives


@dataclass(frozen=True)
class Bar:
    """A line of a picture: what it is of, how many of how many, and what stands beside it."""

    name: str
    number: int | None
    of: int
    words: str


@dataclass(frozen=True)
class Chart:
    """A picture with its title and what it says, in words."""

    title: str
    said: str
    bars: Sequence[Bar]

    @property
    def svg(self) -> str:
        """Return it as SVG with colours of its own: each bar's whole is what its number is of."""
        height = HEAD + APART * max(len(self.bars), 1)
        longest = max((max(bar.of, bar.number or 0) for bar in self.bars), default=0) or 1
        room = WIDTH - LEFT - 250
        drawn = []
        for at, bar in enumerate(self.bars):
            top = HEAD + at * APART
            whole, part = (room * number / longest for number in (bar.of, bar.number or 0))
            drawn.append(
                f'<text x="{LEFT - 14}" y="{top + 19}" text-anchor="end">{escape(bar.name)}</text>'
                f'<rect x="{LEFT}" y="{top}" width="{whole:.1f}" height="{BAR}" fill="{PALE}"/>'
                f'<rect x="{LEFT}" y="{top}" width="{part:.1f}" height="{BAR}" fill="{GREEN}"/>'
                f'<text x="{LEFT + max(whole, part) + 12:.1f}" y="{top + 19}">{escape(bar.words)}</text>'
            )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            f'font-family="Noto Sans, Arial, sans-serif" font-size="18" fill="{INK}">'
            f"<title>{escape(self.title)}</title><desc>{escape(self.said)}</desc>{''.join(drawn)}</svg>"
        )


def chart(name: str, said: Figures, subs: Sequence[SubInitiative]) -> Chart:
    """Return one of a project's pictures, of the figures as they are told: what is hidden has no bar, and says so."""
    makers: Mapping[str, Callable[[], tuple[str, list[Bar]]]] = {
        "results": lambda: of_results(said),
        "municipalities": lambda: of_municipalities(said),
        "initiatives": lambda: of_initiatives(said, subs),
        "initiative-results": lambda: of_initiative_results(said, subs),
    }
    title, bars = makers[name]()
    title = _("%(title)s, up to and including %(day)s") % {"title": title, "day": day(said.as_of)}
    return Chart(title, ". ".join(f"{bar.name}: {bar.words}" for bar in bars) + ".", bars)


def of_results(said: Figures) -> tuple[str, list[Bar]]:
    """Return the kinds of results, of those who began."""
    words = {"work": _("Work"), "studies": _("Studies"), "internship": _("Internship")}
    bars = [bar_of(words[one], said.told.results[one], said.told.started) for one in ACHIEVED]
    return _("Results of those who began"), [*bars, bar_of(_("Together"), said.told.achieved, said.told.started)]


def of_municipalities(said: Figures) -> tuple[str, list[Bar]]:
    """Return how many of the planned have begun in each municipality."""
    return _("Began of the planned"), [bar_of(one.name, one.started, one.planned) for one in said.told.parts]


def of_initiatives(said: Figures, subs: Sequence[SubInitiative]) -> tuple[str, list[Bar]]:
    """Return how many of the planned have begun in each sub-initiative."""
    bars = [bar_of(one.name, said.told.subs[one.pk], one.planned) for one in subs]
    return _("Began of the planned, by sub-initiative"), bars


def of_initiative_results(said: Figures, subs: Sequence[SubInitiative]) -> tuple[str, list[Bar]]:
    """Return how many of those who began in each sub-initiative have work, studies or an internship."""
    bars = []
    for one in subs:
        numbers = [number for number in said.told.sub_results[one.pk].values() if number is not None]
        bars.append(bar_of(one.name, sum(numbers) if numbers else None, said.told.subs[one.pk]))
    return _("Work, studies or an internship of those who began, by sub-initiative"), bars


def bar_of(name: str, number: int | None, of: int | None) -> Bar:
    """Return a bar with its number, of whom, and their share."""
    if number is None:
        return Bar(name, None, of or 0, _("hidden"))
    words = {"number": number, "of": of, "share": share(number, of)}
    said = _("%(number)s of %(of)s (%(share)s)") % words if of else str(number)
    return Bar(name, number, of or 0, said)
