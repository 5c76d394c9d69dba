"""A decision that was wrong is replaced by one that names it: the old one is read, marked, and counts for nothing."""

from datetime import date
from importlib import import_module

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.assistance.operations import keep_month
from trappan.cases.testing import make_case
from trappan.plans.operations import consult
from trappan.refusals import Refused
from trappan.requirement import operations
from trappan.requirement.models import ActivityRequest, Decision, Exemption
from trappan.requirement.standing import standings
from trappan.requirement.testing import decided, found, on_its_way
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

NOVEMBER = date(2026, 11, 1)
EXEMPTION = {"kind": "sick_pay", "starts_on": NOVEMBER, "ends_on": date(2026, 12, 1), "evidence": "Intyg"}
RIGHT = {"outcome": "granted", "reason": "Intyget kom fram", "decided_on": TODAY, "sent_to": ["Personen"]}


def send(client, who, page, row, **sent):
    sign_in(client, who)
    address = reverse(page, args=[row.pk])
    return client.post(address, {"acting_as": who.pk, **sent}) if sent else client.get(address)


@pytest.fixture
def case(today):
    """Somebody who comes under the requirement in November."""
    made = make_case()
    with as_(made.social_worker) as actor:
        for month in range(8, 12):
            keep_month(
                person=made.person,
                by=actor,
                month=date(2026, month, 1),
                role="applicant",
                household_type=5,
                obstacle="unemployed",
            )
    return made


def exempted(case, **about):
    with as_(case.social_worker):
        return operations.exempt(person=case.person, **{**EXEMPTION, **about})


def asked(case):
    with as_(case.responsible):
        consult(case=case, today=TODAY, with_whom="employment_service", held_on=TODAY, outcome="Ok")
    with as_(case.social_worker):
        return operations.request(case=case, today=TODAY, first_month=NOVEMBER, weekly_minutes=2400)


def status(case):
    with as_(case.social_worker):
        return standings([case.person_id], NOVEMBER, NOVEMBER)[0].status


