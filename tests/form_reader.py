"""Reads the forms that a page shows, and fills them in as a person would."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

# What a person would fill in where the kind of field does not tell.
BY_NAME = {"number": "19940417-2398"}


@dataclass(frozen=True)
class Field:
    """A field of a form as a page shows it: its name, what it holds or a person would fill in."""

    name: str
    value: str
    kind: str
    options: tuple[str, ...] = ()


@dataclass
class Form:
    """A form of a page: where it goes, how, and its fields."""

    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, ...]:
        """Tell forms of one kind by what they hold, whatever row they are of."""
        return tuple(sorted({one.rstrip("0123456789") for one in self.fields} | {self.fixed}))

    @property
    def is_button(self) -> bool:
        return all(one.kind in ("hidden", "submit") for one in self.fields.values())

    @property
    def fixed(self) -> str:
        named = self.fields.get("form")
        return named.value if named else ""


class FormReader(HTMLParser):
    """Reads the forms of a page, as a browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.form: Form | None = None
        self.select: Field | None = None
        self.options: list[tuple[str, bool]] = []
        self.area: str | None = None
        self.written = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(has.get("action", ""), has.get("method", "get").lower())
            self.forms.append(self.form)
        if self.form is None:
            return
        name = has.get("name", "")
        if tag == "textarea" and name:
            self.area, self.written = name, ""
        elif tag == "select" and name:
            self.select, self.options = Field(name, "", "select"), []
        elif tag == "option" and self.select is not None:
            self.options.append((has.get("value", ""), "selected" in has))
        elif tag in ("input", "button") and name:
            self.add(name, has)

    def add(self, name: str, has: dict[str, str]) -> None:
        assert self.form is not None
        kind = has.get("type", "text")
        known = self.form.fields.get(name)
        value = has.get("value", "")
        if kind in ("radio", "checkbox", "submit"):
            options = (*(known.options if known else ()), value)
            first = known.value if known else value
            self.form.fields[name] = Field(name, value if "checked" in has else first, kind, options)
        elif known is None:
            self.form.fields[name] = Field(name, value or BY_NAME.get(name) or filled(kind), kind)

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.written += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "textarea" and self.area is not None and self.form is not None:
            self.form.fields[self.area] = Field(self.area, self.written.strip() or "Text", "textarea")
            self.area = None
        elif tag == "select" and self.select is not None and self.form is not None:
            chosen = [value for value, selected in self.options if selected and value]
            first = chosen or [value for value, _selected in self.options if value] or [""]
            options = tuple(value for value, _selected in self.options)
            self.form.fields[self.select.name] = Field(self.select.name, first[0], "select", options)
            self.select = None


def filled(kind: str) -> str:
    """Return what a person would write in an empty field."""
    return {
        "date": "2026-11-12",
        "time": "09:00",
        "month": "2026-10",
        "number": "1",
        "datetime-local": "2026-11-12T09:00",
        "email": "kim@example.se",
        "hidden": "",
    }.get(kind, "Text")
