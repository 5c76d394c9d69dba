"""The house's own tags, built into every template: icons, forms' safety, dates, the staircase."""

from datetime import date, datetime, time
from functools import cache
from typing import Any
from uuid import uuid4

from django import template
from django.middleware.csrf import get_token
from django.template import Context
from django.template.defaultfilters import date as format_date
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.schedules.periods import day_before
from trappan.schedules.week import minute_in_words
from trappan.ui.icons import PATHS

register = template.Library()
register.filter(day_before)


@register.simple_tag
@cache
def icon(name: str, css: str = "ds-icon") -> SafeString:
    """Draw one of the line icons; it is decoration, the words stand beside it."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true" fill="none" '
        'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
        '<path d="{}"/></svg>',
        css,
        PATHS[name],
    )


@register.simple_tag(takes_context=True)
def safe_form(context: Context, *, once: bool = True) -> SafeString:
    """Stand first in every POST form: the token, the membership that the page was opened under, and a key.

    By the key a form that is sent twice is carried out once (`history.once`). A form that only asks, a
    search or a filter, has none (`once=False`): asked twice it is answered twice.
    """
    request = context["request"]
    actor = getattr(request, "actor", None)
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="acting_as" value="{}">{}',
        get_token(request),
        actor.membership_id if actor else "",
        format_html('<input type="hidden" name="once" value="{}">', uuid4().hex) if once else "",
    )


@register.inclusion_tag("ui/parts/act.html", takes_context=True)
def act(context: Context, one: Any, look: str = "secondary", size: str = "", **drawn: Any) -> dict[str, Any]:
    """Draw what may be done: its form, if it has fields, and its button; nothing where it is not offered.

    `color` is the button's (danger), `full` makes it as wide as the page; `css` is a class of the form
    (`measure`: as wide as lines that are read), `cancel` where a link beside the button leads. `waits` names the
    list of what must be done first: the button looks it, and pressed all the same it is refused in words.
    """
    return {"request": context["request"], "act": one, "look": look, "size": size, **drawn}


@register.inclusion_tag("ui/parts/tabs.html", takes_context=True)
def file_tabs(context: Context, *, headed: bool = False, known: Any = None) -> dict[str, Any]:
    """Draw the tabs of the person's file that the page stands in, under the person's name; nothing elsewhere.

    Every page draws them by itself, from `person` in its context (`ui/page.html`). A page whose own heading is the
    name draws them there (`headed`); the person's page gives what is `known`, so that nothing is asked.
    """
    tabs_of, person = context.get("tabs_of"), context.get("person")
    tabs = tabs_of(person, known) if tabs_of and person else None
    return {"tabs": tabs, "person": person, "is_headed": headed}


@register.simple_tag(takes_context=True)
def asked_for_review(context: Context, case_id: int) -> Any:
    """Return what asks for a review of a case's plan: the rooms above say it, by what the page's frame knows."""
    asked_of = context.get("asked_for_review")
    return asked_of(case_id) if asked_of else []


@register.simple_tag(takes_context=True)
def taken_by(context: Context, employer_id: int) -> Any:
    """Return whom an employer has taken, in numbers: the rooms above say it, by what the page's frame knows."""
    taken_of = context.get("taken_by")
    return taken_of(employer_id) if taken_of else None


@register.inclusion_tag("ui/parts/yearly.html", takes_context=True)
def yearly_question(context: Context) -> dict[str, Any]:
    """Leave room, on a start page, for what those who work here are asked once a year; nothing when it is not asked."""
    return {"url": context.get("yearly_question")}


def in_our_time(value: date | datetime) -> date | datetime:
    """Return a moment as it is in Stockholm, where the day may be another than the database's; a date as it is."""
    return localtime(value) if isinstance(value, datetime) and is_aware(value) else value


@register.filter
def day(value: date | datetime | None) -> str:
    """Write the date of a day or a moment as 12 november 2026."""
    return str(format_date(in_our_time(value), "DATE_FORMAT")) if value else ""


@register.filter
def month(value: date | datetime | None) -> str:
    """Write a month as nov."""
    return str(format_date(in_our_time(value), "b")).rstrip(".") if value else ""


@register.filter
def month_year(value: date | datetime | None) -> str:
    """Write a month with its year as nov 2026."""
    return f"{month(value)} {in_our_time(value).year}" if value else ""


