"""A queryset whose statement is written once in a process, and asked again and again with other values.

Django writes the SQL of a queryset anew each time, and on a page of a dozen questions that is a third of it. What a
start page asks says the same every time, of another colleague on another day.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BigIntegerField, DateField, DateTimeField, QuerySet, TextField, Value
from django.utils.translation import get_language

NUMBERS = ArrayField(BigIntegerField())
LARGEST = BigIntegerField.MAX_BIGINT
EARLY = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """Where a value stands among a statement's parameters, and as what it is sent."""

    name: str
    field: Any


class Given(Value):
    """A value in a queryset that is given when the question is asked; `like` is any value of its kind."""

    def __init__(self, name: str, field: Any, like: Any) -> None:
        super().__init__(like, field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Write the mark of a value of this kind, and keep its place."""
        sql, _like = super().as_sql(compiler, connection)
        return sql, [Place(self.name, self.output_field)]


def given_number(name: str) -> Given:
    """Return a row's number that is given when the question is asked."""
    return Given(name, BigIntegerField(), 0)


def given_numbers(name: str) -> Given:
    """Return rows' numbers that are given when the question is asked."""
    return Given(name, NUMBERS, [])


def place_of_numbers(name: str) -> Place:
    """Return the place of such numbers among the parameters of a piece of SQL of our own."""
    return Place(name, NUMBERS)


def given_day(name: str) -> Given:
    """Return a day that is given when the question is asked."""
    return Given(name, DateField(), date.min)


def given_moment(name: str) -> Given:
    """Return a moment that is given when the question is asked."""
    return Given(name, DateTimeField(), EARLY)


def given_text(name: str) -> Given:
    """Return a text that is given when the question is asked."""
    return Given(name, TextField(), "")


def place_of_day(name: str) -> Place:
    """Return the place of such a day among the parameters of a piece of SQL of our own."""
    return Place(name, DateField())


class Written:
    """The statement of a queryset: `Written(lambda: Case.objects.filter(responsible=given_number("me")))`.

    `write` makes the queryset, with what differs by kind (a role's own conditions) as its arguments: it is called
    once for each kind and language, since words come in the reader's. Rows come as from any queryset, in a list:
    narrowed further, it would be another question.
    """

    def __init__(self, write: Callable[..., QuerySet[Any]]) -> None:
        self.write = write
        self.kept: dict[tuple[Any, ...], tuple[QuerySet[Any], Any, str, tuple[Any, ...]]] = {}

    def ask(self, *kind: Any, **given: Any) -> list[Any]:
        """Return the rows, with these values in their places.

        No row has a number that no column holds: as of any queryset, an address that names one finds nothing.
        """
        if any(isinstance(value, int) and abs(value) > LARGEST for value in given.values()):
            return []
        key, connection = (get_language(), *kind), connections[DEFAULT_DB_ALIAS]
        if key not in self.kept:
            queryset = self.write(*kind)
            compiler = queryset.query.get_compiler(connection=connection)
            self.kept[key] = (queryset, compiler, *compiler.as_sql())
        queryset, compiler, sql, parameters = self.kept[key]
        values = [
            one.field.get_db_prep_value(given[one.name], connection) if isinstance(one, Place) else one
            for one in parameters
        ]
        # The connection is the thread's own; everything else of the compiler has been worked out and is only read.
        asking: Any = copy(compiler)
        query: Any = copy(queryset.query)
        asking.connection, asking.as_sql = connection, lambda: (sql, values)
        query.get_compiler = lambda *_args, **_options: asking
        rows: Any = queryset.all()
        rows._query = query  # by its property, what comes as tuples would come as dictionaries
        return list(rows)
