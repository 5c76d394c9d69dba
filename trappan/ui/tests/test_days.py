"""A moment is told by the day and hour it was in Stockholm, also between midnight there and in Greenwich."""

from datetime import UTC, date, datetime

from django.template import Context, Template

from trappan.ui.templatetags.ui import day

JUST_PAST_MIDNIGHT = datetime(2026, 11, 11, 23, 7, tzinfo=UTC)


def said(how):
    return Template("{{ at|" + how + " }}").render(Context({"at": JUST_PAST_MIDNIGHT, "today": date(2026, 11, 12)}))


def test_a_moment_past_midnight_is_of_the_new_day():
    assert [said("day"), said("short_day:today"), said("clock")] == ["12 november 2026", "12 nov", "0.07"]
    assert day(JUST_PAST_MIDNIGHT) == "12 november 2026", "on papers too"
