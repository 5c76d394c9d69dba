"""`trappan concepts FOLDER`: bring in occupations, their groups, skills and languages from the taxonomy's files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from trappan.refusals import Refused
from trappan.rules.operations import load_taxonomy
from trappan.rules.taxonomy import read_taxonomy
from trappan.schedules.clock import today


class Command(BaseCommand):
    help = "Bring in occupations, groups, skills and languages from a folder with the taxonomy's files"
    requires_system_checks = ()  # they walk all pages, of which this shows none

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        with translation.override("sv"):
            try:
                told = load_taxonomy(taxonomy=read_taxonomy(options["folder"]), today=today())
            except Refused as refusal:
                raise CommandError(str(refusal), returncode=2) from refusal
            self.stdout.write(
                _("%(new)s concepts new, %(changed)s changed, %(ended)s ended; %(links)s links and %(marks)s marks.")
                % told
            )
