"""A link asks one thing of one placement or person; what is answered is kept as its holder's statement, and no more."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail
from django.db import DatabaseError, IntegrityError, transaction

from trappan import database
from trappan.agreements import operations
from trappan.agreements.models import Agreement, Link, Statement
from trappan.agreements.questions import Question, answers_in_words, text_with, who_said
from trappan.agreements.testing import answer, deliver, known_code, sent_link, sign_all
from trappan.agreements.tests.test_link import seen_in, state
from trappan.cases.testing import social_worker_of
from trappan.people.operations import protect
from trappan.placements.models import Placement
from trappan.placements.operations import end_placement
from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.schedules.periods import day_before
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, WebClient, text

pytestmark = pytest.mark.django_db
AGAIN = Question("again", "Skulle ni ta emot någon igen?", "choice", (("yes", "Ja"), ("no", "Nej")), needed=True)
HOURS = Question("hours", "Hur många timmar?", "number", lowest=0, highest=40)
MORE = Question("more", "Något mer?", "text")
SHOWN = text_with("Hur gick det för Samira?", [("days", "Dagar", "1–30 november")], [AGAIN, HOURS, MORE])
PERSON = operations.Reached("Samira", "", "samira@mejl.example", "070-174 06 05")
WHO = {"name": "Vera Diktare", "title": "driftchef"}


@pytest.fixture(autouse=True)
def telephones(settings, tmp_path):
    settings.SMS = {"url": "", "login": "", "sender": "Trappan", "folder": str(tmp_path)}


def ordered(by, agreement, purpose=Link.Purpose.WEEK, subject="2026-11-09", **about):
    """Order a link of a purpose as a colleague, and return it with its address."""
    about = {"placement_id": agreement.placement_id, **about}
    with as_(by):
        to = about.pop("to", None) or operations.Reached.at_employer(
            Agreement.objects.select_related("contact").get(pk=agreement.pk), "Köket AB"
        )
        link = operations.order_link(
            purpose=purpose,
            person_id=agreement.person_id,
            to=to,
            content=SHOWN,
            subject=subject,
            site="http://testserver",
            way="email_aloud",
            **about,
        )
    address = deliver()
    link.refresh_from_db()
    return link, address


def followed(case):
    """Let a case have ended in work three months ago; return what a link that asks of it is told apart by."""
    day = TODAY + timedelta(days=1)
    set_today(day)
    with as_(case.responsible):
        end_placement(placement=Placement.objects.get(person=case.person), ends_on=day, kind="planned")
    # Written by the owner: ends are a higher room's.
    type(case).objects.filter(pk=case.pk).update(closed_on=day)
    about = {"person_id": case.person_id, "case_id": case.pk, "day": day, "reason": "work", "sub_code": "a1"}
    done = apps.get_model("outcomes", "Exit").objects.create(**about, form="bagare")
    set_today(day + timedelta(days=92))
    return f"{done.pk}:3"


def ended(by, agreement):
    """Let a signed placement be over; return what a link that asks of it is told apart by."""
    sign_all(by, agreement)
    set_today(agreement.placement.ends_on)
    return str(day_before(agreement.placement.ends_on))


def test_what_is_answered_is_a_row_of_its_own_as_it_was_asked_and_said(browser, jonna, agreement):
    link, address = ordered(jonna, agreement)
    person = agreement.person
    assert person.family_name not in mail.outbox[-1].subject + str(mail.outbox[-1].body)
    browser.get(address)
    before = text(browser.get("/link/"))
    assert "Köket AB" in before
    assert "Samira" not in before
    code = known_code(link)
    page = answer(browser, "open", code)
    assert "Hur gick det för Samira?" in text(page)
    seen = seen_in(page)
    for odd in ({}, {"answer-again": "maybe", **WHO}, {"answer-again": "yes"}, {"answer-hours": "400", **WHO}):
        refused = answer(browser, "answer", code, seen=seen, **odd)
        assert refused.status_code == 422
        assert "Hur gick det för Samira?" in text(refused)
    assert answer(browser, "sign", code, seen=seen, **WHO, may_sign="on").status_code == 200
    said = {"answer-again": "no", "answer-hours": "12", **WHO}
    assert answer(browser, "answer", code, seen="0" * 64, **said).status_code == 422
    assert not Statement.objects.exists()
    assert answer(browser, "answer", code, seen=seen, **said).status_code == 302
    assert "Tack, nu har vi veckan" in text(browser.get("/link/"))
    kept = Statement.objects.get()
    assert (kept.purpose, kept.placement_id, kept.seen_at) == ("week", agreement.placement_id, None)
    assert answers_in_words(kept) == [(AGAIN.label, "Nej"), (HOURS.label, "12")]
    assert who_said(kept) == "Vera Diktare, driftchef"
    again = WebClient()
    again.get(address)
    assert "Samira" not in text(answer(again, "open", code))
    with as_(jonna):
        operations.read_answer(statement=kept)
        for column in ("said = '{}'", "asked = '[]'", "at = now()"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"UPDATE agreements_statement SET {column}")
    kept.refresh_from_db()
    assert kept.seen_at is not None


def test_the_text_is_frozen_when_it_is_sent_and_nobody_makes_a_statement(jonna, agreement):
    link, _address = ordered(jonna, agreement)
    assert link.content == json.loads(json.dumps(SHOWN))
    assert len(link.digest) == 64
    assert (
        link.digest
        == database.query("SELECT encode(sha256(content::text::bytea), 'hex') AS d FROM agreements_link")[0].d
    )
    with as_(jonna):
        for column in ("content = '{}'", "digest = ''", "subject = 'x'", "purpose = 'week'"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"UPDATE agreements_link SET {column}")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Statement.objects.create(link=link, person_id=link.person_id, purpose="end", asked=[], said={})


def test_one_that_asks_the_same_ends_the_one_before_and_no_other(jonna, agreement):
    first, _address = ordered(jonna, agreement, Link.Purpose.WEEK, "2026-11-09")
    other, _address = ordered(jonna, agreement, Link.Purpose.WEEK, "2026-11-16")
    sign, _address = sent_link(jonna, agreement)
    again, _address = ordered(jonna, agreement, Link.Purpose.WEEK, "2026-11-09")
    assert [state(one) for one in (first, other, sign, again)] == ["ended", "open", "open", "open"]


def test_a_follow_up_goes_to_the_person_and_is_the_social_worker_s_too(browser, case, agreement):
    karin = social_worker_of(case)
    subject = followed(case)
    with pytest.raises(Refused, match="läsa det här men inte ändra"), transaction.atomic():
        ordered(karin, agreement, to=operations.Reached("Vera", "Köket AB", "vera@koket.example", ""))
    link, address = ordered(karin, agreement, Link.Purpose.FOLLOW_UP, subject, placement_id=None, to=PERSON)
    assert mail.outbox[-1].to == ["samira@mejl.example"]
    browser.get(address)
    with as_(make_colleague("social_worker")), pytest.raises(Refused):
        operations.read_code(link=link)
    with as_(karin):
        code = operations.read_code(link=link).replace(" ", "")
    seen = seen_in(answer(browser, "open", code))
    assert answer(browser, "answer", code, seen=seen, **{"answer-again": "yes"}).status_code == 302
    kept = Statement.objects.get()
    assert (kept.subject, who_said(kept)) == (subject, "Utan namn")
    with as_(karin):
        operations.read_answer(statement=kept)
    kept.refresh_from_db()
    assert kept.seen_at is not None


@pytest.mark.parametrize(
    ("purpose", "subject"),
    [
        ("end", ""),
        ("end", "2026-11-11"),
        ("follow_up", ""),
        ("follow_up", "x"),
        ("follow_up", "1:3"),
        ("week", ""),
        ("week", "2020-02-31"),
        ("week", "2027-02-29"),
        ("week", "2026-11-09\n"),
        ("sign", "x"),
    ],
)
def test_what_a_link_is_about_is_there_also_past_the_operations(jonna, agreement, purpose, subject):
    """Neither an agreement that nobody has signed, nor an end that is none, nor a day that the calendar lacks."""
    about = {"person_id": agreement.person_id, "purpose": purpose, "subject": subject, "digest": ""}
    if purpose != "follow_up":
        about["placement_id"] = agreement.placement_id
    if purpose == "sign":
        about["version_id"] = agreement.versions.get().pk
    way = {"channel": "email", "address": "vem@som.example", "code_by": "aloud", "to_whom": "V", "organisation": "K"}
    with as_(jonna), pytest.raises(IntegrityError), transaction.atomic():
        Link.objects.create(**about, **way, content={"questions": []}, site="")


@pytest.mark.parametrize("purpose", [Link.Purpose.WEEK, Link.Purpose.END, Link.Purpose.FOLLOW_UP])
def test_somebody_protected_is_in_no_link_of_any_purpose(case, jonna, agreement, purpose):
    subject = "2026-11-09"
    if purpose != Link.Purpose.WEEK:
        subject = ended(jonna, agreement) if purpose == Link.Purpose.END else followed(case)
    with as_(jonna):
        protect(person=agreement.person, protection="marked")
    about = {"placement_id": None, "to": PERSON} if purpose == Link.Purpose.FOLLOW_UP else {}
    with pytest.raises(Refused, match="skyddad identitet"):
        ordered(jonna, agreement, purpose, subject, **about)
    values = [purpose, subject, agreement.person_id, None if about else agreement.placement_id]
    with pytest.raises(DatabaseError, match="protected"), transaction.atomic():
        database.execute(
            "INSERT INTO agreements_link (purpose, subject, person_id, placement_id, to_whom, organisation, site, "
            "channel, address, code_by, phone, content, digest) VALUES (%s, %s, %s, %s, 'V', 'K', '', 'email', "
            "'v@k.example', 'aloud', '', '{}', '')",
            values,
        )
        database.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_an_ended_link_says_why_and_what_to_do(browser, jonna, agreement):
    keeper = jonna.colleague.name
    first, old = ordered(jonna, agreement)
    browser.get(old)
    known_code(first)
    ordered(jonna, agreement)
    told = text(browser.get("/link/"))
    assert "En nyare har kommit till samma adress" in told
    assert f"Hör av dig till {keeper}" in told or f"Ring {keeper}" in told
    _link, address = ordered(jonna, agreement)
    browser.get(address)
    set_today(TODAY + timedelta(days=8))
    told = text(browser.get("/link/"))
    assert "Den gällde till och med 19 november 2026" in told
    assert "be om en ny länk" in told
    set_today(TODAY)
    with as_(jonna):
        protect(person=agreement.person, protection="marked")
    told = text(browser.get("/link/"))
    assert "Det finns inget mer att svara på" in told
    assert "skydd" not in told


def test_how_long_and_how_often_is_the_rules_to_say(browser, jonna, agreement):
    rules = RuleSet.objects.filter(valid_from__lte=TODAY).latest("valid_from")
    rules.parameters |= {"link_tries": 3, "link_code_minutes": 4, "link_codes_aloud": 1, "link_read_minutes": 20}
    rules.save(update_fields=["parameters"])
    link, address = ordered(jonna, agreement)
    browser.get(address)
    assert "Den gäller i 4 minuter" in text(browser.get("/link/"))
    with as_(jonna):
        code = operations.read_code(link=link).replace(" ", "")
        with pytest.raises(Refused):
            operations.read_code(link=link)
    left = "SELECT round(extract(epoch FROM code_until - now()) / 60) AS minutes FROM agreements_link"
    assert database.query(left)[0].minutes == 4
    assert answer(browser, "open", code).status_code == 200
    assert database.query(left)[0].minutes == 20
    for turn in range(3):
        assert state(link) == "open"
        answer(browser, "open", f"00000{turn}")
    link.refresh_from_db()
    assert (link.wrong, link.ended_why) == (3, "tries")
