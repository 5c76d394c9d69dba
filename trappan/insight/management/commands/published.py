"""`trappan published`: reads a file of published figures back, says its digest, and makes Parquet of it."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trappan.insight.publication.files import digest_of, read_parquet, rows_of, write_parquet
from trappan.refusals import Refused


class Command(BaseCommand):
    """Reads files alone, so that anybody can hold a file against the digest that the publication's page says."""

    help = "Say what a file of published figures (csv or parquet) holds, and its digest"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a publication's csv file, or the parquet made of one")
        parser.add_argument("--parquet", type=Path, metavar="FILE", help="write it as Parquet too, where DuckDB is")

    def handle(self, *_args: Any, **options: Any) -> None:
        file: Path = options["file"]
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
