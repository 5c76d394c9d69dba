"""Months of the spine as Parquet, and read back. The worker's alone: no web process imports DuckDB.

What is on its way from one database to the other lies in files without a name, which are gone with the process however
it ends; what DuckDB finds no memory for, in a folder that is erased (working.py).
"""

import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from typing import IO, Any

from django.db import models

from trappan import database
from trappan.working import working_folder

KINDS: dict[type[models.Field], str] = {
    models.DateField: "DATE",
    models.BigIntegerField: "BIGINT",
    models.IntegerField: "INTEGER",
    models.SmallIntegerField: "SMALLINT",
    models.CharField: "VARCHAR",
    models.BooleanField: "BOOLEAN",
}


def kinds_of(table: type[models.Model]) -> dict[str, str]:
    """Return the columns of a table of the spine, each with its kind in Parquet; rows have no number of their own."""
    fields = [one for one in table._meta.get_fields() if isinstance(one, models.Field)]
    return {str(one.column): KINDS[type(one)] for one in fields if one.name != "id"}


def written(statement: str, kinds: Mapping[str, str]) -> bytes:
    """Return what a statement answers as Parquet, its columns of these kinds, the same file for the same rows.

    `statement` is our own text and takes no parameters.
    """
    import duckdb

    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in kinds.items())
    with tempfile.TemporaryFile() as rows, tempfile.TemporaryFile() as file:
        for part in database.copied(statement):
            rows.write(part)
        rows.flush()
        # One thread, so that rows come out as they came in. An empty text is another thing than none.
        with working_folder() as spilt, duckdb.connect(config={"threads": 1, "temp_directory": str(spilt)}) as engine:
            engine.execute(
                f"COPY (SELECT * FROM read_csv('{path_of(rows)}', header = false, auto_detect = false, delim = ',', "
                f"quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false, columns = {{{columns}}})) "
                f"TO '{path_of(file)}' (FORMAT parquet, USE_TMP_FILE false)"
            )
        file.seek(0)
        return file.read()


def answered(files: Iterable[bytes], name: str, question: str) -> list[dict[str, Any]]:
    """Return what DuckDB answers to a question about a table that these Parquet files make together."""
    import duckdb

    with ExitStack() as opened:
        paths = []
        for content in files:
            file = opened.enter_context(tempfile.TemporaryFile())
            file.write(content)
            file.flush()
            paths.append(f"'{path_of(file)}'")
        with working_folder() as spilt, duckdb.connect(config={"temp_directory": str(spilt)}) as engine:
            engine.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{', '.join(paths)}])")
            found = engine.execute(question)
            columns = [one[0] for one in found.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def path_of(file: IO[bytes]) -> str:
    """Return how this process names an open file that has no name."""
    return f"/dev/fd/{file.fileno()}"
