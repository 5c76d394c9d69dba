"""The language of the own pages: whose choice it is, where it is kept, and how a page is drawn in it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils.translation import ngettext, override

from trappan import database
from trappan.history.models import Event
from trappan.messages.models import Wish
from trappan.messages.operations import keep_wish
from trappan.people.operations import keep_contact
from trappan.portal.own import COOKIE
from trappan.portal.testing import PIN, as_person, handed_over, helper_session, make_helper, session_for
from trappan.portal.week import in_words, moment_in_words
from trappan.refusals.editions import edition_of, saved_in
from trappan.staff.testing import as_
from trappan.testing import TODAY, WebClient, sign_in, text
from trappan.ui import catalogues
from trappan.ui.tongues import COOKIE as TONGUE
from trappan.ui.tongues import TONGUES, filled, hours, listed, ltr, swedish

pytestmark = pytest.mark.django_db
START, WEEK, CHOOSE = "/me/", "/me/week/", "/me/language/"
OTHERS = [one for one in TONGUES.values() if not one.is_swedish]


@pytest.fixture
def samira(case, jonna, placement, browser):
    """Samira's browser, signed in."""
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    return browser


def choose(browser, language, back=WEEK):
    return browser.post(CHOOSE, {"language": language, "next": back})


class TestTheChoice:
    def test_is_kept_by_the_person_s_record_and_follows_to_every_browser(self, samira, case, jonna):
        assert choose(samira, "ar")["Location"] == WEEK
        assert '<html lang="ar" dir="rtl">' in text(samira.get(WEEK))
        wish = Wish.objects.get(person=case.person)
        assert (wish.language, wish.way, wish.tells_time, wish.author_id) == ("ar", "", False, None)
        assert Event.objects.get(verb="portal.choose_language").details == {"language": "ar"}
        elsewhere = WebClient()
        elsewhere.cookies[COOKIE] = session_for(jonna, case.person)
        assert '<html lang="ar" dir="rtl">' in text(elsewhere.get(WEEK))

    def test_leaves_how_the_person_is_reminded_and_a_colleague_s_later_word_holds(self, samira, case, jonna):
        with as_(jonna):
            keep_wish(person=case.person, way="letter", language="sv", tells_time=True)
        choose(samira, "so")
        wish = Wish.objects.get(person=case.person)
        assert (wish.language, wish.way, wish.tells_time) == ("so", "letter", True)
        choose(samira, "so")
        assert Event.objects.filter(verb="portal.choose_language").count() == 1, "said again it is no news"
        with as_(jonna):
            Wish.objects.filter(person=case.person).update(language="uk")
        assert '<html lang="uk" dir="ltr">' in text(samira.get(WEEK))

    @pytest.mark.parametrize("by_sms", [True, False])
    def test_reminders_go_the_way_they_went_in_the_language_that_was_chosen(self, case, jonna, by_sms):
        with as_(jonna):
            edition = edition_of(saved_in(None, ["phone", "email"]))
            keep_contact(person=case.person, edition=edition, phone="070-174 06 05", email="a@b.example")
        before = database.row("messages_way_of", case.person_id, by_sms)
        with as_person(jonna, case.person):
            database.value("portal_choose_language", "uk")
        after = database.row("messages_way_of", case.person_id, by_sms)
        assert before.language == "sv"
        assert after == before._replace(language="uk")

    def test_before_the_sign_in_is_the_browser_s_on_these_pages_alone(self, browser, jonna, client):
        answer = choose(browser, "uk", START)
        assert (answer["Location"], answer.cookies[TONGUE]["path"]) == (START, START)
        assert '<html lang="uk" dir="ltr">' in text(browser.get(START))
        assert not Wish.objects.exists()
        sign_in(client, jonna)
        client.cookies[TONGUE] = "ar"
        page = text(client.get("/"))
        assert '<html lang="sv"' in page
        assert "vazirmatn" not in page
        del client.cookies[TONGUE]
        client.cookies["django_language"] = "en"
        assert '<html lang="sv" dir="ltr">' in text(client.get(START)), "nor does the staff's choice decide here"

    def test_before_the_sign_in_becomes_the_record_s_where_it_has_none(self, samira, case):
        samira.cookies[TONGUE] = "so"
        assert '<html lang="so" dir="ltr">' in text(samira.get(WEEK))
        assert Wish.objects.get(person=case.person).language == "so"
        samira.cookies[TONGUE] = "uk"
        assert '<html lang="so" dir="ltr">' in text(samira.get(WEEK)), "the record's goes before"
        assert samira.post("/me/out/").cookies[TONGUE].value == "", "the next at the computer begins in Swedish"

    def test_of_a_helper_is_nobody_else_s_who_comes_in_after_in_the_same_browser(self, browser, case, jonna):
        browser.cookies[COOKIE] = helper_session(jonna, make_helper(jonna, case.person))
        choose(browser, "ar")
        assert '<html lang="ar" dir="rtl">' in text(browser.get(WEEK))
        slip = handed_over(jonna, case.person)
        browser.post("/me/pin/", {"code": slip.code, "pin": PIN, "again": PIN})
        assert '<html lang="sv" dir="ltr">' in text(browser.get(WEEK))
        assert not Wish.objects.exists()

    @pytest.mark.parametrize(
        ("language", "back", "led"),
        [("xx", WEEK, WEEK), ("", WEEK, WEEK), ("en", "https://a.example/me/", START), ("en", "/people/", START)],
    )
    def test_leads_back_to_the_own_pages_alone_and_takes_no_other_language(self, samira, language, back, led):
        assert choose(samira, language, back)["Location"] == led
        assert Wish.objects.filter(language="xx").count() == 0
        assert samira.get(CHOOSE).status_code == 405

    def test_of_one_page_by_its_address_is_kept_nowhere(self, samira, case):
        choose(samira, "ar")
        page = text(samira.get(f"{WEEK}?language=sv"))
        assert '<html lang="sv" dir="ltr">' in page
        assert "Hej Samira!" in page
        assert Wish.objects.get(person=case.person).language == "ar"
        assert '<html lang="ar" dir="rtl">' in text(samira.get(WEEK))


