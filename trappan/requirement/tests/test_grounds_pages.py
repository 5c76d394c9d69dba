"""The way to a decision through the pages, on paper, and in the controls."""

import io
from datetime import date, timedelta

from trappan.attendance.models import Dialogue
from trappan.requirement.controls import NAMES, controls_of
from trappan.requirement.models import Decision
from trappan.requirement.operations import hear, receive_grounds, send, write_grounds
from trappan.requirement.testing import OCTOBER, away_three_times, found
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


def words_of(content: bytes) -> str:
    """Return the text of a PDF."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
