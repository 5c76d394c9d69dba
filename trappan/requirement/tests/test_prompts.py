"""Absence asks for a talk and for what the site agreed to do, before anything else."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from trappan.activities.models import Activity
from trappan.attendance.models import SupportAction
from trappan.attendance.operations import ask_support, find, talk, tell_support
from trappan.refusals import Refused
from trappan.requirement.prompts import prompts
from trappan.requirement.testing import away_three_times, mark, speak
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in


class TestPrompts:
    @pytest.mark.requirement("R-107")
    def test_the_third_untold_absence_asks_for_a_talk_and_a_talk_answers_it(self, chain, client):
        case, placement, tor = chain
        for day in (date(2026, 10, 22), date(2026, 10, 29)):
            mark(placement, tor, day, "absent_not_told")
        with as_(case.responsible):
            assert prompts([case.person_id]) == {}, "two are not three, and two sessions say nothing"
        mark(placement, tor, date(2026, 11, 5), "absent_not_told")
        with as_(case.responsible):
            prompt = prompts([case.person_id])[case.person_id]
            assert (prompt.lately.untold, prompt.lately.share, prompt.lately.latest) == (3, 100, date(2026, 11, 5))
        sign_in(client, case.responsible)
        assert "Frånvaro att tala om" in client.get("/").content.decode()
        speak(case, case.responsible)
        assert "Frånvaro att tala om" not in client.get("/").content.decode()
        mark(placement, tor, TODAY, "absent_not_told")
        set_today(TODAY + timedelta(days=1))
        with as_(case.responsible):
            assert prompts([case.person_id]) == {}, "the talk was held on that day"

    def test_a_large_share_asks_also_when_everything_was_told(self, chain):
        case, placement, tor = chain
        for day, how in zip(
            (date(2026, 10, 22), date(2026, 10, 29), date(2026, 11, 5)),
            ("absent_told", "absent_told", "present"),
            strict=True,
        ):
            mark(placement, tor, day, how)
        with as_(case.responsible):
            assert prompts([case.person_id])[case.person_id].lately.share == 67

    def test_unmarked_and_excused_count_for_nothing(self, chain):
        case, placement, tor = chain
        for day in (date(2026, 10, 22), date(2026, 10, 29), date(2026, 11, 5)):
            mark(placement, tor, day, "absent_not_told")
        with as_(case.responsible):
            for day in (date(2026, 10, 22), date(2026, 10, 29)):
                find(placement=placement, day=day, kind="excused", reason="sick")
            assert prompts([case.person_id]) == {}

    def test_another_consultant_is_prompted_about_nobody(self, chain):
        away_three_times(chain)
        with as_(make_colleague("consultant", chain[0].unit)):
            assert prompts([chain[0].person_id]) == {}


class TestSupport:
    @pytest.mark.requirement("R-149")
    def test_asked_within_what_is_agreed_and_answered_by_the_site(self, chain, client):
        case, placement, tor = chain
        with as_(case.responsible):
            first = ask_support(placement=placement, asked="Ring på morgonen")
            second = ask_support(placement=placement, asked="Byt uppgift")
        sign_in(client, tor)
        url = f"/here/{placement.pk}/"
        assert "Ring på morgonen" in client.get(url).content.decode()
        key = f"support-{second.pk}"
        sent = {"acting_as": tor.pk, "form": "support", "row": second.pk, f"{key}-outcome": "Bytte till disken"}
        client.post(url, sent)
        assert "redan svarat" in client.post(url, sent).content.decode()
        for action in (first, second):
            action.refresh_from_db()
        assert (first.outcome, second.outcome) == ("", "Bytte till disken")
        sign_in(client, case.responsible)
        page = client.get(f"/people/{case.person_id}/absence/").content.decode()
        assert "Bytte till disken" in page

    def test_not_asked_where_nothing_is_agreed_and_not_answered_by_others(self, chain):
        case, placement, _tor = chain
        with as_(case.responsible):
            action = ask_support(placement=placement, asked="Ring")
        with as_(make_colleague("supervisor", make_unit("site"))):
            assert not SupportAction.objects.exists()
            with pytest.raises(Refused):
                tell_support(action=action, outcome="x")
        with as_(case.responsible), pytest.raises(Refused), transaction.atomic():
            tell_support(action=action, outcome="x")
        Activity.objects.update(support_offered="")
        placement.activity.refresh_from_db()
        with as_(case.responsible), pytest.raises(Refused, match="Inget stöd"):
            ask_support(placement=placement, asked="Ring")

    def test_a_talk_has_own_words_and_support(self, chain):
        case = chain[0]
        with as_(case.responsible) as actor:
            about = {"case": case, "by": actor, "happened_at": now(), "what": "x", "result": "goes_on"}
            with pytest.raises(Refused, match="egna ord"), transaction.atomic():
                talk(**about, own_words=" ", support=["times"])
            with pytest.raises(Refused, match="Välj det stöd"):
                talk(**about, own_words="Jag", support=[])
            first = talk(**about, own_words="Jag", support=["times"])
            assert talk(**about, own_words="Jag", support=["times"]) == first, "pressed twice"
