"""What a page lets somebody do: each act with its form, its operation, its right and its words.

A page with several forms lists its acts; the one that was sent is bound, carried out and answered
here, in one way. A template draws an act with `{% act acts.pause %}`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, has
from trappan.ui.forms import Form

Words = str | Promise
SAVED = gettext_lazy("Saved.")


@dataclass
class Act:
    """One thing that may be done on a page.

    `on` is what the operation is carried out on, beside what is typed in the form; `given` is what
    the form is made with. `row` tells acts of the same name apart, one a row; `beside` says to a
    screen reader what the button's words concern. `done` are the words afterwards, or makes them of
    what the operation returned. An act whose right the actor lacks is not offered.
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
    bound: forms.BaseForm = field(init=False)

    @property
    def key(self) -> str:
        return f"{self.name}-{self.row}" if self.row else self.name

    def bind(self, sent: Mapping[str, Any] | None) -> None:
        """Make the form: with what was typed, where this is the act that was sent."""
        prefix = self.key if self.prefixed else None
        self.bound = self.form(sent, prefix=prefix, **self.given)

    def said(self, returned: Any) -> str:
        """Return the words that tell what was done."""
        return str(self.done(returned) if callable(self.done) else self.done)


class Acts(Mapping[str, Act]):
    """The acts of a page, by name (`pause`) or name and row (`resume-17`); bound to what was sent."""

    def __init__(self, request: Request, acts: Iterable[Act]) -> None:
        self.request = request
        self.offered = {act.key: act for act in acts if not act.right or has(request.actor, act.right)}
        name, row = (request.POST.get(which, "") for which in ("form", "row"))
        self.named = name
        self.sent = self.offered.get(f"{name}-{row}" if row else name)
        for act in self.offered.values():
            act.bind(request.POST if act is self.sent else None)

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

        A no lands in the form, where what was typed stays; without fields there is nothing to put
        right, so it is told on the page as it is now.
        """
        if self.named and self.sent is None:
            messages.error(self.request, _("That can no longer be done here. Look at the page as it is now."))
            return True
        act = self.sent
        if act is None or not act.bound.is_valid():
            return False
        returned: list[Any] = []

        def operation(**values: Any) -> None:
            returned.append(act.operation(**values))

        if carry_out(act.bound, operation, **act.on, **act.bound.cleaned_data):
            messages.success(self.request, act.said(returned[0]))
            return True
        if act.bound.fields:
            return False
        for sentence in act.bound.non_field_errors():
            messages.error(self.request, str(sentence))
        return True
