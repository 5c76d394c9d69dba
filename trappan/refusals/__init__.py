"""How the domain says no: one exception with a sentence for the person who asked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from trappan import database

# A sentence for people, perhaps not yet put into their language.
Sentence = str | Promise
Sentences = Mapping[str, Sentence | tuple[str, Sentence]]


class Refused(Exception):
    """An anticipated no. The text is shown to the user: what was wrong and what to do.

    `field` names the form field that the sentence concerns, empty for the whole form.
    """

    def __init__(self, sentence: Sentence, field: str = "") -> None:
        super().__init__(str(sentence))
        self.field = field


MEANWHILE = gettext_lazy("Somebody else has saved meanwhile. Look at what differs below, and save again.")


class Overtaken(Refused):
    """Somebody else saved the same thing while this was being written: look at both, save again."""

    def __init__(self, sentence: Sentence = MEANWHILE, field: str = "") -> None:
        super().__init__(sentence, field)


READS_ONLY = gettext_lazy("You may read this, and not change it. Ask the colleague who has the case.")


def is_unwritable(error: DatabaseError) -> bool:
    """Tell whether the database refused a row because its reader may not write it."""
    return getattr(error.__cause__, "sqlstate", "") == "42501" and "row-level" in str(error)


AT_ONCE = gettext_lazy("Somebody else saved something here at the same moment. Look at the page again, and save anew.")


# Rows that are to be there once, and locks that two waited for. Where a rule has a sentence of its own, that is said.
COLLIDED = {"23505", "23P01", "40001", "40P01", "55P03"}


def is_collision(error: DatabaseError) -> bool:
    """Tell whether two did the same at the same moment, and the database let the other one do it."""
    return getattr(error.__cause__, "sqlstate", "") in COLLIDED


@contextmanager
def refusing(sentences: Sentences) -> Iterator[None]:
    """Turn the database's no, by the name of its constraint, into a sentence.

    Values are a sentence, or a field and a sentence. A constraint that is not listed passes on as
    the error it is, but where two did the same at once: only anticipated trouble is refused politely.
    """
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if is_unwritable(error):
            raise Refused(READS_ONLY) from error
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        if name not in sentences and is_collision(error):
            raise Refused(AT_ONCE) from error
        if name not in sentences:
            raise
        raise refusal_of(sentences, name) from error


def refusal_of(sentences: Sentences, name: str) -> Refused:
    """Return the no that a constraint's name stands for, for whoever looks before the database would say it."""
    answer = sentences[name]
    field, sentence = answer if isinstance(answer, tuple) else ("", answer)
    return Refused(sentence, field)


def call(function: str, *values: Any, sentences: Sentences) -> Any:
    """Call one of the database's own functions and return its row; its no comes as a sentence."""
    with refusing(sentences):
        return database.row(function, *values)
