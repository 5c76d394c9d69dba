"""Write what messages to persons say, from a day."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.messages.texts import refuse_words
from trappan.refusals import Sentences, call

NO: Sentences = {"wording_from_today": ("starts_on", _("Choose today or a day to come: what was sent is sent."))}


@transaction.atomic
def write_wording(*, kind: str, language: str, text: str, starts_on: date) -> int:
    """Write the municipality's own words of a kind in a language from a day; empty where ours go out from then on.

    Refused: what tells more than the kind may, braces that are no mark of ours, and a day that has passed.
    """
    words = " ".join(text.split())
    refuse_words(kind, words)
    (written,) = call("messages_write_wording", kind, language, words, starts_on, sentences=NO)
    record("messages.write_wording", scope="log", kind="access", wording=written, of=kind, language=language)
    return int(written)