class TestThePage:
    def test_names_the_languages_in_their_own_script_without_a_script(self, browser):
        page = text(browser.get(START))
        for one in TONGUES.values():
            assert one.name in page
        assert "<script" not in page

    def test_loads_the_arabic_letters_where_they_are_read_and_nowhere_else(self, browser):
        loaded = {key: "vazirmatn" in text(browser.get(f"{START}?language={key}")) for key in TONGUES}
        assert loaded == {key: key == "ar" for key in TONGUES}

    def test_says_that_a_machine_translated_it_in_both_languages_and_leads_to_the_swedish(self, browser):
        said = "översatt av en maskin, och ingen har granskat det"
        for one in TONGUES.values():
            page = text(browser.get(f"{START}?language={one.key}"))
            assert (said in page) == (one.code in catalogues.PLURALS), one.key
            assert ('href="?language=sv"' in page) == (said in page)
        assert "لم يراجعها أحد" in text(browser.get(f"{START}?language=ar"))

    def test_says_so_no_more_when_a_reader_has_read_it_all(self, browser, monkeypatch):
        monkeypatch.setattr("trappan.ui.templatetags.tongues.drafted", lambda _language: frozenset())
        assert "av en maskin" not in text(browser.get(f"{START}?language=ar"))

    def test_keeps_numbers_in_their_order_and_marks_what_is_swedish(self, samira):
        page = text(samira.get(f"{WEEK}?language=ar"))
        assert '<bdi class="nowrap" dir="ltr">08-465 004 03</bdi>' in page
        assert '<bdi lang="sv">Köket</bdi>' in page
        assert '<bdi lang="sv">Samira</bdi>' in page
        assert '<bdi lang="sv">Köket' not in text(samira.get(WEEK))
        assert 'dir="ltr"' in text(WebClient().get(f"{START}?language=ar")).partition('name="pin"')[2].partition(">")[0]

    def test_asks_no_more_than_twelve_questions(self, samira, django_assert_max_num_queries):
        choose(samira, "ar")
        for url in (WEEK, "/me/steps/", "/me/who-has-read/", "/me/said/", "/me/words/"):
            with django_assert_max_num_queries(12):
                assert samira.get(url).status_code == 200


