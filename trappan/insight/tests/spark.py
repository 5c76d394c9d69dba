"""The third engine: the same questions about the same rows, answered by Spark.

An extra of its own (`pip install "trappan[spark]"`), which needs Java and takes some ten seconds to begin.
"""

import gc
import shutil
from contextlib import contextmanager
from importlib.util import find_spec

import ibis
import pytest

from trappan.insight.indicators.counting import spine
from trappan.insight.tests.duck import alike

KINDS = {"int64": "BIGINT", "int32": "INT", "int16": "SMALLINT"}
MARKS = (
    pytest.mark.skipif(
        not (shutil.which("java") and find_spec("pyspark") and find_spec("pandas")),
        reason='Spark is asked only where Java and the extra "spark" are installed',
    ),
    # What it talks to Java through, it leaves to the garbage collector.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"),
)


@contextmanager
def begun():
    """Yield a session of Spark on this machine; its Java ends with it."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    quiet = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.sql.session.timeZone": "UTC"}
    session = SparkSession.builder.master("local[1]").config(map=quiet).getOrCreate()
    ibis.pyspark.connect(session)  # how Ibis writes for Spark is settled only when it has a session
    try:
        yield session
    finally:
        gateway = SparkContext._gateway
        session.stop()
        gc.collect()
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()
        SparkContext._gateway = SparkContext._jvm = None


def answered(session, model, asked):
    """Return what Spark answers to a question of Ibis about a table of the spine, each row as `alike`."""
    columns = {name: str(kind.copy(nullable=True)) for name, kind in spine(model).schema().items()}
    said = ", ".join(f"{name} {KINDS.get(kind, kind)}" for name, kind in columns.items())
    rows = [list(row) for row in model.objects.values_list(*columns)]
    session.createDataFrame(rows, said).createOrReplaceTempView(model._meta.db_table)
    return sorted(map(alike, session.sql(ibis.to_sql(asked, dialect="pyspark")).collect()))
