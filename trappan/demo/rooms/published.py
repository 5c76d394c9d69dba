"""What the controller published in October, before households that stood there twice were put right."""

from datetime import date

from trappan import database
from trappan.demo.clock import moment
from trappan.insight.models import Publication, PublishedCell
from trappan.insight.publication.files import digest_of, open_data
from trappan.insight.publication.words import words_now
from trappan.staff.models import Membership

MONTH, PUBLISHED = date(2026, 9, 1), date(2026, 10, 5)
# So many more stood there then than do now.
TWICE = {"households": 6, "people": 9}


def publish() -> None:
    """Let September have been published as it stood then; what is told of it today is the worker's to count."""
    controller = Membership.objects.select_related("unit").get(role="controller")
    [now] = database.query(
        "SELECT count(DISTINCT s.household_id) AS households, count(*) AS people FROM assistance_supportmonth s"
        " WHERE s.month = %s",
        [MONTH],
    )
    made = Publication.objects.create(
        municipality_id=controller.unit.organisation_id,
        month=MONTH,
        since=MONTH,
        words=words_now(),
        builds=[],
        pictures={},
        figures=len(TWICE),
        author=controller,
        at=moment(PUBLISHED, 10, 20),
    )
    for indicator, more in TWICE.items():
        then = getattr(now, indicator) + more
        PublishedCell.objects.create(
            publication=made,
            indicator=indicator,
            month=MONTH,
            value=then,
            numerator=then,
            cutoff=moment(PUBLISHED, 2, 15),
        )
    Publication.objects.filter(pk=made.pk).update(digest=digest_of(open_data(made)))
