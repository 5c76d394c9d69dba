"""`trappan fonts`: cut the typefaces of documents, so that the first paper waits for nothing."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from trappan.documents.fonts import folder


class Command(BaseCommand):
    help = "Cut the typefaces of documents, unless it is done (`trappan serve` begins it)"

    def handle(self, *_args: Any, **_options: Any) -> None:
        os.nice(10)  # pages come first
        folder()
