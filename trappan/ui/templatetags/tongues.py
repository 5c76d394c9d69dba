"""Tags of the pages that participants read, built into every template: language, direction, figures, Swedish words."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context, NodeList
from django.template.base import Node, Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from trappan.ui import tongues
from trappan.ui.catalogues import PLURALS, drafted
from trappan.ui.templatetags.ui import in_our_time

register = template.Library()
register.filter(tongues.ltr)
register.filter(tongues.swedish)


@register.filter
def weekday_day(value: date | datetime) -> str:
    """Write a day or a moment as torsdag 12 november, in Swedish time."""
    return tongues.weekday_and_day(in_our_time(value))


@register.filter
def hour_of(moment: datetime) -> str:
    """Write the hour of a moment as 9.30 or 9:30, in Swedish time."""
    ours = in_our_time(moment)
    return tongues.hour(ours.hour * 60 + ours.minute) if isinstance(ours, datetime) else ""


@register.simple_tag
def spoken() -> tongues.Tongue:
    """Return the language that the page is in."""
    return tongues.spoken()


@register.inclusion_tag("ui/tongues/choose.html", takes_context=True)
def choose_tongue(context: Context, url: str) -> dict[str, Any]:
    """Draw the languages, each in its own script, with what is sent where: it takes no script."""
    request = context["request"]
    return {"request": request, "tongues": tongues.TONGUES.values(), "spoken": tongues.spoken(), "url": url}


@register.inclusion_tag("ui/tongues/draft.html")
def draft_line() -> dict[str, Any]:
    """Say that a machine has translated, where it has and nobody has read it; nothing elsewhere."""
    code = tongues.spoken().code
    return {"is_draft": code in PLURALS and bool(drafted(code))}


@register.tag
def legal(parser: Parser, _token: Token) -> Node:
    """Stand round a sentence with the context `legal`: where its language lacks it, it is Swedish and says so."""
    inner = parser.parse(("endlegal",))
    parser.delete_first_token()
    return Legal(inner)


class Legal(Node):
    """What no machine translates."""

    def __init__(self, inner: NodeList) -> None:
        self.inner = inner

    def render(self, context: Context) -> SafeString:
        said = self.inner.render(context)
        if tongues.spoken().is_swedish:
            return said
        with override(tongues.SWEDISH.code):
            in_swedish = self.inner.render(context)
        if said != in_swedish:
            return said
        told = _("This is not translated yet. It stands in Swedish.")
        return format_html('<span lang="sv" dir="ltr">{}</span> <span class="muted small">{}</span>', said, told)
