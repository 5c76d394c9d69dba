"""A column that is one of many numbers, asked in a statement whose text is the same however many they are."""

from collections.abc import Iterable

from django.db.models import BooleanField, F, Func, Value
from django.db.models.expressions import BaseExpression

from trappan.database.written import NUMBERS


class IsAmong(Func):
    """A condition: the column of numbers is one of these, or of what a subquery returns, gathered first.

    Each is found by its own index. `__in` writes a mark for each number, and the database plans such a
    statement anew for each length; joined, secrecy would be asked of every row.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY ("
    output_field = BooleanField()

    def __init__(self, column: str, numbers: Iterable[int] | BaseExpression) -> None:
        array = numbers if isinstance(numbers, BaseExpression) else Value(list(numbers), NUMBERS)
        super().__init__(F(column), array)
