"""A yes that is taken back stays so, in every part; and no reader learns more by naming a person or a file."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from trappan import database
from trappan.documents import store
from trappan.documents.models import File
from trappan.documents.tests.files import PDF, jpeg
from trappan.insight.tests.telling import (
    UNTIL,
    WORDS,
    agree,
    delivered,
    make_house,
    said,
    send,
    states,
    step,
    tell,
    withdraw,
    write,
)
from trappan.messages.models import Message
from trappan.partnerships.jobs import remind, to_remind
from trappan.partnerships.models import Story
from trappan.partnerships.operations import add_annex
from trappan.partnerships.stories import of_person, told, with_consents
from trappan.partnerships.waiting import waiting_for
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
EVERYWHERE = {"words": ["annual_report"], "name": ["annual_report"], "picture": ["annual_report"]}


@pytest.fixture
def house(today):
    return make_house()


def consents(who, report, person):
    with as_(who):
        return database.rows("partnerships_story_consents", report, person)


def told_at(who):
    with as_(who) as actor:
        return sorted(one.why for one in waiting_for(actor))


class TestWhoseItIs:
    @pytest.mark.requirement("R-251")
    def test_a_leader_who_names_the_person_is_told_no_words_by_it(self, house):
        tell(house)
        for who in (house.other_site, house.leader):
            for person in (house.person.pk, house.person.pk + 1, None):
                rows = consents(who, house.report.pk, person)
                assert [(one.words, one.part) for one in rows] == [("", "words")], (who, person)
        (row,) = consents(house.case.responsible, house.report.pk, house.person.pk)
        assert row.words == WORDS, "who holds the plan is told them"

    @pytest.mark.requirement("R-251")
    def test_words_whose_yes_is_taken_back_are_told_to_nobody(self, house, client):
        story = tell(house)
        delivered(house)
        withdraw(house.leader, story)
        with as_(house.case.responsible):
            assert [one.words for one in of_person(house.person.pk)] == [""]
        assert Story.objects.get().text == WORDS, "kept, and told to nobody"
        agree(house, story, "words", said())
        with as_(house.case.responsible):
            assert [one.words for one in of_person(house.person.pk)] == [WORDS]


class TestTakenBackStaysSo:
    @pytest.mark.requirement("R-251")
    def test_a_yes_from_before_does_not_undo_it_nor_does_a_page_from_before(self, house, client):
        story = tell(house, places={"words": ["annual_report"], "name": ["annual_report"]})
        with as_(house.leader):
            (before,) = with_consents(house.report.pk)
        delivered(house)
        withdraw(house.case.responsible, story, "name")
        with pytest.raises(Refused, match="sedan den dagen"):
            agree(house, story, "name", said(on=TODAY - timedelta(days=1)))
        with pytest.raises(Refused, match="ändrats"):
            agree(house, story, "name", said(), edition=before.edition)
        sign_in(client, house.leader)
        typed = {"part": "name", "places": ["annual_report"], "said_on": str(TODAY), "given_how": "phone"}
        typed = {f"consent-{story}-{name}": value for name, value in typed.items()}
        typed |= {f"consent-{story}-ends_on": str(UNTIL), f"consent-{story}-edition": before.edition}
        stale = {"acting_as": house.leader.pk, "form": "consent", "row": story, **typed}
        answer = client.post(house.stories, stale)
        assert answer.status_code == 422
        assert "ändrats sedan sidan öppnades" in markup(answer)
        assert states(house, house.leader) == [("in", WORDS, "")]
        assert f'name="consent-{story}-edition" value="2.1"' in markup(client.get(house.stories))
        assert client.post(house.stories, {**stale, f"consent-{story}-edition": "2.1"}).status_code == 302
        assert states(house, house.leader) == [("in", WORDS, "Samira Påhitt")]

    def test_the_words_back_every_part_is_and_each_is_said_yes_to_anew(self, house):
        story = tell(house, places={"words": ["annual_report"], "name": ["annual_report"]})
        delivered(house)
        set_today(TODAY + timedelta(days=3))
        withdraw(house.leader, story)
        for part in ("words", "name"):
            with pytest.raises(Refused, match="sedan den dagen"):
                agree(house, story, part, said(on=TODAY + timedelta(days=2)))
        agree(house, story, "words", said(on=TODAY + timedelta(days=3)))
        assert states(house, house.leader) == [("in", WORDS, "")]

    @pytest.mark.requirement("R-251")
    def test_what_was_written_after_the_report_came_back_is_erased_with_its_picture(self, house):
        first = tell(house, places=EVERYWHERE, picture=jpeg(), shows="Händer")
        send(house)
        step(house, house.head, "send_report_back", comment="Mer om stegen")
        set_today(TODAY + timedelta(days=1))
        second = tell(house, places=EVERYWHERE, picture=jpeg(), shows="Ett bord")
        for story in (first, second):
            withdraw(house.leader, story)
        kept, erased = Story.objects.order_by("pk")
        assert (kept.text, kept.shows, kept.taken_out_on) == (WORDS, "Händer", TODAY + timedelta(days=1))
        assert (erased.text, erased.shows, erased.file) == ("", "", None)
        assert File.objects.get() == kept.file

    @pytest.mark.requirement("R-251")
    def test_name_and_picture_taken_back_after_delivery_are_told_of_on_desks_and_page(self, house, client):
        story = tell(house, places=EVERYWHERE, picture=jpeg(), shows="Händer")
        never = tell(house)
        delivered(house)
        both = (house.leader, house.controller)
        assert [told_at(who) for who in both] == [[], []]
        withdraw(house.case.responsible, story, "picture")
        since = "får inte spridas vidare sedan 12 november 2026"
        picture, name = (
            f"{part} berättelse i årsrapporten för 2025 {since}" for part in ("Bilden till en", "Namnet i en")
        )
        assert [told_at(who) for who in both] == [[picture], [picture]]
        withdraw(house.case.responsible, story, "name")
        assert [told_at(who) for who in both] == [[picture, name], [picture, name]]
        for who in (house.head, house.director, house.stranger):
            assert not any("spridas" in why for why in told_at(who)), who.role
        for who in (*both, house.head, house.director):
            sign_in(client, who)
            shown = markup(client.get(house.page))
            assert "ja till namnet i en berättelse har upphört" in shown, who.role
            assert "ja till bilden till en berättelse har upphört" in shown, who.role
            assert shown.count(WORDS) == 2, "the words stand there by their own yes"
        assert "ja till namnet i en berättelse har upphört" in markup(client.get(house.stories))
        with as_(house.head):
            ends = [(one.pk, one.name_ended_on, one.picture_ended_on) for one in told(house.report.pk)]
        assert ends == [(story, TODAY, TODAY), (never, None, None)]
        agree(house, story, "name", said())
        assert [told_at(who) for who in both] == [[picture], [picture]]
        withdraw(house.leader, story)
        assert [len(told_at(who)) for who in both] == [1, 1], "without the words nothing more is said of the rest"
        set_today(TODAY + timedelta(days=40))
        assert [told_at(who) for who in both] == [[], []]

    def test_what_was_taken_back_before_delivery_was_given_to_nobody(self, house):
        story = tell(house, places={"words": ["annual_report"], "name": ["annual_report"]})
        withdraw(house.leader, story, "name")
        set_today(TODAY + timedelta(days=1))
        delivered(house)
        assert told_at(house.leader) == []
        with as_(house.head):
            assert [one.name_ended_on for one in told(house.report.pk)] == [None]

    @pytest.mark.requirement("R-204")
    def test_the_reminder_says_that_a_story_lacks_its_consent(self, house):
        tell(house, said=said(TODAY + timedelta(days=1)))
        write(house)
        set_today(house.report.due_on)
        for row in to_remind():
            remind(row)
        letter = Message.objects.first()
        assert "Det som är kvar: ett samtycke" in letter.text
        assert "inget, utom" not in letter.text


class TestNoNameInIt:
    @pytest.mark.parametrize(
        ("given", "family", "words", "shows", "is_named"),
        [
            ("Samira", "Påhitt", "Jag heter samira", "", True),
            ("Samira", "Påhitt", "Det är SAMIRAS kassa", "", True),
            ("Samira", "Påhitt", WORDS, "Samira vid kassan", True),
            ("Samira", "Påhitt", WORDS, "En låda med påhitts böcker", True),
            ("Åsa", "de Vries", "Här är åsa", "", True),
            ("Åsa", "de Vries", "Jag och de andra, i vilja och vardag", "", False),
            ("Bo", "Li", "Jag vill bo kvar, li", "", False),
            ("Bo", "Li", "Det säger Bos chef", "", True),
            ("Ann-Marie", "O'Hara", "De ropar marie", "", True),
            ("Ann-Marie", "O'Hara", "Jag vill harangera", "", False),
        ],
    )
    def test_however_it_is_written_and_in_what_the_picture_shows(self, house, given, family, words, shows, is_named):
        name = f"{given} {family}"
        assert database.value("partnerships_says_the_name", f"{words} {shows}", name) is is_named

    def test_it_is_refused_also_in_what_the_picture_shows(self, house):
        for about in ({"shows": "Samiras händer"}, {"shows": "Händer", "words": "påhitt är mitt namn"}):
            with pytest.raises(Refused, match="namn står i orden"):
                tell(house, places=EVERYWHERE, picture=jpeg(), **about)
        assert not File.objects.exists()
        tell(house, places=EVERYWHERE, picture=jpeg(), shows="Händer")


class TestNoFileByNamingIt:
    def test_a_story_ties_only_what_its_writer_has_just_kept(self, house):
        with as_(house.head):
            annex = add_annex(agreement=house.agreed, title="Bilaga", name="bilaga.pdf", content=PDF)
            loose = store.keep_bytes(jpeg())
        picture = Story.objects.get(pk=tell(house, places=EVERYWHERE, picture=jpeg(), shows="Händer")).file
        for file in (annex.file_id, loose.id, picture.pk):
            with as_(house.leader), pytest.raises(IntegrityError), transaction.atomic():
                database.row("partnerships_write_story", house.report.pk, house.person.pk, "Ord", file, "Något")
        with as_(house.leader):
            own = store.keep_bytes(jpeg())
            database.row("partnerships_write_story", house.report.pk, house.person.pk, "Ord", own.id, "Något")
            with pytest.raises(IntegrityError, match="not kept by the writer"), transaction.atomic():
                database.row("partnerships_write_story", house.report.pk, house.person.pk, "Ord", annex.file_id, "x")
        assert set(File.objects.values_list("kept_by", flat=True)) == {None, house.head.pk}

    def test_nor_does_an_annex(self, house):
        with as_(house.leader):
            kept = store.keep_bytes(jpeg())
        insert = (
            "INSERT INTO partnerships_annex (agreement_id, file_id, title, version, name, withdrawn_why) "
            "VALUES (%s, %s, 'x', '', 'x.jpg', '')"
        )
        with as_(house.head):
            with pytest.raises(IntegrityError, match="not kept by the writer"), transaction.atomic():
                database.execute(insert, [house.agreed.pk, kept.id])
            database.execute(insert, [house.agreed.pk, store.keep_bytes(PDF).id])
