"""Finding by name what everybody may read: every word that was typed is the start of a part of the name."""

from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db.models import BooleanField, F, Func, TextField, Value


class NameVector(Func):
    """The parts of a name, as PostgreSQL indexes words."""

    function = "name_vector"
    output_field = SearchVectorField()


class Called(Func):
    """Is a name so as somebody has typed: each word the start of a part of it, in any order?"""

    template = "(%(expressions)s)"
    arg_joiner = " @@ "
    output_field = BooleanField()

    def __init__(self, name: NameVector, typed: str) -> None:
        query = Func(Value(typed, TextField()), function="typed_query", output_field=SearchQueryField())
        super().__init__(name, query)


NAME = NameVector(F("name"))
FULL_NAME = NameVector(F("given_name"), F("family_name"))
