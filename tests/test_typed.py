"""What is typed in a long text and not saved is there again: on every page that keeps it, for its writer alone."""

from datetime import date
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import get_resolver, reverse

from tests.test_house import views
from trappan.activities.testing import make_activity
from trappan.cases.models import Case, Draft
from trappan.cases.operations import refer, take_on, write_note, write_referral_note
from trappan.cases.testing import make_case
from trappan.placements.testing import make_placement
from trappan.plans.testing import make_mapping
from trappan.requirement.testing import decided, found, on_its_way, written
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
WORDS = "Halva meningen om en väg till arb"


class Typed:
    """A page that keeps what is typed: who types there, the key, the form's prefix, and what is typed and sent."""

    def __init__(self, by, room, key, address, fields, *, field="", prefix="", **fixed):
        self.by, self.room, self.key, self.address = by, room, key, address
        self.fields, self.field, self.prefix, self.fixed = fields, field, prefix, fixed

    def send(self, client, url, words):
        sent = {**self.fields, self.field: words}
        named = {f"{self.prefix}{name}": value for name, value in sent.items()}
        return client.post(url, {"acting_as": self.by.pk, **self.fixed, **named})


def chain():
    """Somebody who was away three Thursdays in October, with the findings that grounds rest on."""
    set_today(date(2026, 9, 24))
    case, activity = make_case(), make_activity(support_offered="Samtal")
    tor = make_colleague("supervisor", activity.unit)
    placement = make_placement(case.responsible, person=case.person, activity=activity, starts_on=date(2026, 10, 1))
    set_today(TODAY)
    found((case, placement, tor))
    return case, placement, tor


def note():
    case = make_case()
    about = {"day": "2026-11-11", "at": "09:00", "kind": "contact", "source": "person"}
    return Typed(case.responsible, "cases", case.pk, reverse("cases:journal", args=[case.pk]), about, field="fact")


def change():
    case = make_case()
    with as_(case.responsible) as actor:
        kept = write_note(case=case, by=actor, happened_at=now(), kind="contact", source="person", fact="Ringde")
    about = {"day": "2026-11-11", "at": "09:00", "kind": "contact", "source": "person", "edition": "1"}
    page = reverse("cases:note", args=[kept.pk])
    return Typed(case.responsible, "cases", kept.pk, page, about, field="fact", prefix="change-", form="change")


def mapping():
    case = make_case()
    about = {"held_on": "2026-11-12", "edition": "0"}
    page = reverse("plans:mapping", args=[case.pk])
    return Typed(case.responsible, "plans", case.pk, page, about, field="health", finish="no")


def plan():
    case = make_case()
    make_mapping(case)
    about = {"weekly_hours": "40", "review_on": "2027-01-10", "edition": "0"}
    page = reverse("plans:plan", args=[case.pk])
    return Typed(case.responsible, "plans", case.pk, page, about, field="goal", prefix="plan-", form="plan")


def talk():
    case = make_case()
    about = {"day": "2026-11-11", "at": "09:00", "own_words": "Bussen", "support": ["travel"], "result": "goes_on"}
    page = reverse("requirement:absence", args=[case.person_id])
    key = case.person_id
    return Typed(case.responsible, "requirement", key, page, about, field="what", prefix="talk-", form="talk")


def grounds():
    case, *_others = chain()
    about = {"month": "2026-11", "about": "absence"}
    page = reverse("requirement:write_grounds", args=[case.person_id])
    return Typed(case.responsible, "requirement", case.person_id, page, about, field="summary")


def of_grounds(made, by, about, **names):
    page = reverse("requirement:grounds", args=[made.pk])
    return Typed(by, "requirement", made.pk, page, about, **names)


def heard():
    there = chain()
    about = {"heard_on": "2026-11-12", "heard_how": "phone", "edition": ""}
    return of_grounds(written(there), there[0].responsible, about, field="heard_words", prefix="hear-", form="hear")


def decision():
    there = chain()
    about = {"outcome": "refused", "decided_on": "2026-11-12", "sent_to": "Personen"}
    worker = there[0].social_worker
    return of_grounds(on_its_way(there), worker, about, field="reason", prefix="decide-", form="decide")


def replacement():
    there = chain()
    made, worker = on_its_way(there), there[0].social_worker
    decided(made, worker)
    about = {"outcome": "granted", "decided_on": "2026-11-12", "sent_to": "Personen", "why": "Fel"}
    return of_grounds(made, worker, about, field="reason", prefix="replace-", form="replace")


def appeal():
    there = chain()
    made, worker = on_its_way(there), there[0].social_worker
    decided(made, worker)
    about = {"appealed_on": "2026-11-12"}
    return of_grounds(made, worker, about, field="appeal_words", prefix="appeal-", form="appeal")


def report():
    _case, placement, tor = chain()
    page = reverse("attendance:report", args=[placement.pk])
    return Typed(tor, "attendance", placement.pk, page, {"going": "steady"}, field="text")


