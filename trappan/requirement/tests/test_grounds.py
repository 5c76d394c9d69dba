"""From a finding to an appeal: each step by a person, none before its time, none by the site."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.attendance.attended import sessions_of, totals
from trappan.attendance.models import AttendedTime, Dialogue, Finding
from trappan.attendance.operations import find
from trappan.refusals import Refused
from trappan.requirement.models import Decision, Grounds
from trappan.requirement.operations import appeal, hear, receive_grounds, send, take_back_grounds, write_grounds
from trappan.requirement.testing import OCTOBER, away_three_times, decided, found, on_its_way, speak, written
from trappan.rules.models import RuleSet
from trappan.schedules.clock import now
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in


class TestGrounds:
    @pytest.mark.requirement("R-107")
    def test_none_before_the_talk_and_the_finding(self, chain):
        away_three_times(chain)
        with pytest.raises(Refused, match="efter ett samtal"):
            written(chain)
        speak(chain[0], chain[0].responsible)
        with pytest.raises(Refused, match="efter ett samtal"):
            written(chain)
        with pytest.raises(Refused, match="avböjer"):
            written(chain, about="declined")
        october = datetime(2026, 10, 20, 9, tzinfo=now().tzinfo)
        speak(chain[0], chain[0].responsible, result="declines")
        with pytest.raises(Refused, match="avböjer"):
            written(chain, about="declined")
        speak(chain[0], chain[0].responsible, result="declines", at=october)
        assert written(chain, about="declined").state == "written"

    def test_frozen_to_the_minute_with_their_sources(self, chain):
        case, placement, _tor = chain
        found(chain)
        made = written(chain)
        sums = (made.attended, made.excused, made.unexcused, made.undecided, made.unmarked, made.neutral)
        with as_(case.responsible):
            month = totals(sessions_of(case.person_id, date(2026, 10, 1), date(2026, 11, 1)))
        assert sums == (180, 0, 540, 0, 180, 0)
        assert sums == (month.attended, month.excused, month.unexcused, month.undecided, month.unmarked, month.neutral)
        assert [one["found"] for one in made.sources["sessions"]] == ["unexcused"] * 3 + ["", ""]
        assert made.sources["dialogues"][0]["own_words"] == "Bussen går inte när det är halt"
        with as_(case.responsible):
            find(placement=placement, day=OCTOBER[0], kind="excused", reason="sick")
        made.refresh_from_db()
        assert made.unexcused == 540, "what was frozen stays as it was"

    def test_forged_figures_and_forged_writers_are_refused_by_the_database(self, chain):
        case = chain[0]
        found(chain)
        with as_(case.responsible), pytest.raises(DatabaseError, match="differs"), transaction.atomic():
            Grounds.objects.create(
                person=case.person,
                case=case,
                month=date(2026, 11, 1),
                about="absence",
                period_from=date(2026, 10, 1),
                period_to=date(2026, 11, 1),
                attended=0,
                excused=0,
                unexcused=900,
                undecided=0,
                unmarked=0,
                neutral=0,
                sources={},
                summary="x",
                author=case.social_worker,
            )

    def test_not_for_a_period_that_goes_on_and_once_a_month(self, chain):
        case = chain[0]
        found(chain)
        with as_(case.responsible), pytest.raises(Refused, match="inte slut än"):
            write_grounds(case=case, month=date(2026, 12, 1), today=TODAY, about="absence", summary="x")
        made = written(chain)
        with pytest.raises(Refused, match="redan underlag"):
            written(chain)
        with as_(case.responsible):
            with pytest.raises(Refused, match="varför du tar tillbaka"):
                take_back_grounds(grounds=made, reason="")
            take_back_grounds(grounds=made, reason="Fel månad")
        assert written(chain).pk != made.pk

    def test_heard_before_sent_sent_to_somebody_who_works_with_the_person(self, chain):
        case = chain[0]
        found(chain)
        made = written(chain)
        stranger = make_colleague("social_worker")
        with as_(case.responsible):
            with pytest.raises(Refused, match="Hör personen innan"), transaction.atomic():
                send(grounds=made, to=case.social_worker)
            with pytest.raises(Refused, match="vad personen sa"), transaction.atomic():
                hear(grounds=made, today=TODAY, heard_on=TODAY, heard_how="phone", heard_words="  ")
            hear(grounds=made, today=TODAY, heard_on=TODAY, heard_how="not_reached", heard_words="Ringde tre dagar")
            for wrong in (stranger, case.responsible):
                with pytest.raises(Refused, match="socialsekreterare som arbetar"), transaction.atomic():
                    send(grounds=made, to=wrong)
            send(grounds=made, to=case.social_worker)
            with pytest.raises(Refused), transaction.atomic():
                hear(grounds=made, today=TODAY, heard_on=TODAY, heard_how="phone", heard_words="Ändrat")
            with pytest.raises(Refused, match="skickades till"), transaction.atomic():
                receive_grounds(grounds=made)
        with (
            as_(make_colleague("social_worker", case.social_worker.unit)),
            pytest.raises(Refused, match="skickades till"),
        ):
            receive_grounds(grounds=made)
        with as_(case.social_worker):
            receive_grounds(grounds=made)

    @pytest.mark.requirement("R-213")
    def test_decided_after_the_receipt_by_another_than_the_writer(self, chain):
        case = chain[0]
        found(chain)
        made = written(chain, by=case.social_worker)
        with pytest.raises(Refused, match="mottaget innan"):
            decided(made, case.social_worker)
        with as_(case.social_worker):
            hear(grounds=made, today=TODAY, heard_on=TODAY, heard_how="phone", heard_words="Jag")
            send(grounds=made, to=case.social_worker)
            receive_grounds(grounds=made)
        with pytest.raises(Refused, match="annan socialsekreterare"):
            decided(made, case.social_worker)
        with pytest.raises((Refused, DatabaseError)):
            decided(made, case.responsible)
        colleague = make_colleague("social_worker", case.social_worker.unit)
        with pytest.raises(Refused, match="vem som har fått beslutet"):
            decided(made, colleague, sent_to=[])
        decision = decided(made, colleague)
        assert decision.decided_by == colleague
        with pytest.raises((Refused, DatabaseError)):
            decided(made, colleague)
        with as_(case.social_worker), pytest.raises(Refused, match="redan ett beslut"):
            take_back_grounds(grounds=made, reason="Nej")

    @pytest.mark.requirement("R-177")
    def test_a_decision_on_grounds_carries_its_number_from_the_support_system(self, chain, client):
        case = chain[0]
        found(chain)
        made = on_its_way(chain)
        sign_in(client, case.social_worker)
        page = f"/grounds/{made.pk}/"
        decision = {
            "acting_as": case.social_worker_id,
            "form": "decide",
            "decide-outcome": "refused",
            "decide-reason": "Inget skäl",
            "decide-decided_on": "2026-11-12",
            "decide-sent_to": "Personen",
            "decide-reference": "EB 2026-4711",
        }
        assert client.post(page, decision).status_code == 302
        assert Decision.objects.get().reference == "EB 2026-4711"
        assert "EB 2026-4711" in client.get(page).content.decode()

    def test_one_who_writes_in_another_unit_is_the_same_person(self, chain):
        """Four eyes are two people's: another membership of the same colleague does not count."""
        from trappan.staff.models import Membership

        case = chain[0]
        found(chain)
        made = on_its_way(chain, by=case.social_worker)
        Membership.objects.filter(pk=case.social_worker_id).update(ends_on=TODAY)
        second = Membership.objects.create(
            colleague=case.social_worker.colleague,
            unit=case.social_worker.unit,
            role="social_worker",
            starts_on=date(2020, 1, 1),
            confirmed_at=now(),
        )
        with pytest.raises(Refused, match="annan socialsekreterare"):
            decided(made, second)

    def test_without_four_eyes_in_the_rules_the_writer_may_decide(self, chain):
        for rules in RuleSet.objects.all():
            rules.parameters = {**rules.parameters, "four_eyes": False}
            rules.save()
        found(chain)
        made = on_its_way(chain, by=chain[0].social_worker)
        assert decided(made, chain[0].social_worker).outcome == "refused"

    def test_appealed_in_the_persons_words_and_ended_once(self, chain):
        case = chain[0]
        found(chain)
        decision = decided(on_its_way(chain), case.social_worker)
        with as_(case.social_worker):
            with pytest.raises(Refused, match="från och med beslutet"):
                appeal(decision=decision, today=TODAY, appealed_on=TODAY - timedelta(days=1), appeal_words="x")
            appeal(decision=decision, today=TODAY, appealed_on=TODAY, appeal_words="Jag ringde")
            with pytest.raises(Refused, match="redan antecknat"):
                appeal(decision=decision, today=TODAY, appealed_on=TODAY, appeal_words="Igen")
        granted = Decision.objects.get()
        assert granted.appeal_words == "Jag ringde"

    @pytest.mark.requirement("R-236")
    def test_the_site_reads_and_writes_nothing_of_it(self, chain, client):
        case, _placement, tor = chain
        found(chain)
        made = on_its_way(chain)
        decided(made, case.social_worker)
        with as_(tor):
            for table in (Dialogue, Finding, Grounds, Decision):
                assert not table.objects.exists()
            assert {row.unexcused for row in AttendedTime.objects.all()} == {0}
        sign_in(client, tor)
        for url in (
            f"/grounds/{made.pk}/",
            f"/grounds/{made.pk}/pdf/",
            f"/people/{case.person_id}/absence/",
            f"/people/{case.person_id}/grounds/",
            "/controls/",
            f"/people/{case.person_id}/attendance/pdf/",
        ):
            assert client.get(url).status_code in (403, 404)

    def test_another_social_worker_and_consultant_see_none(self, chain, client):
        found(chain)
        made = on_its_way(chain)
        for role in ("social_worker", "consultant"):
            other = make_colleague(role)
            with as_(other):
                assert not Grounds.objects.exists()
            sign_in(client, other)
            assert client.get(f"/grounds/{made.pk}/").status_code == 404


def test_an_appeal_stays_as_it_was_noted(chain):
    case = chain[0]
    found(chain)
    decision = decided(on_its_way(chain), case.social_worker)
    with as_(case.social_worker):
        appeal(decision=decision, today=TODAY, appealed_on=TODAY, appeal_words="Jag ringde")
        for change in ({"appealed_on": None, "appeal_words": ""}, {"appeal_words": "Annat"}):
            with pytest.raises(DatabaseError, match="once"), transaction.atomic():
                Decision.objects.update(**change)
