"""From the third untold absence to an appeal: each step by a person, none before its time, none by the site."""

import csv
import io
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from trappan.activities.models import Activity
from trappan.attendance.attended import sessions_of, totals
from trappan.attendance.models import AttendedTime, Dialogue, Finding, SupportAction
from trappan.attendance.operations import ask_support, find, record_attendance, talk, tell_support
from trappan.cases.testing import make_case
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.requirement.controls import NAMES, controls_of
from trappan.requirement.models import Decision, Grounds
from trappan.requirement.operations import appeal, decide, hear, receive_grounds, send, take_back_grounds, write_grounds
from trappan.requirement.prompts import prompts
from trappan.requirement.quarter import FEWEST, hidden
from trappan.rules.models import RuleSet
from trappan.rules.rulesets import rules_on
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

OCTOBER = [date(2026, 10, 1) + timedelta(days=7 * week) for week in range(5)]  # Thursdays


@pytest.fixture
def chain(db):
    """Somebody placed on Thursdays all October, with their consultant, social worker and supervisor."""
    set_today(date(2026, 9, 24))
    case = make_case()
    cafe = Activity.objects.create(
        code="cafe",
        name="Café",
        unit=make_unit("site"),
        kind="workplace",
        places=9,
        starts_on=date(2021, 1, 1),
        support_offered="Samtal och en fast handledare",
    )
    tor = make_colleague("supervisor", cafe.unit)
    placement = make_placement(case.responsible, person=case.person, activity=cafe, starts_on=date(2026, 10, 1))
    set_today(TODAY)
    return case, placement, tor


def mark(placement, tor, day, how):
    leader = make_colleague("site_leader", placement.unit) if tor is None else tor
    set_today(day)
    with as_(leader) as actor:
        record_attendance(placement=placement, day=day, by=actor, mark=how)
    set_today(TODAY)


def away_three_times(chain):
    _case, placement, tor = chain
    for day in OCTOBER[:3]:
        mark(placement, tor, day, "absent_not_told")
    mark(placement, tor, OCTOBER[3], "present")


def speak(case, by, *, result="goes_on", at=None):
    with as_(by) as actor:
        return talk(
            case=case,
            by=actor,
            happened_at=at or now(),
            what="Borta tre torsdagar",
            result=result,
            own_words="Bussen går inte när det är halt",
            support=["travel", "times"],
        )


def found(chain):
    """Talk, and find the three without acceptable reason."""
    case, placement, _tor = chain
    away_three_times(chain)
    dialogue = speak(case, case.responsible)
    with as_(case.responsible):
        for day in OCTOBER[:3]:
            find(placement=placement, day=day, kind="unexcused", conversation=dialogue.note)


def written(chain, by=None, about="absence"):
    case = chain[0]
    with as_(by or case.responsible):
        return write_grounds(case=case, month=date(2026, 11, 1), today=TODAY, about=about, summary="Tre torsdagar.")


def on_its_way(chain, by=None):
    """Grounds that are heard, sent and received."""
    case = chain[0]
    made = written(chain, by)
    with as_(by or case.responsible):
        hear(grounds=made, today=TODAY, heard_on=TODAY, heard_how="phone", heard_words="Jag vill komma")
        send(grounds=made, to=case.social_worker)
    with as_(case.social_worker):
        receive_grounds(grounds=made)
    made.refresh_from_db()
    return made


def decided(grounds, by, **about):
    values = {
        "outcome": "refused",
        "reason": "Inget godtagbart skäl",
        "decided_on": TODAY,
        "sent_to": ["Personen"],
        **about,
    }
    with as_(by):
        return decide(grounds=grounds, today=TODAY, **values)


@pytest.mark.requirement("R-107")
class TestPrompts:
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


@pytest.mark.requirement("R-149")
class TestSupport:
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


class TestGrounds:
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
            with pytest.raises(Refused, match="hörs innan"), transaction.atomic():
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
        with pytest.raises(Refused, match="vem beslutet skickas till"):
            decided(made, colleague, sent_to=[])
        decision = decided(made, colleague)
        assert decision.decided_by == colleague
        with pytest.raises((Refused, DatabaseError)):
            decided(made, colleague)
        with as_(case.social_worker), pytest.raises(Refused, match="redan ett beslut"):
            take_back_grounds(grounds=made, reason="Nej")

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
            with pytest.raises(Refused, match="från beslutets dag"):
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


