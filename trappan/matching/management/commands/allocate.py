"""`trappan allocate`: who could start where in a week, over all places at once; told in counts."""

import json
import re
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from trappan import database
from trappan.matching.jobs import allocations_waiting, carry_out_allocation

# In the order in which they are printed: the database keeps them in its own.
TOLD = ("waiting", "proposed", "at_two", "first_wish", "nothing", "kept")
OF_PLACE = ("name", "free", "proposed")
OF_OPENINGS = ("waiting", "proposed", "first_wish", "nothing", "kept", "openings", "places")
WEEK = re.compile(r"(\d{4})-W(\d{2})")


class Command(BaseCommand):
    """Signed in as the worker: the lines are kept for those who work with each person, and are not printed."""

    help = "Propose who could start where in a week, and print how it went in counts"
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--week", metavar="2026-W48", required=True)
        parser.add_argument("--municipality", default=settings.MUNICIPALITY)
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override("sv"):
            self.run(options)

    def run(self, options: dict[str, Any]) -> None:
        monday = monday_of(options["week"])
        of = database.value("matching_municipality", options["municipality"])
        if of is None:
            no = _("--municipality: there is none called %(name)s.")
            raise CommandError(no % {"name": options["municipality"]}, returncode=2)
        if not database.value("matching_order_allocations", monday, of):
            raise CommandError(_("--week: that week has begun. Choose one to come."), returncode=2)
        for row in allocations_waiting():
            carry_out_allocation(row)
        made = database.row("matching_allocated", of, monday)
        if made is None:
            raise CommandError(_("The worker is carrying it out. Ask again in a while."))
        counts = json.loads(made.counts)
        activities = [{key: one[key] for key in OF_PLACE} for one in counts["activities"]]
        found = {"week": options["week"], "order": made.of_order, **{key: counts.get(key, 0) for key in TOLD}}
        found["activities"] = activities
        counted = json.loads(database.value("matching_openings_allocated", of, monday) or "{}")
        found["openings"] = {key: counted.get(key) for key in OF_OPENINGS}
        if options["format"] == "json":
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        self.stdout.write(
            _("%(week)s: %(waiting)s wait, %(proposed)s are proposed a place, %(first_wish)s of them as wished.")
            % found
        )
        for one in found["activities"]:
            said = _("fewer than five, or not told") if one["proposed"] is None else one["proposed"]
            self.stdout.write(_("  %(name)s: %(free)s free, proposed: %(proposed)s") % {**one, "proposed": said})
        hidden = _("fewer than five, or not told")
        work = {key: hidden if many is None else many for key, many in found["openings"].items()}
        self.stdout.write(
            _("Work: on the lists and not asked: %(waiting)s, proposed an opening: %(proposed)s, of %(openings)s.")
            % work
        )


def monday_of(week: str) -> date:
    """Return the Monday of an ISO week written 2026-W48; refused where there is no such week."""
    if found := WEEK.fullmatch(week):
        try:
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            pass
    raise CommandError(_("--week: write an ISO week such as 2026-W48."), returncode=2)
