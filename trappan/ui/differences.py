"""What somebody else saved while a form was being written, shown beside what was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Difference:
    """A field in which what was saved meanwhile differs from what is being written."""

    label: str
    theirs: str


def differences(form: forms.BaseForm, saved: Mapping[str, Any], edition: int | str) -> list[Difference]:
    """Say what differs, and let the form go on from the saved edition: nothing typed is lost."""
    if str(form["edition"].value() or 0) == str(edition or 0):
        return []
    form.data = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
    form.data[form.add_prefix("edition")] = edition  # type: ignore[index]  # a copy may be written
    return [
        Difference(str(form.fields[name].label), in_words(form.fields[name], value))
        for name, value in saved.items()
        if as_typed(form[name].value()) != as_typed(form.fields[name].prepare_value(value))
    ]


def as_typed(value: Any) -> Any:
    """Return a value as a browser sends it, so that what is typed and what is saved can be compared."""
    if isinstance(value, list | tuple):
        return sorted(map(str, value))
    return "" if value in (None, False) else str(value).replace("\r\n", "\n").strip()


def in_words(field: forms.Field, value: Any) -> str:
    """Write what is saved as its reader knows it: a choice by its words."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    words = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    chosen = value if isinstance(value, list | tuple) else [field.prepare_value(value)]
    return ", ".join(words.get(str(one), str(one)) for one in chosen if one not in (None, "")) or "–"