def incident():
    _case, placement, tor = chain()
    about = {"day": "2026-11-12", "kind": "other", "done": "Plåster"}
    page = reverse("attendance:incident", args=[placement.pk])
    return Typed(tor, "attendance", placement.pk, page, about, field="text")


def taken_on(role="counsellor", unit="guidance"):
    case, asked = make_case(), make_colleague(role, make_unit(unit))
    with as_(case.responsible):
        referral = refer(case=case, unit=asked.unit, purpose="Vad kan leda vidare?", responsible=asked)
    with as_(asked) as actor:
        take_on(referral=referral, by=actor)
    return referral, asked


def referral_note():
    referral, mio = taken_on()
    about = {"day": "2026-11-11", "at": "09:00", "source": "person"}
    page = reverse("cases:referral", args=[referral.pk])
    return Typed(mio, "cases", referral.pk, page, about, field="fact", prefix="note-", form="note")


def referral_change():
    referral, mio = taken_on()
    with as_(mio) as actor:
        kept = write_referral_note(referral=referral, by=actor, happened_at=now(), source="person", fact="Ringde")
    about = {"day": "2026-11-11", "at": "09:00", "source": "person", "edition": "1"}
    page = reverse("cases:referral_note", args=[kept.pk])
    return Typed(mio, "cases", kept.pk, page, about, field="fact", prefix="change-", form="change")


def study_plan():
    referral, mio = taken_on()
    page = reverse("cases:referral_paper", args=[referral.pk])
    return Typed(mio, "cases", referral.pk, page, {"edition": "0"}, field="goal")


def work_ability():
    referral, elin = taken_on("occupational_therapist", "occupational_therapy")
    page = reverse("cases:referral_paper", args=[referral.pk])
    return Typed(elin, "cases", referral.pk, page, {"edition": "0"}, field="able")


PAGES = {
    page.__name__: page
    for page in (
        *(appeal, change, decision, grounds, heard, incident, mapping, note, plan, replacement, report, talk),
        *(referral_change, referral_note, study_plan, work_ability),
    )
}


@pytest.mark.parametrize("page", PAGES)
def test_what_is_typed_is_there_again_and_forgotten_when_it_is_saved(client, today, page):
    one = PAGES[page]()
    sign_in(client, one.by)
    empty = client.get(f"{one.address}?write").content.decode()
    assert f'hx-post="/drafts/{page}/{one.key}/"' in empty
    assert "htmx" in empty.partition("</head>")[0], "what sends it while it is typed"
    answer = one.send(client, reverse(f"{one.room}:typed_{page}", args=[one.key]), WORDS)
    assert "inte sparat" in answer.content.decode()
    client.logout()
    sign_in(client, one.by)
    shown = unescape(client.get(one.address).content.decode())
    assert "Här är det du skrev" in shown
    assert WORDS in shown
    saved = one.send(client, one.address, WORDS)
    assert saved.status_code == 302, saved.content.decode()
    assert Draft.objects.get(page=page).fields == {}
    assert "Här är det du skrev" not in client.get(one.address).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_it_is_its_writers_alone_and_thrown_away_when_the_writer_says_so(client, today, page):
    one = PAGES[page]()
    sign_in(client, one.by)
    one.send(client, reverse(f"{one.room}:typed_{page}", args=[one.key]), WORDS)
    draft = Draft.objects.get(page=page)
    with as_(make_colleague(one.by.role, one.by.unit)):
        assert not Draft.objects.exists(), "a colleague of the same unit and role, who sees the person"
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Draft.objects.create(person_id=draft.person_id, page=page, key=one.key, owner_id=one.by.pk)
    stranger = make_colleague(one.by.role)
    sign_in(client, stranger)
    typed = reverse(f"{one.room}:typed_{page}", args=[one.key])
    assert client.post(typed, {"acting_as": stranger.pk, "text": "x"}).status_code == 404
    sign_in(client, one.by)
    client.post(reverse(f"{one.room}:forget_{page}", args=[one.key]), {"acting_as": one.by.pk})
    assert Draft.objects.get(page=page).fields == {}


def test_every_page_that_keeps_what_is_typed_is_tried():
    kept = {name.partition(":typed_")[2] for name, _view in views(get_resolver().url_patterns) if ":typed_" in name}
    assert kept == set(PAGES)


def test_a_talk_about_absence_leaves_what_is_typed_in_the_journal(client, today):
    one = talk()
    case = Case.objects.get(person_id=one.key)
    sign_in(client, one.by)
    client.post(reverse("cases:typed_note", args=[case.pk]), {"acting_as": one.by.pk, "fact": "Halvskri"})
    assert one.send(client, one.address, WORDS).status_code == 302
    assert Draft.objects.get(page="note").fields == {"fact": "Halvskri"}


def test_every_choice_of_several_is_kept(client, today):
    one = talk()
    one.fields["support"] = ["travel", "times"]
    sign_in(client, one.by)
    one.send(client, reverse("requirement:typed_talk", args=[one.key]), WORDS)
    assert Draft.objects.get().fields["support"] == ["travel", "times"]
    assert client.get(one.address).content.decode().count("checked") >= 2
