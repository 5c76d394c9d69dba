"""A helper's word stills no reminder: the person is told of the day as before, and the link can say otherwise."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from trappan import database
from trappan.messages.jobs import due as reminders_due
from trappan.messages.jobs import remind, send, waiting
from trappan.messages.testing import gateway
from trappan.people.operations import keep_contact
from trappan.placements.jobs import due, remind_of_days
from trappan.placements.models import Notice, ToldReason
from trappan.placements.testing import make_placement
from trappan.portal.testing import as_helper, make_helper, say
from trappan.refusals.editions import edition_of, saved_in
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import text

DAY, DAY_BEFORE = date(2026, 11, 19), date(2026, 11, 18)


@pytest.fixture
def reminded(case, jonna, place, settings, browser):
    """The page that the link of the reminder opens; Karin, who helps, had said that Samira does not come."""
    with as_(jonna):
        keep_contact(person=case.person, edition=edition_of(saved_in(None, ["phone"])), phone="070-174 06 05")
    placement = make_placement(jonna, person=case.person, activity=place, starts_on=DAY)
    with as_helper(jonna, make_helper(jonna, case.person)):
        assert say("portal_say_away", placement.pk, DAY, "sick") == ""
    set_today(DAY_BEFORE)
    moment = datetime(2026, 11, 18, 10, tzinfo=ZoneInfo("Europe/Stockholm"))
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [moment])
    with gateway() as service:
        settings.SMS = {"url": service.url, "login": "", "sender": "Trappan", "folder": ""}
        settings.SITE = "https://trappan.example"
        for row in due():
            remind_of_days(row)
        for row in list(reminders_due()):
            remind(row)
        for row in list(waiting()):
            send(row)
        browser.get(re.search(r"https://trappan\.example(/link/[\w-]{43}/)", service.texts[-1])[1])
    return browser.get(reverse("agreements:link"))


@pytest.mark.parametrize("word", ["comes", "late", "absent"])
def test_the_person_is_reminded_all_the_same_and_the_links_answer_holds(reminded, browser, word):
    assert "Kommer du?" in text(reminded)
    assert Notice.objects.get().said_by == "helper"
    key = re.search(r'name="link" value="([\w-]+)"', text(reminded))[1]
    answer = browser.post(reverse("agreements:link"), {"link": key, "says": word}, follow=True)
    assert "Tack" in text(answer)
    assert [(one.says, one.own) for one in Notice.objects.all()] == [(word, True)]
    assert not ToldReason.objects.exists(), "a helper's reason falls with its word"
