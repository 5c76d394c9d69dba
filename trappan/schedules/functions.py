"""The database's clock as expressions for `db_default` and queries."""

from django.db.models import DateField, DateTimeField, Func


class Today(Func):
    function = "today"
    output_field = DateField()


class Now(Func):
    function = "clock"
    output_field = DateTimeField()
