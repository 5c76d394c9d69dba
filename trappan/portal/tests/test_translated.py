"""Each own page in each language: what is said by no catalogue of it is found, drawn with a translation that marks."""

import re
from datetime import time, timedelta
from html.parser import HTMLParser

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone
from django.utils.translation import override
from django.utils.translation.trans_real import DjangoTranslation, _translations

from trappan.agreements.links import digest_of
from trappan.agreements.models import Link
from trappan.attendance import operations as attendance
from trappan.cases import operations as cases
from trappan.messages.operations import keep_wish
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep
from trappan.portal.frame_words import EXAMPLE
from trappan.portal.own import COOKIE
from trappan.portal.testing import session_for
from trappan.schedules.clock import now
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in, text
from trappan.ui import catalogues
from trappan.ui.tongues import TONGUES

pytestmark = pytest.mark.django_db
SHOULD = [one for one in TONGUES.values() if one.code in catalogues.PLURALS and not one.is_swedish]
# What is the same in every language; in the title of a page nothing can be marked.
NAMES = re.compile(r"Trappan|Provkommunen")
# Attributes that are read aloud.
ALOUD = ("aria-label", "alt", "title", "placeholder")


class Marked(DjangoTranslation):
    """A language in which each sentence that its catalogue has is put in brackets; others are as without it."""

    def __init__(self, language):
        super().__init__(language)
        self.known = {key if isinstance(key, str) else key[0] for key in self._catalog.keys()}  # noqa: SIM118  # Django's catalogue has keys alone

    def gettext(self, message):
        said = super().gettext(message)
        return f"⟦{said}⟧" if message in self.known else said

    def ngettext(self, msgid1, msgid2, n):
        return f"⟦{super().ngettext(msgid1, msgid2, n)}⟧" if msgid1 in self.known else msgid1


class Words(HTMLParser):
    """What a page says outside what is marked as Swedish, or as the name of a language in its own script."""

    def __init__(self):
        super().__init__()
        self.said, self.within = [], []

    def handle_starttag(self, tag, attrs):
        about = dict(attrs)
        if not self.is_elsewhere:
            self.said += [about[name] or "" for name in ALOUD if name in about]
        if tag not in ("meta", "link", "input", "img", "br", "path", "circle", "hr"):
            self.within.append((tag, "lang" in about and tag != "html", tag in ("script", "style")))

    def handle_endtag(self, tag):
        while self.within and self.within.pop()[0] != tag:
            pass

    @property
    def is_elsewhere(self):
        return any(foreign or silent for _tag, foreign, silent in self.within)

    def handle_data(self, data):
        if not self.is_elsewhere:
            self.said.append(data)


def unsaid(page):
    """Return what stands outside the brackets, and is words."""
    parser = Words()
    parser.feed(page)
    # Text is one run: brackets lie in brackets, and one may open before what is marked as Swedish and close after.
    depth, left = 0, ""
    for sign in "\n".join(parser.said):
        depth += (sign == "⟦") - (sign == "⟧")
        left += sign if not depth and sign not in "⟦⟧" else "\n" if sign in "⟦⟧" else ""
    return [line.strip() for line in left.split("\n") if re.search(r"[^\W\d_]{2}", NAMES.sub("", line))]


@pytest.fixture
def marking(monkeypatch):
    def mark(one):
        monkeypatch.setitem(_translations, one.code, Marked(one.code))

    return mark


@pytest.fixture
def samira(case, jonna, placement, tor, browser, client):
    """Samira's browser, with something of each kind on her pages."""
    with as_(jonna) as actor:
        for hour, how in enumerate(("visit", "elsewhere", "phone", "video"), 8):
            starts = timezone.make_aware(timezone.datetime.combine(TODAY + timedelta(days=1), time(hour)))
            cases.book_meeting(
                case=case, by=actor, starts_at=starts, minutes=30, purpose="Hemligt", how=how, place="Rum 4"
            )
        third = LadderStep.objects.get(ladder__is_main=True, number=3)
        plans.move_step(person=case.person, today=TODAY, step=third, day=TODAY, evidence="Kom i tid")
    with as_(tor) as actor:
        fourth = LadderStep.objects.get(ladder__is_main=True, number=4)
        about = {"person_id": case.person_id, "unit_id": actor.unit_id, "day": TODAY, "today": TODAY}
        plans.see_sign(**about, text="Skrev fritt", sign=fourth.signs[0])
        attendance.record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
    sign_in(client, jonna).get(f"/people/{case.person_id}/")
    client.get(f"/people/{case.person_id}/attendance/")
    browser.cookies[COOKIE] = session_for(jonna, case.person, shared=True)
    days = ((TODAY + timedelta(days=1), "away"), (TODAY + timedelta(days=7), "late"))
    for day, said in days:
        sent = {"said": said, "placement": placement.pk, "day": day, "reason": "sick", "minutes": 20}
        assert "#" in browser.post("/me/say/", sent)["Location"]
    return browser


