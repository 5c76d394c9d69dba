"""The worker itself: hears the bells, makes the minute's round, and ends in good order. No web process imports this.

It works in two lanes beside each other, each with its bells, its round and one thing at a time: what may take minutes
(worker/jobs.py), and all the rest.
"""

import asyncio
import logging
import os
import signal
import threading
import time
from contextlib import suppress
from typing import Any

from asgiref.sync import sync_to_async
from django.db import close_old_connections, connection
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status

from trappan.environment import OF_THE_CONNECTION
from trappan.worker.jobs import Order, long_ones, orders, see_to_what_is_due

DUE = "worker.due"
# The library's own name of the queue that is none in particular: there the round for all but what takes long.
DEFAULT, LONG = "default", "long"
EACH_MINUTE = "* * * * *"
# A sign of life every ten seconds; who has given none for so long is dead, and so are the bells it had taken.
SIGN_OF_LIFE, DEAD = 10.0, 30.0
# What is being done when the worker is asked to end may take so long: sending gives up earlier by itself.
GRACE = 20.0
BETWEEN_TRIES = 5.0
ENDING = threading.Event()

logger = logging.getLogger(__name__)


def make_app() -> App:
    """Return the library's own idea of our work: a task for each kind of row, and one for what is due in each lane."""
    app = App(connector=PsycopgConnector(kwargs=where(), min_size=1, max_size=6))
    for order in orders():
        app.task(name=order.name)(heard(order))

    async def due(timestamp: int, long: bool = False) -> None:  # noqa: ARG001  # the library says which minute it is
        """Put dead workers' bells aside, whose rows wait; then carry out what waits, and the day's chores."""
        for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=DEAD):
            await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
        await sync_to_async(see_to_it, thread_sensitive=False)(long)

    task = app.task(name=DUE)(due)
    for lane in (DEFAULT, LONG):
        app.periodic(cron=EACH_MINUTE, periodic_id=lane, **round_of(lane))(task)
    return app


def round_of(lane: str) -> dict[str, Any]:
    """Return what the library is told of a lane's round: one that waits is enough.

    What takes long is carried out in the bells' order, latest year first: its round comes when no bell waits.
    """
    after_bells = -30_000 if lane == LONG else 0
    about = {"queue": lane, "queueing_lock": f"{DUE}.{lane}", "priority": after_bells}
    return {**about, "task_kwargs": {"long": lane == LONG}}


def queues_of(lane: str) -> list[str]:
    """Return whose bells a lane hears: its round's, and those of its kinds of rows."""
    named = long_ones()
    return [lane, *(order.name for order in orders() if (order.name in named) == (lane == LONG))]


def heard(order: Order) -> Any:
    """Return what a bell of this kind begins."""

    def carry_out(row: int) -> None:
        try:
            order.carry_out(row)
        finally:
            close_old_connections()

    return carry_out


def see_to_it(long: bool) -> None:
    """See to what is due in a thread of one's own, which keeps no connection afterwards."""
    try:
        see_to_what_is_due(ENDING.is_set, long=long)
    finally:
        close_old_connections()


def where() -> dict[str, Any]:
    """Return where and as whom to sign in, as the driver takes it."""
    known = {"host", "port", "user", "password", "dbname"} | OF_THE_CONNECTION
    return {name: value for name, value in connection.get_connection_params().items() if name in known}


def work() -> None:
    """Work until asked to end; where the database goes away, wait and come back."""
    while not ENDING.is_set():
        try:
            asyncio.run(listen(make_app()))
        except ConnectorException:
            logger.exception("The database does not answer; trying again in %s s", BETWEEN_TRIES)
            time.sleep(BETWEEN_TRIES)


async def listen(app: App) -> None:
    """Work in both lanes until SIGTERM or SIGINT; what is begun is ended first."""
    async with app.open_async():
        lanes = [asyncio.ensure_future(keep_to(app, lane)) for lane in (DEFAULT, LONG)]
        loop = asyncio.get_running_loop()

        def leave() -> None:
            if ENDING.is_set():  # asked already: asked again, the library would let go of what is begun
                return
            ENDING.set()
            for lane in lanes:
                lane.cancel()
            # A thread cannot be told to end: past the grace the process is, and another goes on where it stood.
            loop.call_later(GRACE, os._exit, 1)

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, leave)
        ended, _others = await asyncio.wait(lanes, return_when=asyncio.FIRST_EXCEPTION)
        for lane in ended:
            if not lane.cancelled():
                lane.result()


async def keep_to(app: App, lane: str) -> None:
    """Begin with what has waited, then hear the lane's bells; where its worker ends by itself, begin anew."""
    while not ENDING.is_set():
        try:
            with suppress(AlreadyEnqueued):  # the one that waits is as good
                await app.tasks[DUE].configure(**round_of(lane)).defer_async(timestamp=0)
            await app.run_worker_async(
                queues=queues_of(lane),
                delete_jobs="always",
                install_signal_handlers=False,
                shutdown_graceful_timeout=GRACE,
                update_heartbeat_interval=SIGN_OF_LIFE,
                stalled_worker_timeout=DEAD,
            )
        except ConnectorException:
            logger.exception("The database does not answer; trying again in %s s", BETWEEN_TRIES)
        else:
            # A side task of the library's has failed, by a bell that is none or a connection that broke.
            logger.error("The worker ended by itself; beginning anew in %s s", BETWEEN_TRIES)
        await asyncio.sleep(BETWEEN_TRIES)
