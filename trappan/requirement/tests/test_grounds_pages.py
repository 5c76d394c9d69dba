"""The way to a decision through the pages, on paper, in the controls and in the quarter's file."""

import csv
import io
from collections import defaultdict
from datetime import date, timedelta
from itertools import product

import pytest

from trappan import database
from trappan.attendance.models import Dialogue
from trappan.cases.testing import make_case
from trappan.plans.models import Consultation
from trappan.plans.operations import consult
from trappan.requirement.controls import NAMES, controls_of
from trappan.requirement.models import ActivityRequest, Decision
from trappan.requirement.operations import hear, receive_grounds, send, write_grounds
from trappan.requirement.testing import OCTOBER, away_three_times, decided, found, on_its_way
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in


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
        assert "Underlag att besluta om" in client.get("/").content.decode()
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

    def test_the_quarter_as_a_file_comes_when_it_is_finished_and_in_fives(self, chain, client):
        found(chain)
        decided(on_its_way(chain), chain[0].social_worker)
        head = make_colleague("head_of_unit", chain[0].unit)
        sign_in(client, head)
        for said in ("2026-5", "2026-4", "2027-1", "2026-04", "٢٠٢٦-3", "9999-1", ""):
            assert client.get(f"/controls/quarter/?q={said}").status_code == 404, said
        page = client.get("/controls/").content.decode()
        assert "q=2026-3" in page
        assert "q=2026-4" not in page
        set_today(date(2027, 1, 1))
        rows = quarter_file(client, "2026-4")
        assert rows[0][0] == "Kvartal"
        assert {number for row in rows[1:-2] for number in row[2:]} == {"0"}, "one decision is told as none"
        assert rows[-3][1] == "Alla"
        sign_in(client, chain[0].responsible)
        assert client.get("/controls/quarter/?q=2026-4").status_code == 403

    def test_three_are_told_as_five_and_seven_too(self, chain, client):
        head = make_colleague("head_of_unit", chain[0].unit)
        for number in range(1, 8):
            case = make_case(consultant=chain[0].responsible)
            with as_(case.responsible):
                consult(case=case, today=TODAY, with_whom="employment_service", held_on=date(2026, 8, 1), outcome="Ok")
            ActivityRequest.objects.create(
                person=case.person,
                case=case,
                consultation=Consultation.objects.get(case=case),
                made_by=case.social_worker,
                made_at=f"2026-09-0{number}T09:00Z",
                first_month=date(2026, 9, 1),
                weekly_minutes=2400,
            )
            sign_in(client, head)
            told = {int(row[2]) for row in quarter_file(client, "2026-3")[1:-2]}
            assert told == ({0} if number < 3 else {0, 5}), number


def test_the_database_itself_tells_no_unfinished_quarter_nor_a_part_of_one(chain):
    """Whoever calls the function past the page gets no more than the file has."""
    with as_(make_colleague("head_of_unit", chain[0].unit)):
        assert database.rows("requirement_quarter", date(2026, 7, 1))
        for first in (date(2026, 10, 1), date(2026, 8, 1), date(2026, 7, 2)):
            assert database.rows("requirement_quarter", first) == []
    with as_(make_colleague("consultant", chain[0].unit)):
        assert database.rows("requirement_quarter", date(2026, 7, 1)) == []


@pytest.mark.django_db
def test_no_number_of_the_file_can_be_worked_out():
    """Whoever knows the rule puts every table that gives the same file side by side: each number may be three."""
    rounded = {number: database.value("requirement_to_five", number) for number in range(13)}
    assert [rounded[number] for number in (0, 2, 3, 7, 8, 12)] == [0, 0, 5, 5, 10, 10]
    files = defaultdict(list)
    for numbers in product(range(13), repeat=3):
        shown = [rounded[number] for number in numbers]
        files[*shown, sum(shown)].append(numbers)
    for ways in files.values():
        for at in range(3):
            assert len({way[at] for way in ways}) >= 3, ways[0]


def quarter_file(client, said):
    text = client.get(f"/controls/quarter/?q={said}").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def words_of(content: bytes) -> str:
    """Return the text of a PDF."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
