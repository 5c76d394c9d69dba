"""What somebody else saved while a form was being written, shown beside what was typed."""

from dataclasses import dataclass
from typing import Any

from django import forms


@dataclass(frozen=True)
class Difference:
    """A field in which what was saved meanwhile differs from what is being written."""

    label: str
    theirs: str


def differences(form: forms.BaseForm, saved: dict[str, Any], edition: int) -> list[Difference]:
    """Say what differs, and let the form go on from the saved edition: nothing typed is lost."""
    if str(form["edition"].value() or 0) == str(edition):
        return []
    form.data = {**form.data.dict(), form.add_prefix("edition"): edition}  # type: ignore[attr-defined]  # a QueryDict
    found = []
    for name, value in saved.items():
        field = form.fields[name]
        shown = str(field.prepare_value(value) if value is not None else "")
        typed = str(form[name].value() or "")
        if shown != typed:
            found.append(Difference(str(field.label), shown or "–"))
    return found
