"""Publish figures: freeze what may be told of a month, or of its year so far, and what it was made from."""

from datetime import date

from django.db import transaction
from psycopg.types.json import Jsonb

from trappan.history.record import record
from trappan.insight.models import Publication
from trappan.insight.operations.refusals import NO
from trappan.insight.publication.words import words_now
from trappan.refusals import call


@transaction.atomic
def publish(*, month: date, since: date) -> int:
    """Publish the figures from one month up to another, once a month; return the publication's number.

    Refused: a month that nothing is told of, one that is published already, and while figures are being counted.
    """
    (made,) = call("insight_publish", month, since, None, "", Jsonb(words_now()), sentences=NO)
    record("insight.publish", publication=made, month=month, since=since)
    return int(made)


@transaction.atomic
def publish_anew(*, publication: Publication, reason: str) -> int:
    """Publish the months of a publication as they are told now, in its place; return the new one's number.

    Refused: one that another has replaced already, and while figures are being counted.
    """
    of = (publication.month, publication.since, publication.pk)
    (made,) = call("insight_publish", *of, reason, Jsonb(words_now()), sentences=NO)
    record("insight.publish_anew", publication=made, replaces=publication.pk, month=publication.month)
    return int(made)
