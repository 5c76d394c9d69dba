"""Periods on a page: `{{ row.ends_on|day_before|day }}`, in every template."""

from django import template

from trappan.schedules.periods import day_before

register = template.Library()
register.filter(day_before)
