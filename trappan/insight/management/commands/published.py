"""`trappan published`: reads a file of published figures back and says its digest, or counts the figures anew."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trappan.insight.publication.files import digest_of, read_parquet, rows_of, write_parquet
from trappan.refusals import Refused


class Command(BaseCommand):
    """Reads a file alone, so that anybody can hold it against the digest that the publication's page says.

    With --rebuild, signed in as the worker, it counts the figures from the months that were frozen with them.
    """

    help = "Say what a file of published figures (csv or parquet) holds, and its digest; or count figures anew"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="a publication's csv file, or the parquet made of one")
        parser.add_argument("--parquet", type=Path, metavar="FILE", help="write it as Parquet too")
        parser.add_argument(
            "--rebuild", type=int, metavar="NUMBER", help="count a publication's figures anew from its frozen months"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        file: Path | None = options["file"]
        if (file is None) == (options["rebuild"] is None):
            raise CommandError("Name a file, or a publication to --rebuild.", returncode=2)
        if file is None:
            self.rebuild(options["rebuild"])
            return
        if not file.is_file():
            raise CommandError(f"There is no file {file}.", returncode=2)
        try:
            text = read_parquet(file) if file.suffix == ".parquet" else file.read_bytes().decode()
            count = sum(1 for _row in rows_of(text))
            if options["parquet"]:
                write_parquet(text, options["parquet"])
        except (Refused, UnicodeDecodeError) as no:
            raise CommandError(str(no), returncode=2) from None
        self.stdout.write(f"{count} figures, SHA-256 {digest_of(text)}")

    def rebuild(self, number: int) -> None:
        """Say whether the figures of a publication come out the same from the months that were frozen with it."""
        # Only here: a file is read without what counts.
        from trappan.insight.publication.frozen import counted_anew

        try:
            anew = counted_anew(number)
        except Refused as no:
            raise CommandError(str(no), returncode=2) from None
        self.stdout.write(
            f"{anew.same} of {anew.same + len(anew.differing)} figures come out the same from the frozen months; "
            f"{anew.corrected} stood as they were told, {anew.otherwise} do not add up and are not counted here"
        )
        if anew.differing:
            raise CommandError("Another number: " + ", ".join(anew.differing), returncode=1)
