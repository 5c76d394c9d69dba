"""What every form of the house does by itself."""

import re
from decimal import Decimal

from django import forms
from django.forms.renderers import DjangoTemplates
from django.urls import get_resolver
from django.utils.safestring import mark_safe

from trappan.ui.forms import Form, FormRenderer, NumberField, OpenText


class NoticeForm(Form):
    day = forms.DateField()
    title = OpenText()
    reason = OpenText(help_text="Varför?", required=False)


def test_a_form_that_everybody_reads_says_so_once_and_refuses_a_personal_number():
    form = NoticeForm({"day": "2026-11-12", "title": "Kim 19900101-2384 är borta"})
    assert form.errors["title"] == ["Alla läser det här, så inget om en person får stå här. Ta bort personnumret."]
    assert "skriv inget om en person" in form.fields["title"].help_text
    assert form.fields["reason"].help_text == "Varför?"


def test_what_only_looks_like_many_digits_may_stand_where_everybody_reads():
    for said in ("Ring 070-123 45 67", "Stängt 2026-11-12--2026-11-20", "Rum 1234, hus 20260101"):
        assert "title" not in NoticeForm({"day": "2026-11-12", "title": said}).errors


def test_letters_are_kept_composed_however_they_were_typed():
    form = NoticeForm({"day": "2026-11-12", "title": "A\u030asa pa\u030a O\u0308n"})
    assert form.is_valid()
    assert form.cleaned_data["title"] == "Åsa på Ön"


def all_forms(of=Form):
    """Yield every form class of the product."""
    for one in of.__subclasses__():
        yield one
        yield from all_forms(one)


def test_every_number_with_decimals_is_taken_with_a_comma():
    assert get_resolver().url_patterns, "every page, and so every form, is read in"
    found = {
        (form.__name__, name): field
        for form in all_forms()
        for name, field in form.base_fields.items()
        if isinstance(field, forms.DecimalField)
    }
    assert {name for name, field in found.items() if not isinstance(field, NumberField)} == set()
    assert NumberField(max_digits=6, decimal_places=1).clean("1 012,5") == Decimal("1012.5")
    assert NumberField(max_digits=6, decimal_places=1).clean("12.5") == Decimal("12.5")


class Chosen(Form):
    one = forms.ChoiceField(
        choices=[("", "Välj"), ("a&b", "Café <Nord>"), ('Grupp "1"', [(1, "Ett"), (2, mark_safe("Två &amp; tre"))])],
        widget=forms.Select(attrs={"data-size": "sm", "autofocus": True, "hidden": False}),
    )
    some = forms.MultipleChoiceField(choices=[(1, "Ett"), (2, "Två")])


def test_a_list_to_choose_from_is_what_the_librarys_own_template_says_of_it():
    form = Chosen({"one": "2", "some": ["1", "2"]})
    for name in form.fields:
        bound = form[name]
        widget, attrs = bound.field.widget, bound.build_widget_attrs({"id": f"id_{name}"})
        ours, theirs = (
            widget.render(bound.html_name, bound.value(), attrs, one) for one in (FormRenderer(), DjangoTemplates())
        )
        assert "selected" in ours
        assert without_space(ours) == without_space(theirs)


def without_space(markup):
    return re.sub(r"\s*\n\s*", "", markup)