@register.filter
def clock(value: time) -> str:
    """Write a time of day as 9 or 9.30."""
    return minute_in_words(value.hour * 60 + value.minute)


@register.filter
def short_day(value: date | datetime | None, today: date) -> str:
    """Write a date as 12 nov, with its year where that is another one than today's."""
    if not value:
        return ""
    ours = in_our_time(value)
    in_short = str(format_date(ours, "j b")).rstrip(".")
    return in_short if ours.year == today.year else f"{in_short} {ours.year}"


@register.filter
def hours(minutes: int | None) -> str:
    """Write minutes as 22 h, or 2 h 20."""
    if minutes is None:
        return ""
    whole, rest = divmod(int(minutes), 60)
    return f"{whole}\u00a0h" if not rest else f"{whole}\u00a0h\u00a0{rest:02}"


@register.filter
def hours_in_words(minutes: int) -> str:
    """Write minutes as 22 timmar, or 2 timmar 20 minuter, for whoever is not to read a table."""
    whole, rest = divmod(int(minutes), 60)
    parts = [
        *([ngettext("%(count)s hour", "%(count)s hours", whole) % {"count": whole}] if whole or not rest else []),
        *([ngettext("%(count)s minute", "%(count)s minutes", rest) % {"count": rest}] if rest else []),
    ]
    return " ".join(parts).replace(" ", "\u00a0")


@register.filter
def days_in_words(days: int) -> str:
    """Write how long something has lasted as 4 dagar; what began today as less than a day, since nobody waits 0."""
    return (ngettext("%(n)s day", "%(n)s days", days) % {"n": days}) if days else _("less than a day")


@register.filter
def months_in_words(months: int) -> str:
    """Write how long something has lasted as 4 månader; what has not lasted one as less than a month."""
    return (ngettext("%(n)s month", "%(n)s months", months) % {"n": months}) if months else _("less than a month")


@register.filter
def weekday(number: int) -> str:
    """Write a day of the week, Monday 0, as mån."""
    return str(WEEKDAYS_ABBR[number])


@register.filter
def in_week(week: Any) -> str:
    """Write the parts of a week as mån 9–15, ons 9–12."""
    return ", ".join(part.in_words for part in week.parts)


@register.filter
def unlocalized(number: float) -> str:
    """Write a number for the machine, with a point, whatever the reader's language."""
    return str(number)


@register.filter
def without_sign(minutes: int) -> int:
    """Return an amount without its minus sign, where the sign is written beside it."""
    return abs(minutes)


@register.inclusion_tag("ui/parts/staircase.html")
def staircase(stair: Any, name: str = "", since: str = "", rated_by: str = "") -> dict[str, Any]:
    """Draw a staircase with its text alternative; `name` is the person's first name."""
    return {"stair": stair, "label": describe(stair, since), "rated_by": rated_by, "name": name}


@register.simple_tag
@cache
def mini_stairs(now: int, count: int) -> SafeString:
    """Draw a staircase as small as a word, beside the words that say the step; a list draws fifty of few kinds."""
    looks = {-1: "s-done", 0: "s-now", 1: ""}
    bars = format_html_join(
        "",
        '<rect class="{}" x="{}" y="{}" width="7" height="{}"/>',
        ((looks[(at > now) - (at < now)], 8 * at - 8, 21 - 3 * at, 3 + 3 * at) for at in range(1, count + 1)),
    )
    return format_html(
        '<svg class="mini" viewBox="0 0 48 24" aria-hidden="true">{}<circle cx="{}" cy="{}" r="2.5"/></svg>',
        bars,
        8 * now - 5,
        18 - 3 * now,
    )


def describe(stair: Any, since: str) -> str:
    """Say in words what the picture shows."""
    if stair.now is None:
        return _("A staircase with %(count)s steps. No step is set.") % {"count": stair.count}
    said = _("A staircase with %(count)s steps. Now on step %(number)s, %(step)s.") % {
        "count": stair.count,
        "number": stair.now.number,
        "step": stair.now.name,
    }
    if since:
        said += " " + _("Since %(since)s.") % {"since": since}
    if stair.own is not None:
        said += " " + _("Own rating: step %(number)s.") % {"number": stair.own.number}
    if stair.next is not None:
        said += " " + _("Next is step %(number)s, %(step)s.") % {"number": stair.next.number, "step": stair.next.name}
    return said
