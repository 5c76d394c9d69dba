"""Several programs that live and end together: the web server and the worker of the demo."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping

# How long one that is asked to end may take: the worker ends what it has begun.
PATIENCE = 25.0
LOOK = 0.1
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def run_together(commands: list[list[str]], environment: Mapping[str, str]) -> int:
    """Run the commands until one of them ends, then end the others; return the status of the one that ended.

    Whatever ends this process ends them with it, also where it is killed (on Linux), and leaves no port taken.
    """
    begun: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            # In a group of its own: what is sent to the whole group, as by Ctrl-C, would reach a server's own workers
            # past it, and it would wait for them for ever. Not in a session of its own, where Linux would give the
            # worker, which steps back, as much of the machine as the pages.
            one = subprocess.Popen(command, env=environment, process_group=0, preexec_fn=end_with_parent)
            begun.append(one)
        while all(one.poll() is None for one in begun):
            time.sleep(LOOK)
        return next(one.returncode for one in begun if one.returncode is not None) or 1
    finally:
        for one in begun:
            one.terminate()
        ends_by = time.monotonic() + PATIENCE
        for one in begun:
            try:
                one.wait(timeout=max(0.0, ends_by - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(one.pid, signal.SIGKILL)
                one.wait()


def end_with_parent() -> None:
    """Ask the kernel to end this program when the one that began it has died, by whatever means."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