class TestWords:
    @pytest.mark.parametrize(
        ("key", "day", "moment", "span"),
        [
            ("sv", "torsdag 12 november", "12 november kl. 8.04", "9–15.30"),
            ("plain", "torsdag 12 november", "12 november kl. 8.04", "9–15.30"),
            ("en", "Thursday 12 November", "12 November at 8:04", "9:00–15:30"),
            ("ar", "الخميس 12 نوفمبر", "12 نوفمبر، الساعة 8:04", "من 9:00 إلى 15:30"),
            ("uk", "четвер, 12 листопада", "12 листопада о 8:04", "9:00–15:30"),
            ("so", "Khamiis 12 Nofeembar", "12 Nofeembar saacadda 8:04", "9:00–15:30"),
        ],
    )
    def test_days_and_hours_are_in_swedish_time_and_in_the_order_of_the_language(self, key, day, moment, span):
        at = datetime(2026, 11, 12, 7, 4, tzinfo=ZoneInfo("UTC"))
        with override(TONGUES[key].code):
            assert in_words(TODAY) == day
            assert moment_in_words(at) == moment
            assert hours(9 * 60, 15 * 60 + 30) == span
            drawn = Template("{{ at|weekday_day }} {{ at|day }} {{ at|hour_of }}").render(Context({"at": at}))
        assert day in drawn
        assert "2026" in drawn

    def test_plural_forms_are_each_language_s_own(self):
        def said(code, n):
            with override(code):
                return ngettext("%(n)s thing is done.", "%(n)s things are done.", n) % {"n": n}

        assert [said("ar", n) for n in (0, 1, 2, 3, 11, 100)] == [
            "لم يُنجز شيء بعد.",
            "أُنجز شيء واحد.",
            "أُنجز شيئان.",
            "أُنجزت 3 أشياء.",
            "أُنجز 11 شيئًا.",
            "أُنجز 100 شيء.",
        ]
        assert [said("uk", n) for n in (1, 2, 5, 21)] == [
            "1 пункт виконано.",
            "2 пункти виконано.",
            "5 пунктів виконано.",
            "21 пункт виконано.",
        ]

    @pytest.mark.parametrize("one", OTHERS, ids=lambda one: one.key)
    def test_a_legal_sentence_is_swedish_where_nobody_has_translated_it_and_says_so(self, one):
        template = Template('{% legal %}{% translate "Sign" context "agreement" %}{% endlegal %}')
        with override(one.code):
            drawn = template.render(Context())
        if one.key == "en":
            assert drawn == "Sign"
        else:
            assert '<span lang="sv" dir="ltr">Skriv under</span>' in drawn
            assert 'class="muted small"' in drawn
        with override("sv"):
            assert template.render(Context()) == "Skriv under"

    def test_what_is_filled_in_is_escaped_and_what_is_marked_stays_marked(self):
        with override("ar"):
            assert str(filled("%(a)s <", a="<b>")) == "&lt;b&gt; &lt;"
            assert str(filled("%(a)s", a=swedish("Å<"))) == '<bdi lang="sv">Å&lt;</bdi>'
            assert str(listed(["a", "", "<"])) == "a، &lt;"
            assert (str(ltr("")), str(swedish(""))) == ("", "")
