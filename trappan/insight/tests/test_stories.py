"""A story in a partner's report stands there by the person's consent, and by nothing else."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.documents.models import File
from trappan.documents.tests.files import TEXT, jpeg
from trappan.insight.tests.telling import (
    UNTIL,
    WORDS,
    agree,
    deliver,
    delivered,
    hand_in,
    make_house,
    on_paper,
    said,
    send,
    sign,
    states,
    tell,
    withdraw,
)
from trappan.partnerships import operations
from trappan.partnerships.models import AnnualReport, ReportStep, Story, StoryConsent
from trappan.partnerships.operations import Said
from trappan.partnerships.stories import of_person, told
from trappan.partnerships.waiting import waiting_for
from trappan.people.operations import protect
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(today):
    return make_house()


def read(client, house, who):
    sign_in(client, who)
    return markup(client.get(house.page))


class TestByConsent:
    @pytest.mark.requirement("R-251", "R-059")
    def test_written_on_the_page_unnamed_until_the_name_too_is_said_yes_to(self, house, client):
        sign_in(client, house.leader)
        typed = {
            "person": house.person.pk,
            "words": WORDS,
            "said_on": str(TODAY),
            "given_how": "meeting",
            "ends_on": str(UNTIL - timedelta(days=1)),
        }

        def post(name, row="", **fields):
            key = f"{name}-{row}" if row else name
            about = {f"{key}-{field}": value for field, value in fields.items()}
            return client.post(house.stories, {"acting_as": house.leader.pk, "form": name, "row": row, **about})

        assert post("add", **typed).status_code == 422, "without a yes to the words"
        assert not Story.objects.exists()
        assert post("add", **typed, words_at=["annual_report", "web"]).status_code == 302
        story = Story.objects.get()
        assert (story.person, story.unit, story.author) == (house.person, house.leader.unit, house.leader)
        assert StoryConsent.objects.get().ends_on == UNTIL
        delivered(house)
        assert states(house, house.director) == [("in", WORDS, "")]
        assert on_paper(house, house.director) == [(WORDS, "Någon som deltar")]
        yes = {
            "part": "name",
            "places": ["annual_report"],
            "said_on": str(TODAY),
            "given_how": "paper",
            "edition": "1.0",
        }
        assert post("consent", story.pk, **yes, ends_on=str(UNTIL)).status_code == 302
        assert states(house, house.director) == [("in", WORDS, "Samira Påhitt")]
        assert "Samira Påhitt" in read(client, house, house.controller)
        assert f"/people/{house.person.pk}" not in read(client, house, house.controller)
        sign_in(client, house.leader)
        assert post("withdraw_name", story.pk).status_code == 302
        assert states(house, house.director) == [("in", WORDS, "")]
        assert on_paper(house, house.head) == [(WORDS, "Någon som deltar")]

    def test_no_words_without_a_yes_no_name_in_them_no_number_no_end_far_away(self, house):
        for match, about in (
            ("finns ingen berättelse", {"places": {"words": ["web"]}}),
            ("namn står i orden", {"words": "Jag heter Samira och trivs"}),
            ("personnummer", {"words": "Jag, 19910105-2396, trivs"}),
            ("fem år", {"said": said(TODAY + timedelta(days=5 * 366 + 9))}),
            ("dag då personen sa ja", {"said": said(on=TODAY + timedelta(days=1))}),
            ("ja till bilden", {"picture": jpeg(), "shows": "Händer"}),
            ("vad bilden visar", {"picture": jpeg(), "places": {"words": ["annual_report"], "picture": ["web"]}}),
            ("JPEG, PNG", {"picture": TEXT, "shows": "x", "places": {"words": ["annual_report"], "picture": ["web"]}}),
        ):
            with pytest.raises(Refused, match=match):
                tell(house, **about)
        assert not Story.objects.exists()
        assert not File.objects.exists()

    def test_run_out_it_is_neither_sent_signed_nor_delivered_until_it_is_taken_out(self, house):
        story = tell(house, said=said(TODAY + timedelta(days=1)))
        set_today(TODAY + timedelta(days=1))
        with pytest.raises(Refused, match="samtycke"):
            send(house)
        with as_(house.leader), pytest.raises(DatabaseError, match="no consent"), transaction.atomic():
            ReportStep.objects.create(report=house.report, kind="finished", day=TODAY)
        assert states(house, house.leader) == [("without", WORDS, "")]
        set_today(TODAY)
        hand_in(house)
        for who, verb in ((house.director, sign), (house.head, deliver)):
            set_today(TODAY + timedelta(days=1))
            with pytest.raises(Refused, match="samtycke"):
                verb(house)
            set_today(TODAY)
            verb(house) if who is house.director else None
        set_today(TODAY + timedelta(days=1))
        with as_(house.head):
            operations.take_out_story(story=story)
        deliver(house)
        assert states(house, house.director) == []

    def test_a_picture_is_bare_shown_by_its_own_yes_and_gone_with_it(self, house, client):
        places = {"words": ["annual_report"], "picture": ["annual_report"]}
        story = tell(house, picture=jpeg(), shows="Händer vid en kassa", places=places)
        address = reverse("partnerships:story_picture", args=[story])
        delivered(house)
        for who, status in (
            (house.leader, 200),
            (house.director, 200),
            (house.stranger, 404),
            (house.supervisor, 403),
            (house.case.responsible, 403),
        ):
            sign_in(client, who)
            assert client.get(address).status_code == status, who.role
        with as_(house.stranger):
            assert not File.objects.exists()
        withdraw(house.leader, story, "picture")
        sign_in(client, house.director)
        assert client.get(address).status_code == 404
        assert "Händer vid" not in read(client, house, house.director)
        assert WORDS in read(client, house, house.director)

    def test_the_upload_goes_the_same_way_as_everywhere(self, house, client):
        sign_in(client, house.leader)
        typed = {
            "person": house.person.pk,
            "words": WORDS,
            "said_on": str(TODAY),
            "given_how": "phone",
            "ends_on": str(UNTIL),
            "words_at": ["annual_report"],
            "picture_at": ["annual_report"],
            "shows": "Händer",
        }
        sent = {f"add-{name}": value for name, value in typed.items()}
        sent |= {"acting_as": house.leader.pk, "form": "add", "add-file": SimpleUploadedFile("bild.jpg", b"%PDF-1.7")}
        assert client.post(house.stories, sent).status_code == 422
        sent["add-file"] = SimpleUploadedFile("bild.jpg", jpeg())
        assert client.post(house.stories, sent).status_code == 302
        assert Story.objects.get().file.kind == "jpeg"


class TestTakenBack:
    @pytest.mark.requirement("R-251")
    def test_in_a_draft_nothing_is_left_of_it(self, house, client):
        places = {"words": ["annual_report"], "picture": ["annual_report"]}
        story = tell(house, picture=jpeg(), shows="Händer", places=places)
        withdraw(house.leader, story)
        left = Story.objects.get()
        assert (left.text, left.file, left.taken_out_on) == ("", None, TODAY)
        assert not File.objects.exists()
        assert states(house, house.leader) == [("out", "", "")]
        assert "togs bort" in read(client, house, house.leader)
        send(house)
        assert on_paper(house, house.head) == []
        with pytest.raises(Refused, match="redan"):
            withdraw(house.leader, story)

    @pytest.mark.requirement("R-251")
    def test_after_delivery_it_is_hidden_and_both_desks_say_so(self, house, client):
        story = tell(house)
        delivered(house)
        for who in (house.leader, house.controller):
            with as_(who) as actor:
                assert waiting_for(actor) == []
        withdraw(house.case.responsible, story)
        for who in (house.leader, house.head, house.director, house.controller):
            assert states(house, who) == [("ended", "", "")], who.role
            assert "får inte spridas vidare" in read(client, house, who)
            assert WORDS not in read(client, house, who)
            assert on_paper(house, who) == []
        for who in (house.leader, house.other_site, house.controller):
            with as_(who) as actor:
                assert ["spridas vidare" in one.why for one in waiting_for(actor)] == [True], who.role
        for who in (house.stranger, house.director, house.head):
            with as_(who) as actor:
                assert not any("spridas" in one.why for one in waiting_for(actor)), who.role
        sign_in(client, house.controller)
        assert "spridas vidare" in markup(client.get("/", follow=True))
        deliver(house, to="department")
        assert AnnualReport.objects.get().state == "delivered"
        assert Story.objects.get().text == WORDS, "what was delivered is kept, and shown to nobody"
        set_today(TODAY + timedelta(days=40))
        with as_(house.controller) as actor:
            assert waiting_for(actor) == []

    def test_run_out_after_delivery_is_the_same_and_a_new_yes_shows_it_again(self, house):
        story = tell(house, said=said(TODAY + timedelta(days=5)))
        delivered(house)
        set_today(TODAY + timedelta(days=5))
        assert states(house, house.head) == [("ended", "", "")]
        agree(house, story, "words", Said(TODAY + timedelta(days=5), "phone", UNTIL))
        assert states(house, house.head) == [("in", WORDS, "")]

    def test_by_the_person_at_her_consultant_who_reads_where_and_until_when(self, house, client):
        story = tell(house, places={"words": ["annual_report", "press"], "name": ["web"]})
        page = reverse("partnerships:stories_of", args=[house.person.pk])
        consultant = house.case.responsible
        sign_in(client, consultant)
        shown = markup(client.get(page))
        for words in (WORDS, "pressen", "Stadsmissionen", house.leader.colleague.name):
            assert words in shown
        assert (
            client.post(page, {"acting_as": consultant.pk, "form": "withdraw_words", "row": story}).status_code == 302
        )
        assert set(StoryConsent.objects.values_list("withdrawn_on", flat=True)) == {TODAY}
        assert WORDS not in markup(client.get(page))
        for who, status in ((make_colleague("consultant", make_unit("labour_market")), 404), (house.leader, 403)):
            sign_in(client, who)
            assert client.get(page).status_code == status, who.role

    def test_protected_there_is_none_and_what_there_was_ends(self, house):
        story = tell(house)
        with as_(house.case.social_worker):
            protect(person=house.person, protection="marked")
        assert Story.objects.get().taken_out_on == TODAY
        assert states(house, house.leader) == [("out", "", "")]
        with pytest.raises(Refused):
            tell(house)
        with pytest.raises(Refused, match="hos er nu"):
            agree(house, story, "name", said())

    @pytest.mark.django_db(transaction=True)
    def test_taken_back_at_the_moment_of_delivery_it_is_one_or_the_other(self, house, client):
        story = tell(house)
        send(house)
        sign(house)
        about = {"report": house.report, "today": TODAY, "to": "board", "whom": "Nämnden", "day": TODAY}
        for who in (house.head, house.leader):
            sign_in(client, who)
        at_the_same_moment(
            by(house.head, lambda _actor: operations.deliver_report(**about)),
            by(house.leader, lambda _actor: operations.withdraw_story(story=story, part="words")),
        )
        left = Story.objects.get()
        assert (left.delivered_on is None) != (left.taken_out_on is None)
        assert states(house, house.director) in ([("ended", "", "")], [])


class TestWhoReads:
    @pytest.mark.requirement("R-251")
    def test_each_reads_her_own_part_and_no_role_the_rows(self, house, client):
        story = tell(house)
        everybody = (house.leader, house.other_site, house.head, house.director, house.controller)
        hidden = (house.stranger, house.supervisor, house.case.responsible, house.case.social_worker)
        for who in (*everybody, *hidden):
            with as_(who):
                for model in (Story, StoryConsent):
                    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                        model.objects.exists()
        assert states(house, house.other_site) == [("in", WORDS, "")]
        assert [states(house, who) for who in (house.head, house.director)] == [[], []], "a draft is the partner's"
        send(house)
        assert states(house, house.head) == [("in", WORDS, "")]
        assert states(house, house.director) == [("in", WORDS, "")], "nobody signs what she has not read"
        assert states(house, house.controller) == [("untold", "", "")]
        assert "En berättelse står i rapporten" in read(client, house, house.controller)
        assert on_paper(house, house.controller) == []
        sign(house)
        deliver(house)
        assert states(house, house.controller) == [("in", WORDS, "")]
        for who in hidden:
            assert states(house, who) == [], who.role
            with as_(who):
                assert not database.rows("partnerships_story_consents", house.report.pk, None)
        for who in (*everybody, house.stranger, house.supervisor):
            with as_(who):
                assert of_person(house.person.pk) == [], who.role
        with as_(house.other_site):
            assert [one.who for one in told(house.report.pk)] == [""]
        with as_(house.leader):
            assert [one.who for one in told(house.report.pk)] == ["Samira Påhitt"]
        for who in (house.stranger, house.head, house.director, house.supervisor):
            with pytest.raises(Refused):
                withdraw(who, story)

    def test_written_of_ones_own_by_who_leads_there_and_while_it_is_written(self, house):
        for who in (house.other_site, house.stranger, house.supervisor, house.head, house.case.responsible):
            with pytest.raises(Refused, match="hos er nu"):
                tell(house, who)
        send(house)
        with pytest.raises(Refused, match="skickad"):
            tell(house)

    def test_more_stories_ask_no_more(self, house, client, django_assert_max_num_queries):
        for _ in range(5):
            tell(house)
        sign_in(client, house.leader)
        with django_assert_max_num_queries(16):  # four of them open and close the transaction
            assert markup(client.get(house.stories)).count(WORDS) == 5
        for _ in range(7):
            tell(house)
        with pytest.raises(Refused, match="tolv"):
            tell(house)