def own_pages():
    """Return every address below /me/ that holds nothing of a row."""
    patterns = get_resolver().namespace_dict["portal"][1].url_patterns
    return [f"/{one.pattern}" for one in patterns if str(one.pattern).startswith("me/") and "<" not in str(one.pattern)]


def drawn(browser, out, language):
    """Draw each own page, also as it refuses, and return it by its address."""
    asked = f"?language={language}"
    found = {}
    for url in own_pages():
        for who in (browser, out):
            page = who.get(url + asked)
            if page.status_code == 200:
                found[url, who is out] = text(page)
        refused = browser.post(url + asked, {"said": "late", "minutes": "x"})
        if refused.status_code == 422:
            found[url, "refused"] = text(refused)
    for url, sent in (("/me/", {"number": "1", "pin": "2"}), ("/me/code/", {"code": "x" * 10}), ("/me/", {})):
        found[url, str(sent)] = text(out.post(url + asked, sent))
    for more in ("away=1", "out=1"):
        found["/me/", more] = text(out.get(f"/me/{asked}&{more}"))
    return found


@pytest.mark.requirement("R-240")
@pytest.mark.parametrize("one", SHOULD, ids=lambda one: one.key)
def test_every_own_page_says_all_in_its_language_or_marks_it_as_swedish(samira, marking, client, one):
    marking(one)
    client.logout()
    found = drawn(samira, client, one.key)
    assert len(found) >= 10
    in_swedish = {str(word.string): word.id for word in catalogues.read_catalogue("sv") if word.id}
    left = {
        f"{url}: {words!r}" + (f" ({in_swedish[words]!r})" if words in in_swedish else "")
        for (url, _how), page in found.items()
        for words in unsaid(page)
    }
    assert not left, "no catalogue says:\n" + "\n".join(sorted(left))


@pytest.mark.parametrize("one", SHOULD, ids=lambda one: one.key)
def test_the_page_of_a_reminder_says_all_in_its_language(placement, case, jonna, marking, browser, one):
    marking(one)
    token = "t" * 43
    with as_(jonna):
        keep_wish(person=case.person, way="sms", language=one.key, tells_time=True)
    about = {
        "author": jonna,
        "person": case.person,
        "placement": placement,
        "subject": str(TODAY),
        "site": "Ekelunda kommun",
    }
    Link.objects.create(
        **about,
        purpose="day",
        channel="sms",
        address="+46701740605",
        code_by="none",
        content={},
        expires_at=now() + timedelta(days=1),
        tried_at=now(),
        token_digest=digest_of(token),
    )
    browser.get(f"/link/{token}/")
    pages = [text(browser.get("/link/"))]
    key = re.search(r'name="link" value="([\w-]+)"', pages[0])[1]
    browser.post("/link/", {"link": key, "says": "late"})
    pages.append(text(browser.get("/link/")))
    Link.objects.update(used_at=None, ended_at=now(), ended_why="new")
    pages.append(text(browser.get("/link/")))
    assert [unsaid(page) for page in pages] == [[]] * 3
    Link.objects.update(ended_why="contact")
    assert '<html lang="sv"' in text(browser.get("/link/")), "nobody knows whose number it is"
    assert f'lang="{one.lang}" dir="{one.direction}"' in pages[0]


@pytest.mark.parametrize("one", SHOULD, ids=lambda one: one.key)
def test_every_sentence_that_participants_read_is_said_in_each_language(one):
    """What is missing: `trappan messages`, then fill in locale/<language>, flagged `machine` where a machine did."""
    kept = catalogues.gathered(one.code)
    missing = [
        f"{place}: {message!r}" + (f" [{context}]" if context else "")
        for place, sentences in catalogues.by_page().items()
        for message, context in sentences
        if context != catalogues.LEGAL
        and not catalogues.is_translated(kept.get(message[0] if isinstance(message, tuple) else message, context))
    ]
    assert not missing, "\n".join(missing)


def test_the_marking_finds_a_sentence_that_no_catalogue_has(samira, marking):
    marking(TONGUES["ar"])
    _translations["ar"].known.remove("Today")
    assert "اليوم" in unsaid(text(samira.get("/me/week/?language=ar")))


def test_the_example_frame_is_said_as_its_rows_are():
    rows = [words for step in LadderStep.objects.filter(ladder__is_main=True) for words in (step.name, *step.signs)]
    assert sorted(EXAMPLE) == sorted(rows)
    with override("sv"):
        assert {key: str(words) for key, words in EXAMPLE.items()} == {key: key for key in EXAMPLE}


def test_the_page_of_words_explains_each_in_the_reader_s_language(samira):
    page = text(samira.get(f"{reverse('portal:words')}?language=so"))
    assert '<bdi lang="sv">försörjningsstöd</bdi>' in page
    assert "Lacag degmadu siiso" in page
