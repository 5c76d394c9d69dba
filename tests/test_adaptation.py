"""What a place adapts for somebody: told to its site by consent, in words of its own; answered; taken back at once."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.desk.work import day_of
from trappan.history.models import Event, Version
from trappan.people import operations as people
from trappan.placements import operations
from trappan.placements.models import Adaptation
from trappan.placements.testing import accept, make_placement, offer
from trappan.plans.testing import make_mapping
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

TEXT = "Korta pass på högst två timmar, och en stol vid disken"


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def placed(case):
    """A placement that the site has accepted, and a supervisor there."""
    activity = make_activity("Café")
    supervisor = make_colleague("supervisor", activity.unit, name="Tor Låtsberg")
    placement = offer(case, activity)
    accept(placement)
    return placement, supervisor


def tell(case, placement, text=TEXT):
    with as_(case.responsible):
        return operations.share_adaptation(placement=placement, text=text, consented_how="meeting")


def reads(who):
    """Return the texts that a colleague reads, in SQL as the app role."""
    with as_(who):
        return list(Adaptation.objects.values_list("text", flat=True))


@pytest.mark.requirement("R-127", "R-255")
def test_the_site_reads_the_text_and_answers_and_the_consultant_is_told(case, placed, client):
    placement, supervisor = placed
    make_mapping(case, needs=["sitting"], health="Ont i ryggen sedan 2019")
    page = reverse("placements:placement", args=[placement.pk])
    sign_in(client, case.responsible)
    assert "Överenskommet med personen: Går att göra sittande" in markup(client.get(page))
    sent = {"acting_as": case.responsible_id, "form": "adapt"}
    assert client.post(page, sent).status_code == 422
    sent |= {"adapt-text": TEXT, "adapt-consented_how": "meeting"}
    assert client.post(page, sent).status_code == 302
    sign_in(client, supervisor)
    assert "Svara vad ni kan anpassa" in markup(client.get(reverse("attendance:here")))
    there = reverse("attendance:there", args=[placement.pk])
    said = markup(client.get(there))
    assert TEXT in said
    assert "ryggen" not in said, "never the kartläggning's words"
    assert "sittande" not in said
    sent = {"acting_as": supervisor.pk, "form": "adaptation", "adaptation-answer": "partly"}
    refused = client.post(there, sent)
    assert refused.status_code == 422
    assert "Skriv vad ni kan och vad ni inte kan" in markup(refused)
    assert client.post(there, {**sent, "adaptation-words": "Stol ja, men passen är tre timmar"}).status_code == 302
    assert "Svara vad ni kan anpassa" not in markup(client.get(reverse("attendance:here")))
    sign_in(client, case.responsible)
    assert "har svarat vad de kan anpassa" in markup(client.get("/"))
    shown = markup(client.get(page))
    assert "Delvis" in shown
    assert "Stol ja, men passen är tre timmar" in shown
    read = {"acting_as": case.responsible_id, "form": "answer_read", "row": Adaptation.objects.get().pk}
    assert client.post(page, read).status_code == 302
    assert "har svarat vad de kan anpassa" not in markup(client.get("/"))


def test_another_answer_is_unread_again_and_a_new_text_is_unanswered(case, placed):
    placement, supervisor = placed
    told = tell(case, placement)
    with as_(supervisor):
        operations.answer_adaptation(adaptation=told, answer="yes")
    with as_(case.responsible):
        operations.read_answer(adaptation=told)
        with pytest.raises(Refused):
            operations.read_answer(adaptation=told)
    with as_(supervisor):
        operations.answer_adaptation(adaptation=told, answer="no", words="Vi har ingen stol")
    with as_(case.responsible) as actor:
        names = [row.why for queue in day_of(actor).queues for row in queue.rows]
    assert any("har svarat vad de kan anpassa" in why for why in names)
    again = tell(case, placement, "En stol vid kassan")
    assert reads(supervisor) == ["En stol vid kassan"]
    assert again.answer == ""


class TestTakenBack:
    @pytest.mark.requirement("R-127")
    def test_the_text_is_gone_from_the_site_at_once_also_its_versions(self, case, placed, client):
        placement, supervisor = placed
        told = tell(case, placement)
        with as_(supervisor):
            operations.answer_adaptation(adaptation=told, answer="yes")
        with as_(case.responsible):
            operations.withdraw_adaptation(adaptation=told)
            assert Adaptation.objects.count() == 1, "those who hold the plan keep it"
            assert Version.objects.filter(of_table="placements_adaptation").count() == 2
            with pytest.raises(Refused):
                operations.withdraw_adaptation(adaptation=told)
        assert reads(supervisor) == []
        with as_(supervisor):
            assert Version.objects.filter(of_table="placements_adaptation").count() == 0
            assert not Event.objects.filter(verb__contains="adaptation").exists()
            with pytest.raises(Refused):
                operations.answer_adaptation(adaptation=told, answer="yes")
        sign_in(client, supervisor)
        assert TEXT not in markup(client.get(reverse("attendance:there", args=[placement.pk])))

    def test_it_is_read_while_the_placement_goes_on_and_not_before_or_after(self, case):
        activity = make_activity("Café")
        supervisor = make_colleague("supervisor", activity.unit)
        placement = offer(case, activity)
        tell(case, placement)
        assert reads(supervisor) == [], "proposed: first name, aim and times, and no more"
        accept(placement)
        assert reads(supervisor) == [TEXT]
        with as_(case.responsible):
            operations.end_placement(placement=placement, ends_on=TODAY + timedelta(days=1), kind="planned")
        assert reads(supervisor) == [TEXT], "the last day"
        set_today(TODAY + timedelta(days=1))
        assert reads(supervisor) == []
        with pytest.raises(Refused, match="slut eller"):
            tell(case, placement)


class TestConsentOfACooperatingPartner:
    """A partner that cooperates is told by a consent that names the adaptation, and no longer than it holds."""

    @pytest.fixture
    def there(self, case):
        partner = make_organisation("Stadsmissionen", kind="partner", basis="cooperation")
        activity = make_activity("Butiken", unit=make_unit("site", partner))
        supervisor = make_colleague("supervisor", activity.unit)
        self.consent(case, partner, ["placement"])
        placement = offer(case, activity)
        accept(placement)
        return placement, supervisor, partner

    def consent(self, case, partner, parts, first=0, last=None):
        """Consent from a number of days ahead, and up to another where it is not until further notice."""
        with as_(case.responsible):
            return people.give_consent(
                person=case.person,
                organisation=partner,
                parts=parts,
                given_how="paper",
                starts_on=TODAY + timedelta(days=first),
                ends_on=last and TODAY + timedelta(days=last),
            )

    def test_it_is_refused_without_and_gone_when_the_consent_is_withdrawn(self, case, there):
        placement, supervisor, partner = there
        with pytest.raises(Refused, match="samtycker"):
            tell(case, placement)
        given = self.consent(case, partner, ["adaptation"])
        tell(case, placement)
        assert reads(supervisor) == [TEXT]
        with as_(case.responsible):
            people.withdraw_consent(consent=given, on=TODAY)
            assert Adaptation.objects.get().withdrawn_at is not None, "in the same transaction"
        assert reads(supervisor) == []
        self.consent(case, partner, ["placement", "adaptation"])
        assert reads(supervisor) == [], "another consent brings no old text back"

    @pytest.mark.parametrize("first", [0, 3, 4], ids=["from the beginning", "without a gap", "from that day"])
    def test_a_text_whose_consent_ran_out_is_told_anew_by_a_yes_to_it_and_never_by_itself(
        self, case, there, client, first
    ):
        """Also where the new consent is said to hold from days that have passed."""
        placement, supervisor, partner = there
        self.consent(case, partner, ["adaptation"], last=3)
        told = tell(case, placement)
        assert reads(supervisor) == [TEXT]
        set_today(TODAY + timedelta(days=4))
        assert reads(supervisor) == []
        sign_in(client, case.responsible)
        page = reverse("placements:placement", args=[placement.pk])
        assert "Fråga personen om just den här texten" in markup(client.get(page))
        with as_(supervisor), pytest.raises(Refused, match="tagits tillbaka"):
            operations.answer_adaptation(adaptation=told, answer="yes")
        self.consent(case, partner, ["adaptation"], first=first)
        assert reads(supervisor) == [], "another consent brings no old text back"
        shown = markup(client.get(page))
        assert "Fråga personen om just den här texten" not in shown
        assert TEXT in shown, "taken back"
        tell(case, placement)
        assert reads(supervisor) == [TEXT]

    @pytest.mark.parametrize(("first", "there_still"), [(2, True), (3, True), (4, False)])
    def test_a_consent_given_beforehand_carries_the_text_on_where_no_day_is_without(
        self, case, there, first, there_still
    ):
        placement, supervisor, partner = there
        self.consent(case, partner, ["adaptation"], last=3)
        tell(case, placement)
        self.consent(case, partner, ["adaptation"], first=first)
        set_today(TODAY + timedelta(days=5))
        assert reads(supervisor) == ([TEXT] if there_still else [])


class TestWhoReadsAndWrites:
    def test_a_site_learns_of_no_consent_to_somebody_else(self, case, placed, today):
        partner = make_organisation("Grannsnickarna", kind="partner", basis="cooperation")
        far = make_unit("site", partner)
        with as_(case.responsible):
            people.give_consent(
                person=case.person,
                organisation=partner,
                parts=["placement", "adaptation"],
                given_how="phone",
                starts_on=today,
            )
        ask = "SELECT placements_adaptation_consented(%s, %s, %s) AS told"
        for colleague, told in ((case.responsible, True), (placed[1], False)):
            with as_(colleague):
                assert bool(database.query(ask, [case.person_id, far.pk, today])[0].told) is told

    def test_another_site_where_the_person_is_too_and_a_twin_read_nothing_and_answer_nothing(self, case, placed):
        placement, supervisor = placed
        told = tell(case, placement)
        other = make_activity("Butiken")
        elsewhere = make_colleague("supervisor", other.unit)
        accept(offer(case, other, week="mån 9-12"))
        twin = make_case().responsible
        assert reads(supervisor) == [TEXT]
        for who in (elsewhere, twin):
            assert reads(who) == []
            with as_(who), pytest.raises(Refused, match="tagits tillbaka"):
                operations.answer_adaptation(adaptation=told, answer="yes")

    def test_the_site_writes_no_text_and_takes_none_back(self, case, placed):
        placement, supervisor = placed
        told = tell(case, placement)
        with as_(supervisor):
            assert Adaptation.objects.filter(pk=told.pk).update(withdrawn_at=told.at) == 0
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Adaptation.objects.create(
                    placement=placement,
                    person_id=placement.person_id,
                    unit_id=placement.unit_id,
                    text="Annat",
                    consented_how="paper",
                )
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Adaptation.objects.filter(pk=told.pk).update(answer="yes", answered_at=told.at)

    def test_nobody_answers_in_the_sites_name(self, case, placed):
        placement, _supervisor = placed
        with as_(case.responsible):
            made = Adaptation.objects.create(
                placement=placement,
                person_id=placement.person_id,
                unit_id=placement.unit_id,
                text=TEXT,
                consented_how="paper",
                answer="yes",
                answered_at=now(),
            )
            made.refresh_from_db()
            assert (made.answer, made.answered_at, made.author_id) == ("", None, case.responsible_id)

    def test_of_a_protected_person_the_named_supervisor_alone_reads_it(self, today):
        case = make_case(protection="marked")
        activity = make_activity("Café")
        named, colleague = (make_colleague("supervisor", activity.unit) for _one in range(2))
        placement = offer(case, activity, supervisor=named, decision="Beslut")
        accept(placement)
        tell(case, placement)
        assert reads(named) == [TEXT]
        assert reads(colleague) == []


@pytest.mark.django_db(transaction=True)
def test_of_two_texts_at_the_same_moment_one_stands(case):
    placement = make_placement(case.responsible, person=case.person, activity=make_activity("Café"), starts_on=TODAY)

    def do(text):
        return lambda actor: operations.share_adaptation(placement=placement, text=text, consented_how="phone")

    at_the_same_moment(by(case.responsible, do("Ett")), by(case.responsible, do("Två")))
    with as_(case.responsible):
        assert Adaptation.objects.filter(withdrawn_at=None).count() == 1
        assert Adaptation.objects.count() == 2