@pytest.mark.django_db
class TestDecision:
    def test_the_new_one_names_the_old_which_stays_with_its_paper(self, client, chain, monkeypatch):
        case = chain[0]
        found(chain)
        old = decided(on_its_way(chain), case.social_worker)
        papers = []
        pages = import_module("trappan.requirement.views.grounds")
        monkeypatch.setattr(pages, "pdf", lambda _form, facts, **_about: papers.append(facts["decision"]) or b"%PDF")
        send(client, case.social_worker, "requirement:document", old.grounds)
        answer = send(
            client,
            case.social_worker,
            "requirement:grounds",
            old.grounds,
            form="replace",
            **{
                "replace-outcome": "granted",
                "replace-reason": "Intyget kom fram",
                "replace-decided_on": str(TODAY),
                "replace-sent_to": "Personen",
                "replace-why": "Intyget låg i fel akt",
            },
        )
        assert answer.status_code == 302
        old.refresh_from_db()
        new = Decision.objects.standing().get()
        assert (new.replaces, new.outcome, old.replaced_at is None) == (old, "granted", False)
        assert (old.outcome, old.reason) == ("refused", "Inget godtagbart skäl")
        shown = markup(send(client, case.social_worker, "requirement:grounds", old.grounds))
        for words in ("Ersätter beslutet", "Intyget låg i fel akt", "Ersatta beslut", "Inget godtagbart skäl"):
            assert words in shown, words
        send(client, case.social_worker, "requirement:document", old.grounds)
        send(client, case.social_worker, "requirement:decision_document", old)
        before, now, again = papers
        assert again == before, "the paper of the old one is as it was"
        assert "Intyget låg i fel akt" in now["replaces"]

    def test_the_quarter_counts_the_one_that_stands(self, chain):
        case = chain[0]
        found(chain)
        old = decided(on_its_way(chain), case.social_worker)
        counted = (
            "SELECT count(*) AS n FROM requirement_decision d WHERE d.outcome <> 'granted' AND d.replaced_at IS NULL"
        )
        assert database.query(counted)[0].n == 1
        with as_(case.social_worker):
            operations.replace_decision(decision=old, today=TODAY, why="Fel", **RIGHT)
        assert database.query(counted)[0].n == 0
        assert old.grounds.decision.outcome == "granted"

    def test_an_appeal_that_waits_is_ended_on_the_old_one(self, client, chain):
        case = chain[0]
        found(chain)
        old = decided(on_its_way(chain), case.social_worker)
        with as_(case.social_worker):
            operations.appeal(decision=old, today=TODAY, appealed_on=TODAY, appeal_words="Jag var sjuk")
            operations.replace_decision(decision=old, today=TODAY, why="Fel", **RIGHT)
            with pytest.raises(Refused, match="ersatt"):
                operations.appeal(decision=old, today=TODAY, appealed_on=TODAY, appeal_words="Igen")
        ended = {"appeal_ended-ended_on": str(TODAY), "appeal_ended-result": "changed"}
        answer = send(client, case.social_worker, "requirement:grounds", old.grounds, form="appeal_ended", **ended)
        assert answer.status_code == 302
        old.refresh_from_db()
        assert old.appeal_result == "changed"

    def test_four_eyes_the_reason_and_the_day_hold_here_too(self, client, chain):
        case = chain[0]
        found(chain)
        old = decided(on_its_way(chain), case.social_worker)
        with as_(case.social_worker):
            with pytest.raises(Refused, match="Skriv vad som var fel"):
                operations.replace_decision(decision=old, today=TODAY, why=" ", **RIGHT)
            with pytest.raises(Refused, match="ersatta beslutets"):
                operations.replace_decision(
                    decision=old, today=TODAY, why="Fel", **{**RIGHT, "decided_on": date(2026, 11, 11)}
                )
        with as_(case.responsible), pytest.raises(Refused):
            operations.replace_decision(decision=old, today=TODAY, why="Fel", **RIGHT)
        assert Decision.objects.get().replaced_at is None

    def test_it_replaces_one_of_the_same_grounds_and_says_itself_nothing_of_being_replaced(self, chain):
        case = chain[0]
        found(chain)
        old = decided(on_its_way(chain), case.social_worker)
        values = {"person_id": old.person_id, "grounds_id": old.grounds_id, **RIGHT}
        with as_(case.social_worker):
            for replaces in (0, old.pk + 999):
                with pytest.raises(DatabaseError, match="replaced"), transaction.atomic():
                    Decision.objects.create(replaces_id=replaces, replaces_why="x", **values)
            with pytest.raises(DatabaseError, match="one_decision_a_grounds"), transaction.atomic():
                Decision.objects.create(replaced_at="2026-11-12 10:00Z", **values)
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Decision.objects.update(replaced_at="2026-11-12 10:00Z")


