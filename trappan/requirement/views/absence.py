"""Absence, support, grounds: one person's chain on one page, each step by a person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Exists, IntegerField, JSONField, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.attendance import operations
from trappan.attendance.attended import sessions_of
from trappan.attendance.forms import AskSupportForm, DialogueForm
from trappan.attendance.models import Dialogue
from trappan.cases.models import Case
from trappan.cases.views.draft import Kept
from trappan.history.record import record
from trappan.people.models import Person
from trappan.placements.models import Placement
from trappan.requirement.models import Decision, Grounds
from trappan.requirement.prompts import prompts
from trappan.schedules.functions import Now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.ui.tabs import Tab, in_tab

TALK = Kept("talk", DialogueForm, Person, "requirement:absence", prefix="talk")


# What stands about a person's absence comes with the person. Written out: ten of each, the latest first, and the words
# of the support that was offered as the codes have them.
TALKS = """ARRAY(
SELECT jsonb_build_object('fact', n.fact, 'own_words', d.own_words, 'support_note', d.support_note, 'result', d.result,
  'happened_at', n.happened_at, 'by', c.given_name || ' ' || c.family_name,
  'support', ARRAY(SELECT jsonb_build_object('sv', r.label_sv, 'en', r.label_en)
    FROM unnest(d.support) WITH ORDINALITY s (code, place)
    JOIN rules_code r ON r."table" = 'support' AND r.code = s.code ORDER BY s.place))
FROM attendance_dialogue d JOIN cases_note n ON n.id = d.note_id
LEFT JOIN staff_membership m ON m.id = d.author_id LEFT JOIN staff_colleague c ON c.id = m.colleague_id
WHERE d.person_id = people_person.id ORDER BY d.at DESC, d.id DESC LIMIT 10)"""
ASKED = """ARRAY(
SELECT jsonb_build_object('asked', a.asked, 'unit', u.name, 'at', a.at, 'outcome', a.outcome, 'done_at', a.done_at,
  'done_by', c.given_name || ' ' || c.family_name)
FROM attendance_supportaction a JOIN staff_unit u ON u.id = a.unit_id
LEFT JOIN staff_membership m ON m.id = a.done_by_id LEFT JOIN staff_colleague c ON c.id = m.colleague_id
WHERE a.person_id = people_person.id ORDER BY a.at DESC, a.id DESC LIMIT 10)"""


@dataclass(frozen=True)
class Talk:
    """A conversation about absence as the page shows it; `support` in words."""

    fact: str
    own_words: str
    support: list[str]
    support_note: str
    result: str
    happened_at: datetime
    by: str

    @classmethod
    def read(cls, said: dict[str, Any]) -> "Talk":
        """Make it of what came with the person."""
        language = "en" if (get_language() or "").startswith("en") else "sv"
        return cls(
            said["fact"],
            said["own_words"],
            [words[language] for words in said["support"]],
            said["support_note"],
            str(Dialogue.Result(said["result"]).label),
            localtime(datetime.fromisoformat(said["happened_at"])),
            said["by"] or "",
        )


@dataclass(frozen=True)
class Asked:
    """Support that a site was asked for as the page shows it; `done_at` is None while the site has not answered."""

    asked: str
    unit: str
    at: datetime
    outcome: str
    done_at: datetime | None
    done_by: str

    @classmethod
    def read(cls, said: dict[str, Any]) -> "Asked":
        """Make it of what came with the person."""
        done_at = localtime(datetime.fromisoformat(said["done_at"])) if said["done_at"] else None
        at = localtime(datetime.fromisoformat(said["at"]))
        return cls(said["asked"], said["unit"], at, said["outcome"], done_at, said["done_by"] or "")


def with_what_is_known(people: QuerySet[Person]) -> QuerySet[Any]:
    """Add what the page asks of a person, so that it is one question: whether the plan is held and a case open too."""
    shapes = {"talks": TALKS, "actions": ASKED}
    return people.annotate(
        plan_is_held=RawSQL("people_holds(people_person.id, 'plan')", [], BooleanField()),
        has_case=Exists(Case.objects.open().filter(person=OuterRef("pk"))),
        window=RawSQL("rule('prompt_window_days', today())::int", [], IntegerField()),
        moment=Now(),
        **{name: RawSQL(text, [], ArrayField(JSONField())) for name, text in shapes.items()},  # noqa: S611  # our own text, with no values
    )


def decided() -> Exists:
    """Ask, with grounds, whether a decision on them stands."""
    return Exists(Decision.objects.standing().filter(grounds=OuterRef("pk")))


@may("requirement.see_absence")
@in_tab(Tab.ATTENDANCE)
def absence(request: Request, person_id: int) -> HttpResponse:
    """Show why somebody should talk with the person, what has been offered, and what grounds there are."""
    person: Any = get_object_or_404(with_what_is_known(Person.objects.all()), pk=person_id)
    if not person.plan_is_held:
        raise Http404
    case = Case.objects.open().get(person=person) if person.has_case and request.method == "POST" else None
    today, days = request.actor.today, person.window
    running = list(Placement.objects.on(today).filter(person=person, agreed=True).select_related("activity", "unit"))
    acts = Acts(request, acts_of(request, person, case, running) if person.has_case else ())
    if acts.carried_out():
        return redirect("requirement:absence", person_id)
    record("requirement.see_absence", person_id, scope="plan", kind="read")
    away = [row for row in sessions_of(person_id, today - timedelta(days=days), today + timedelta(days=1)) if row.away]
    context: dict[str, Any] = {
        "person": person,
        "prompt": prompts([person_id]).get(person_id),
        "days": days,
        "away": away,
        "acts": acts,
        "form": acts.form,
        "running": acts.beside("ask", running),
        "actions": [Asked.read(one) for one in person.actions],
        "talks": [Talk.read(one) for one in person.talks],
        "grounds": Grounds.objects.filter(person=person).annotate(is_decided=decided())[:12],
        "may_find": has(request.actor, "attendance.find"),
        "may_write": has(request.actor, "requirement.write_grounds") and person.has_case,
    }
    return render(request, "requirement/absence.html", context, status=acts.status)


def acts_of(request: Request, person: Any, case: Case | None, running: list[Placement]) -> list[Act]:
    """List what may be done about absence: keep the conversation, ask a site for support.

    `case` is the person's open one where something is carried out; to offer it takes none.
    """
    today, right = request.actor.today, "requirement.talk"
    typing = TALK.typing(person.pk)
    initial = {"day": today, "at": localtime(person.moment).strftime("%H:%M"), **typing.fields}
    return [
        Act(
            "talk",
            operations.talk,
            _("Write down the conversation"),
            DialogueForm,
            on={"case": case, "by": request.actor},
            given={"today": today, "initial": initial},
            done=_("Written down, in the journal too."),
            right=right,
            typing=typing,
        ),
        *(
            Act(
                "ask",
                operations.ask_support,
                _("Ask the site"),
                AskSupportForm,
                on={"placement": one},
                done=_("Asked. The site answers what came of it."),
                right=right,
                row=one.pk,
            )
            for one in running
        ),
    ]