class TestThePages:
    def test_the_whole_chain_through_the_pages_and_the_paper(self, chain, client):
        case, placement, _tor = chain
        away_three_times(chain)
        consultant, worker, person = case.responsible, case.social_worker, case.person
        page = f"/people/{person.pk}/absence/"

        def post(by, url, **fields):
            sign_in(client, by)
            return client.post(url, {"acting_as": by.pk, **fields})

        sent = {
            "form": "talk",
            "talk-day": "2026-11-12",
            "talk-at": "08:00",
            "talk-what": "Borta",
            "talk-support": ["travel"],
            "talk-result": "goes_on",
        }
        set_today(TODAY + timedelta(days=1))
        assert post(consultant, page, **sent).status_code == 422
        assert post(consultant, page, **sent, **{"talk-own_words": "Bussen"}).status_code == 302
        note = Dialogue.objects.get().note
        for day in OCTOBER[:3]:
            assert (
                post(
                    consultant, f"/placements/{placement.pk}/{day}/", kind="unexcused", conversation=note.pk
                ).status_code
                == 302
            )
        write = f"/people/{person.pk}/grounds/"
        answer = post(consultant, write, month="2026-11", about="absence", summary="Tre torsdagar")
        assert answer.status_code == 302
        url = answer.url
        assert "Skicka" not in client.get(url).content.decode().replace("Skickat", "").replace("skickas", "")
        heard = {
            "form": "hear",
            "hear-heard_on": "2026-11-13",
            "hear-heard_how": "meeting",
            "hear-heard_words": "Jag vill",
        }
        assert post(consultant, url, **heard).status_code == 302
        assert post(consultant, url, form="send", **{"send-to": worker.pk}).status_code == 302
        sign_in(client, worker)
        assert "Underlag skickade till dig" in client.get("/").content.decode()
        assert "Spara beslutet" not in client.get(url).content.decode()
        assert post(worker, url, form="receive").status_code == 302
        decision = {
            "form": "decide",
            "decide-outcome": "refused",
            "decide-reason": "Inget skäl",
            "decide-decided_on": "2026-11-13",
        }
        assert post(worker, url, **decision, **{"decide-sent_to": " \n"}).status_code == 422
        assert post(worker, url, **decision, **{"decide-sent_to": "Personen\nOmbudet"}).status_code == 302
        assert Decision.objects.get().sent_to == ["Personen", "Ombudet"]
        assert (
            post(
                worker, url, form="appeal", **{"appeal-appealed_on": "2026-11-13", "appeal-appeal_words": "Jag var där"}
            ).status_code
            == 302
        )
        assert "Jag var där" in client.get(url).content.decode()
        paper = client.get(f"{url}pdf/")
        assert paper["Content-Type"] == "application/pdf"
        assert person.name.replace(" ", "") not in paper["Content-Disposition"]
        text = words_of(paper.content)
        for words in ("Bussen", "540", "förvaltningsrät", "Ombudet", "Tre torsdagar"):
            assert words in text, words
        month = words_of(client.get(f"/people/{person.pk}/attendance/pdf/?month=2026-10").content)
        for minutes in ("180", "540"):
            assert minutes in month

    def test_the_controls_show_each_gap_by_number_to_those_whose_it_is(self, chain, client):
        case, _placement, _tor = chain
        found(chain)
        due = rules_on(TODAY).grounds_due(date(2026, 11, 1))
        set_today(due + timedelta(days=1))
        names = dict(zip(NAMES, range(len(NAMES)), strict=True))

        def gaps(by, key):
            with as_(by) as actor:
                return [gap.number for gap in controls_of(actor.today)[names[key]].gaps]

        head = make_colleague("head_of_unit", case.unit)
        for by in (case.responsible, case.social_worker, head):
            assert gaps(by, "grounds_late") == [case.number]
            assert gaps(by, "unmarked") == [case.number]
        for other in (make_colleague("consultant", case.unit), make_colleague("head_of_unit")):
            assert gaps(other, "grounds_late") == []
        with as_(case.responsible) as actor:
            made = write_grounds(case=case, month=date(2026, 11, 1), today=actor.today, about="absence", summary="x")
            hear(grounds=made, today=actor.today, heard_on=actor.today, heard_how="phone", heard_words="Jag")
            send(grounds=made, to=case.social_worker)
        assert gaps(head, "grounds_late") == []
        assert gaps(head, "receipt") == []
        set_today(due + timedelta(days=1 + rules_on(TODAY).receipt_days))
        assert gaps(head, "receipt") == [case.number]
        with as_(case.social_worker):
            receive_grounds(grounds=made)
        set_today(due + timedelta(days=2 + 2 * rules_on(TODAY).receipt_days))
        assert gaps(head, "undecided") == [case.number]
        sign_in(client, head)
        page = client.get("/controls/").content.decode()
        assert case.number in page
        assert case.person.name not in page

    def test_the_quarter_as_a_file_counts_each_once_and_hides_small_numbers(self, chain, client):
        found(chain)
        decided(on_its_way(chain), chain[0].social_worker)
        head = make_colleague("head_of_unit", chain[0].unit)
        sign_in(client, head)
        assert client.get("/controls/quarter/?q=2026-5").status_code == 404
        assert client.get("/controls/quarter/?q=2027-1").status_code == 404
        text = client.get("/controls/quarter/?q=2026-4").content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        assert rows[0][0] == "Kvartal"
        assert rows[1][4] == "<5"
        sign_in(client, chain[0].responsible)
        assert client.get("/controls/quarter/?q=2026-4").status_code == 403


@given(st.lists(st.integers(0, 7), min_size=1, max_size=4))
def test_no_hidden_number_can_be_worked_out(numbers):
    """Every way to fill in what is hidden that agrees with the rest: each hidden one has two values or more."""
    *said, whole = hidden(numbers)
    for number, word in zip(numbers, said, strict=True):
        assert word in (str(number), f"<{FEWEST}") or (word == "–" and number >= FEWEST)
        assert not 0 < number < FEWEST or word == f"<{FEWEST}"
    dark = [at for at, word in enumerate(said) if word in ("–", f"<{FEWEST}")]
    could = [range(1, FEWEST) if said[at] == f"<{FEWEST}" else range(FEWEST, 40) for at in dark]
    shown = sum(numbers) - sum(numbers[at] for at in dark)
    ways = [way for way in product(*could) if whole == "–" or shown + sum(way) == int(whole)]
    for at, which in enumerate(dark):
        assert len({way[at] for way in ways}) > 1, which


def test_an_appeal_stays_as_it_was_noted(chain):
    case = chain[0]
    found(chain)
    decision = decided(on_its_way(chain), case.social_worker)
    with as_(case.social_worker):
        appeal(decision=decision, today=TODAY, appealed_on=TODAY, appeal_words="Jag ringde")
        for change in ({"appealed_on": None, "appeal_words": ""}, {"appeal_words": "Annat"}):
            with pytest.raises(DatabaseError, match="once"), transaction.atomic():
                Decision.objects.update(**change)


def words_of(content: bytes) -> str:
    """Return the text of a PDF."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
