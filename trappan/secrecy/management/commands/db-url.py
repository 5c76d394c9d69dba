"""`trappan db-url --role owner|web|nightly`: where and as whom to reach the database, for psql and other programs."""

import json
from typing import Any
from urllib.parse import quote, urlencode

from django.core.management.base import BaseCommand, CommandParser

from trappan.environment import database


class Command(BaseCommand):
    """Print the address of the installation's database for one of its roles that sign in.

    The embedded server has no passwords and listens on a socket that only this machine's own account
    and root reach; it runs while some Trappan process does.
    """

    help = "Print the database's address for a role"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--role", choices=["owner", "web", "nightly"], default="web")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *_args: Any, **options: Any) -> None:
        url = address(database(options["role"], demo=False))
        self.stdout.write(json.dumps({"role": options["role"], "url": url}) if options["format"] == "json" else url)


def address(where: dict[str, Any]) -> str:
    """Write where and as whom as a PostgreSQL address."""
    who = quote(where["USER"], safe="")
    if where.get("PASSWORD"):
        who += f":{quote(where['PASSWORD'], safe='')}"
    options = dict(where.get("OPTIONS", {}))
    host = where["HOST"]
    if host.startswith("/"):
        options["host"], host = host, ""
    elif ":" in host:
        host = f"[{host}]"
    port = f":{where['PORT']}" if where.get("PORT") else ""
    asked = f"?{urlencode(options, safe='/')}" if options else ""
    return f"postgresql://{who}@{host}{port}/{quote(where['NAME'])}{asked}"
