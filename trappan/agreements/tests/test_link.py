"""A link is single use, kept as a digest, opened by a code that comes another way, and its holder is no actor."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from trappan import database
from trappan.agreements import operations
from trappan.agreements.jobs import send_link
from trappan.agreements.links import digest_of_code
from trappan.agreements.models import Link, Signature
from trappan.agreements.testing import aloud, answer, change, deliver, known_code, latest, order, sent_link, sign_both
from trappan.employers import operations as employers
from trappan.employers.merging import Moves
from trappan.employers.testing import make_employer
from trappan.people.operations import protect
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, WebClient, at_the_same_moment, sign_in, text

pytestmark = pytest.mark.django_db
NAME = {"name": "Vera Diktare", "title": "driftchef", "may_sign": "on"}


@pytest.fixture(autouse=True)
def telephones(settings, tmp_path):
    settings.SMS = {"url": "", "login": "", "sender": "Trappan", "folder": str(tmp_path)}
    return tmp_path


def seen_in(page):
    return re.search(r'name="seen" value="([0-9a-f]{64})"', text(page))[1]


def state(link):
    return database.query("SELECT agreements_link_is(l) AS said FROM agreements_link l WHERE id = %s", [link.pk])[
        0
    ].said


def texts(folder: Path) -> list[str]:
    return [one.read_text() for one in sorted(folder.glob("*.txt"), key=lambda one: one.stat().st_mtime_ns)]


class TestTheWholeWay:
    def test_by_mail_with_a_code_by_text_message(self, browser, jonna, agreement, telephones):
        link, address = sent_link(jonna, agreement, "email_sms")
        letter = mail.outbox[-1]
        person = agreement.person
        assert person.given_name not in letter.subject + str(letter.body)
        assert person.family_name not in letter.subject + str(letter.body)
        taken = browser.get(address)
        assert (taken.status_code, taken["Location"]) == (302, "/link/")
        cookie = taken.cookies["trappan_link"]
        assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, "/link/", "Lax")
        first = browser.get("/link/")
        assert (first["Cache-Control"], first["X-Robots-Tag"]) == ("no-store", "noindex")
        assert "<script" not in text(first)
        for name in (person.given_name, person.family_name, "Vera", "Köket 1"):
            assert name not in text(first).replace(link.organisation, "")
        assert "slutar på <strong>21</strong>" in text(first)
        asked = answer(browser, "ask", "")
        assert asked.status_code == 200
        (message,) = texts(telephones)
        assert "+46701740621" in message
        code = re.search(r"\d{6}", message.split("\n\n")[1])[0]
        assert code not in str(database.query("SELECT to_jsonb(l)::text AS row FROM agreements_link l"))
        read = answer(browser, "open", f"{code[:3]} {code[3:]}")
        assert person.family_name in text(read)
        assert "Disk och sallad" in text(read)
        seen = seen_in(read)
        for odd in ("", "\0", "x" * 64):
            assert answer(browser, "sign", code, seen=odd, **NAME).status_code == 422
        half = answer(browser, "sign", code, seen=seen, name="Vera")
        assert half.status_code == 422
        assert not Signature.objects.exists()
        assert answer(browser, "sign", code, seen=seen, **NAME).status_code == 302
        signature = Signature.objects.get()
        assert (signature.party, signature.how, signature.name, signature.hint) == (
            "employer",
            "link",
            "Vera Diktare",
            "21",
        )
        assert signature.digest == latest(agreement).digest
        after = browser.get("/link/")
        assert "Avtalet är underskrivet" in text(after)
        assert person.family_name not in text(after)

    def test_no_ends_it_with_a_reason_that_the_colleague_reads_on_the_desk(self, browser, client, jonna, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        code = known_code(link)
        seen = seen_in(answer(browser, "open", code))
        assert answer(browser, "decline", code, seen=seen, no="Vi stänger kl. 13").status_code == 302
        assert "Tack, vi har ditt svar" in text(browser.get("/link/"))
        assert not Signature.objects.exists()
        sign_in(client, jonna)
        assert "Arbetsgivaren skrev inte under: läs varför" in text(client.get("/"))
        page = f"/agreements/{agreement.pk}/"
        assert "Vi stänger kl. 13" in text(client.get(page))
        client.post(page, {"acting_as": jonna.pk, "form": "read_answer", "row": link.pk})
        assert "läs varför" not in text(client.get("/"))

    def test_a_code_read_aloud_is_shown_to_the_colleague_once(self, browser, client, jonna, agreement):
        link, address = sent_link(jonna, agreement, "email_aloud")
        sign_in(client, jonna)
        page = f"/agreements/{agreement.pk}/"
        said = client.post(page, {"acting_as": jonna.pk, "form": "read_code", "row": link.pk}, follow=True)
        code = "".join(re.search(r"Läs upp: (\d{3}) (\d{3})", text(said)).groups())
        assert code[:3] + " " + code[3:] not in text(client.get(page))
        browser.get(address)
        assert agreement.person.family_name in text(answer(browser, "open", code))


class TestWhatOpensNothing:
    def test_a_link_that_was_used_is_replayed(self, browser, jonna, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        code = known_code(link)
        seen = seen_in(answer(browser, "open", code))
        answer(browser, "sign", code, seen=seen, **NAME)
        other = WebClient()
        other.get(address)
        for act in ("open", "sign"):
            page = answer(other, act, code, seen=seen, **NAME)
            assert agreement.person.family_name not in text(page)
        assert Signature.objects.count() == 1

    def test_guessed_links_are_answered_as_none_and_slowed(self, browser, jonna, agreement):
        sent_link(jonna, agreement)
        statuses = set()
        for turn in range(62):
            browser.get(f"/link/{'A' * 41}{turn:02}/")
            statuses.add(browser.get("/link/").status_code)
        assert statuses == {404, 429}
        assert browser.get("/link/kort/").status_code == 302
        assert Link.objects.get().wrong == 0

    def test_forwarded_without_its_code_it_ends_after_five_wrong_ones_and_a_refused_try_counts(
        self, browser, jonna, agreement
    ):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        right = known_code(link, "123456")
        for turn in range(5):
            page = answer(browser, "open", f"00000{turn}")
            assert page.status_code == 422
            assert agreement.person.family_name not in text(page)
        link.refresh_from_db()
        assert (link.wrong, link.ended_why) == (5, "tries")
        assert "gäller inte längre" in text(answer(browser, "open", right))

    def test_an_old_code_and_a_link_whose_days_have_passed(self, browser, jonna, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        code = known_code(link)
        database.execute("UPDATE agreements_link SET code_until = now() - interval '1 second'")
        assert answer(browser, "open", code).status_code == 422
        code = known_code(link)
        set_today(TODAY + timedelta(days=8))
        page = answer(browser, "open", code)
        assert "gäller inte längre" in text(page)
        assert state(link) == "ended"

    def test_what_was_edited_since_is_not_signed(self, browser, jonna, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        code = known_code(link)
        seen = seen_in(answer(browser, "open", code))
        change(jonna, agreement, tasks="Städning")
        assert answer(browser, "sign", code, seen=seen, **NAME).status_code == 422
        assert not Signature.objects.exists()
        link.refresh_from_db()
        assert link.ended_why == "changed"

    def test_a_reminder_is_a_fresh_one_and_ends_the_one_before(self, browser, client, jonna, agreement):
        first, address = sent_link(jonna, agreement)
        second, fresh = sent_link(jonna, agreement)
        assert address != fresh
        assert (state(first), state(second)) == ("ended", "open")
        browser.get(address)
        assert "gäller inte längre" in text(browser.get("/link/"))
        sign_in(client, jonna)
        page = text(client.get(f"/agreements/{agreement.pk}/"))
        assert "Senast påmind 12 november 2026" in page
        assert "Ersatt av en ny" in page

    def test_of_an_employer_that_went_up_in_another_nobody_signs(self, browser, jonna, at, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        code = known_code(link)
        seen = seen_in(answer(browser, "open", code))
        linnea = Membership.objects.get(role="employer_officer")
        into = make_employer(linnea)
        with as_(linnea) as actor:
            old = at[0].employer
            employers.merge_employer(employer=old, into=into, today=actor.today, edition=Moves.of(old).edition)
        assert answer(browser, "sign", code, seen=seen, **NAME).status_code == 422
        assert not Signature.objects.exists()

    def test_to_look_changes_nothing(self, browser, jonna, agreement):
        _link, address = sent_link(jonna, agreement, "email_sms")
        before = database.query("SELECT to_jsonb(l)::text AS row FROM agreements_link l")
        for _look in range(3):
            browser.get(address)
            browser.get("/link/")
            browser.head("/link/")
        assert database.query("SELECT to_jsonb(l)::text AS row FROM agreements_link l") == before

    def test_codes_are_three_a_link_and_one_a_minute(self, browser, jonna, agreement, telephones):
        _link, address = sent_link(jonna, agreement, "email_sms")
        browser.get(address)
        said = []
        for _ask in range(4):
            said.append(answer(browser, "ask", "").status_code)
            said.append(answer(browser, "ask", "").status_code)
            database.execute("UPDATE agreements_link SET code_at = code_at - interval '61 seconds'")
        assert said == [200, 422, 200, 422, 200, 422, 422, 422]
        assert len(texts(telephones)) == 3


class TestTheHolderIsNoActor:
    def test_web_reads_no_table_and_no_function_answers_without_the_token(self, jonna, agreement):
        link, _address = sent_link(jonna, agreement)
        known_code(link)
        database.execute("SET ROLE trappan_web")
        try:
            for table in ("agreements_link", "agreements_version", "agreements_agreement", "people_person"):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.query(f"SELECT * FROM {table}")
            for call in ("agreements_read_code", "agreements_link_take"):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.rows(call, link.pk, "x")
            right = digest_of_code(link.key, "123456")
            assert database.rows("agreements_link_state", "A" * 43) == []
            assert database.rows("agreements_link_open", "A" * 43, right) == []
            assert database.value("agreements_link_answer", "A" * 43, right, "", "{}") == "ended"
        finally:
            database.execute("RESET ROLE")

    def test_the_worker_alone_takes_and_tells(self):
        asked = "SELECT has_function_privilege(%s, %s, 'EXECUTE') AS may"
        for call in (
            "agreements_links_waiting()",
            "agreements_link_take(bigint, text)",
            "agreements_link_tell(bigint, text)",
        ):
            for role in ("trappan_nightly", "trappan_web", "trappan_app"):
                assert database.query(asked, [role, call])[0].may == (role == "trappan_nightly"), (role, call)

    def test_the_token_is_nowhere_in_the_database(self, jonna, agreement):
        _link, address = sent_link(jonna, agreement)
        token = address.split("/")[2]
        tables = "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
        for one in database.query(f"{tables} AND table_type = 'BASE TABLE'"):
            found = database.query(f'SELECT 1 AS x FROM "{one.name}" t WHERE to_jsonb(t)::text LIKE %s', [f"%{token}%"])
            assert not found, one.name

    def test_a_second_try_of_the_worker_makes_another_token_and_one_unknown_is_never_sent_again(
        self, jonna, agreement, settings
    ):
        link = order(jonna, agreement)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        send_link(link.pk)
        link.refresh_from_db()
        assert (link.outcome, link.token_digest, link.times_tried) == ("", None, 1)
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        database.execute("UPDATE agreements_link SET not_before = now()")
        deliver()
        link.refresh_from_db()
        assert (link.outcome, link.times_tried) == ("sent", 2)
        send_link(link.pk)
        assert len(mail.outbox) == 1

    def test_a_colleague_makes_no_link_as_if_it_had_been_used_nor_sets_its_days(self, jonna, agreement):
        link = order(jonna, agreement)
        assert link.expires_at is not None
        for column in ("used_at = now()", "expires_at = now() + interval '1 year'", "token_digest = 'x'", "wrong = 0"):
            with as_(jonna), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"UPDATE agreements_link SET {column}")

    def test_a_colleague_with_the_same_right_on_somebody_else_reads_no_code(self, jonna, agreement):
        link, _address = sent_link(jonna, agreement)
        with as_(make_colleague("consultant")), pytest.raises(Refused):
            operations.read_code(link=link)


class TestSomebodyProtected:
    def test_is_in_no_link_ever_in_the_operation_and_in_the_database(self, jonna, agreement):
        with as_(jonna):
            protect(person=agreement.person, protection="marked")
        with pytest.raises(Refused, match="skyddad identitet"):
            order(jonna, agreement)
        version = latest(agreement)
        values = [version.person_id, agreement.placement_id, version.pk]
        with pytest.raises(DatabaseError, match="protected"), transaction.atomic():
            database.execute(
                "INSERT INTO agreements_link (person_id, placement_id, version_id, purpose, to_whom, organisation, "
                "site, channel, address, code_by, phone, content, digest) VALUES (%s, %s, %s, 'sign', 'V', 'K', '', "
                "'email', 'v@k.example', 'aloud', '', '{}', '')",
                values,
            )
            database.execute("SET CONSTRAINTS ALL IMMEDIATE")
        sign_both(jonna, agreement)

    def test_who_becomes_so_is_in_none_that_is_out(self, browser, jonna, agreement):
        link, address = sent_link(jonna, agreement)
        browser.get(address)
        code = known_code(link)
        with as_(jonna):
            protect(person=agreement.person, protection="marked")
        page = answer(browser, "open", code)
        assert "gäller inte längre" in text(page)
        link.refresh_from_db()
        assert (link.content, link.address) == ({}, "–")

    def test_one_that_waits_is_not_sent(self, jonna, agreement):
        link = order(jonna, agreement)
        with as_(jonna):
            protect(person=agreement.person, protection="marked")
        send_link(link.pk)
        assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_sign_at_the_same_moment_one_does(jonna, agreement):
    link = order(jonna, agreement)
    address = deliver()
    link.refresh_from_db()
    token, digest = address.split("/")[2], digest_of_code(link.key, known_code(link))
    seen, said = link.digest, '{"name": "Vera Diktare"}'

    def sign(ready):
        connection.ensure_connection()
        ready()
        return database.value("agreements_link_answer", token, digest, seen, said)

    told = at_the_same_moment(*[sign] * 8)
    assert sorted(told) == ["done", *["ended"] * 7]
    assert Signature.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_wrong_codes_stay_counted_where_nothing_is_rolled_into_the_test_s_transaction(jonna, agreement):
    link = order(jonna, agreement)
    address = deliver()
    link.refresh_from_db()
    known_code(link)

    def guess(ready):
        client = WebClient()
        client.get(address)
        ready()
        return [answer(client, "open", f"00000{turn}").status_code for turn in range(6)]

    (statuses,) = at_the_same_moment(guess)
    assert statuses == [422] * 6 or statuses[:5] == [422] * 5
    link.refresh_from_db()
    assert (link.wrong, link.ended_why) == (5, "tries")


def test_link_and_code_never_both_come_to_the_telephone(client, jonna, agreement):
    sign_in(client, jonna)
    page = f"/agreements/{agreement.pk}/"
    chosen = re.search(r'<select name="[\w-]*way".*?</select>', text(client.get(page)), re.DOTALL)[0]
    ways = set(re.findall(r'<option value="(\w+)"', chosen))
    assert ways == {"email_sms", "email_aloud"}
    with as_(jonna), pytest.raises(DatabaseError, match="link_goes_by_mail"), transaction.atomic():
        database.execute(
            "INSERT INTO agreements_link (person_id, placement_id, version_id, purpose, to_whom, organisation, site, "
            "channel, address, code_by, phone, content, digest) SELECT person_id, placement_id, %s, 'sign', 'V', 'K', "
            "'', 'sms', '+46701740621', 'aloud', '', '{}', '' FROM agreements_agreement",
            [latest(agreement).pk],
        )


def test_aloud_needs_a_link_that_has_come(jonna, agreement):
    link = order(jonna, agreement)
    with pytest.raises(Refused, match="kommit fram"):
        aloud(jonna, link)
