"""What a page lets somebody do: each act with its form, its operation, its right and its words.

A page with several forms lists its acts; the one that was sent is bound, carried out and answered
here, in one way. A template draws an act with `{% act acts.pause %}`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, has, refuse_without
from trappan.ui.forms import Form

Words = str | Promise
SAVED = gettext_lazy("Saved.")


@dataclass
class Act:
    """One thing that may be done on a page.

    `on` is what the operation is carried out on, beside what is typed in the form; `given` is what
    the form is made with. `row` tells acts of the same name apart, one a row; `beside` says to a
    screen reader what the button's words concern. `done` are the words afterwards, or makes them of
    what the operation returned; without words nothing is said. An act whose right the actor lacks
    is not offered. Hidden fields carry what the page showed (its edition, the rows it listed). `typing` is what
    the writer has typed there and not saved (`cases.views.draft`). A `late` act is of something that is over: it is
    offered where it was sent alone, by somebody whose page was older; its operation refuses, and what was typed stays.
    """

    name: str
    operation: Callable[..., Any]
    button: Words
    form: Callable[..., forms.BaseForm] = Form
    on: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    done: Words | Callable[[Any], Words] = SAVED
    right: str = ""
    row: int = 0
    beside: str = ""
    prefixed: bool = True
    typing: Any = None
    late: bool = False
    bound: forms.BaseForm = field(init=False)

    @property
    def key(self) -> str:
        return f"{self.name}-{self.row}" if self.row else self.name

    def bind(self, sent: Mapping[str, Any] | None, files: Mapping[str, Any]) -> None:
        """Make the form: with what was typed and chosen, where this is the act that was sent."""
        prefix = self.key if self.prefixed else None
        chosen = {"files": files} if sent is not None and files else {}
        self.bound = self.form(sent, prefix=prefix, **chosen, **self.given)

    @property
    def typed(self) -> bool:
        """Tell whether anybody types or chooses anything; what is hidden only says what was shown."""
        return bool(self.bound.visible_fields())

    def said(self, returned: Any) -> str:
        """Return the words that tell what was done."""
        return str(self.done(returned) if callable(self.done) else self.done)


class Acts(Mapping[str, Act]):
    """The acts of a page, by name (`pause`) or name and row (`resume-17`); bound to what was sent.

    `gone` are the page's own words where an act was sent that it does not offer (any more). Without
    them that is told in general words, and a row that the page has no act for is not found.
    """

    def __init__(self, request: Request, acts: Iterable[Act], gone: Words = "") -> None:
        self.request = request
        self.gone = gone
        name, row = (request.POST.get(which, "") for which in ("form", "row"))
        self.named, self.row = name, row
        self.key = f"{name}-{row}" if row else name
        listed = {act.key: act for act in acts if not act.late or act.key == self.key}
        self.offered = {key: act for key, act in listed.items() if not act.right or has(request.actor, act.right)}
        self.withheld = {key: act.right for key, act in listed.items() if key not in self.offered}
        self.sent = self.offered.get(self.key)
        for act in self.offered.values():
            act.bind(request.POST if act is self.sent else None, request.FILES)

    def __getitem__(self, key: str) -> Act:
        return self.offered[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.offered)

    def __len__(self) -> int:
        return len(self.offered)

    def beside(self, name: str, rows: Iterable[Any], *others: str) -> list[tuple[Any, ...]]:
        """Pair each row with its acts of these names; None where an act is not offered for it."""
        return [(row, *(self.get(f"{one}-{row.pk}") for one in (name, *others))) for row in rows]

    @property
    def form(self) -> forms.BaseForm | None:
        """Return the form that was sent, for the page's title and answer."""
        return self.sent.bound if self.sent else None

    @property
    def status(self) -> int:
        return 422 if self.form is not None and self.form.errors else 200

    def carried_out(self) -> bool:
        """Carry out what was sent and say so; tell whether the page is to be loaded anew.

        A no lands in the form, where what was typed stays; where nothing is typed there is nothing
        to put right, so it is told on the page as it is now.
        """
        act = self.sent
        if act is None:
            return self.answer_gone()
        returned: list[Any] = []

        def operation(**values: Any) -> None:
            returned.append(act.operation(**values))

        if act.bound.is_valid() and carry_out(act.bound, operation, **act.on, **act.bound.cleaned_data):
            if said := act.said(returned[0]):
                messages.success(self.request, said)
            return True
        if act.typed:
            return False
        for sentences in act.bound.errors.values():
            messages.error(self.request, str(sentences[0]))
        return True

    def answer_gone(self) -> bool:
        """Tell whether an act was sent that the page does not offer, and say so; refuse one of another role's."""
        if not self.named:
            return False
        if self.key in self.withheld:
            refuse_without(self.request, self.withheld[self.key])
        if self.row and not self.gone:
            raise Http404
        words = self.gone or _("That can no longer be done here. Look at the page as it is now.")
        messages.error(self.request, str(words))
        return True