@pytest.mark.django_db
class TestExemption:
    def test_replaced_the_wrong_one_exempts_from_nothing(self, client, case):
        old = exempted(case)
        assert status(case) == "exempt"
        form = send(client, case.social_worker, "requirement:replace_exemption", old).context["form"]
        assert form["evidence"].value() == "Intyg"
        sent = {"kind": "sick_pay", "starts_on": "2026-12-01", "ends_on": "2026-12-31", "evidence": "Intyg"}
        answer = send(client, case.social_worker, "requirement:replace_exemption", old, **sent, why="Fel månad")
        assert answer.status_code == 302
        assert status(case) == "under"
        shown = markup(send(client, case.social_worker, "requirement:requirement", case.person))
        for words in ("Ersatt 12 november 2026", "Fel månad", "1 november 2026"):
            assert words in shown.replace("\u00a0", " "), words

    def test_the_right_one_may_lie_in_the_same_time(self, case):
        old = exempted(case)
        with as_(case.social_worker):
            new = operations.replace_exemption(exemption=old, why="Fel slag", **{**EXEMPTION, "evidence": "Läkarintyg"})
            assert new.replaces == old
            with pytest.raises(Refused, match="ersatt"):
                operations.end_exemption(exemption=Exemption.objects.get(pk=old.pk), ends_on=date(2026, 11, 20))
            assert Exemption.objects.filter(pk=old.pk).update(ends_on=date(2026, 11, 20)) == 0

    @pytest.mark.parametrize(
        ("sent", "field", "words"),
        [
            ({"why": ""}, "why", "Fyll i"),
            ({"ends_on": "2026-10-01"}, "ends_on", "före den första"),
            ({"ends_on": ""}, "ends_on", "Fyll i"),
            ({"evidence": ""}, "evidence", "Fyll i"),
            ({"kind": "annat"}, "kind", "giltigt|Välj"),
        ],
    )
    def test_bad_input_is_told_at_its_field(self, client, case, sent, field, words):
        old = exempted(case)
        right = {"kind": "sick_pay", "starts_on": "2026-11-01", "ends_on": "2026-11-30", "evidence": "x", "why": "Fel"}
        answer = send(client, case.social_worker, "requirement:replace_exemption", old, **{**right, **sent})
        assert answer.status_code == 422
        assert field in answer.context["form"].errors
        assert Exemption.objects.get().replaced_at is None

    def test_not_by_the_same_right_on_somebody_else_nor_by_another_role(self, client, case):
        old = exempted(case)
        stranger = make_colleague("social_worker")
        assert send(client, stranger, "requirement:replace_exemption", old).status_code == 404
        assert send(client, case.responsible, "requirement:replace_exemption", old).status_code == 403
        for who in (stranger, case.responsible):
            with as_(who), pytest.raises(Refused):
                operations.replace_exemption(exemption=old, why="Fel", **EXEMPTION)
        theirs = make_case(social_worker=stranger)
        with as_(stranger), pytest.raises(Refused, match="ersatt"):
            Exemption.objects.filter(pk=old.pk).exists()
            old.person = theirs.person  # a row of one's own that names one out of reach
            operations.replace_exemption(exemption=old, why="Fel", **EXEMPTION)
        assert Exemption.objects.get().replaced_at is None


@pytest.mark.django_db
class TestRequest:
    def test_the_wrong_hours_are_replaced_and_received_anew(self, client, case):
        old = asked(case)
        with as_(case.social_worker):
            operations.receive(made=old, today=TODAY, received_on=TODAY, received_how="handed")
        answer = send(
            client,
            case.social_worker,
            "requirement:replace_request",
            old,
            first_month="2026-11",
            weekly_hours="22",
            why="Planen säger 22 timmar",
        )
        assert answer.status_code == 302
        new = ActivityRequest.objects.standing().get()
        assert (new.weekly_minutes, new.received_on, new.replaces) == (22 * 60, None, old)
        sign_in(client, case.social_worker)
        assert "Anteckna" in client.get("/").content.decode()
        shown = markup(send(client, case.social_worker, "requirement:requirement", case.person))
        assert shown.count("Planen säger 22 timmar") == 1
        with as_(case.social_worker), pytest.raises(Refused, match="ersatt"):
            operations.register_request(made=old, today=TODAY)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_replace_the_same_one_is_told():
    from trappan.schedules.testing import set_today

    set_today(TODAY)
    case = make_case()
    old = exempted(case)
    doing = [
        by(
            case.social_worker,
            lambda _, evidence=evidence: operations.replace_exemption(
                exemption=old, why="Fel", **{**EXEMPTION, "evidence": evidence}
            ),
        )
        for evidence in ("Det ena", "Det andra")
    ]
    (refusal,) = [one for one in at_the_same_moment(*doing) if isinstance(one, Refused)]
    assert "ersatt det under tiden" in str(refusal)
    assert Exemption.objects.standing().count() == 1
