"""Whether another program has a file open: it would write on into a file that was replaced."""

from __future__ import annotations

import fcntl
import os
import signal
from pathlib import Path

SET_SIGNAL: int | None = getattr(fcntl, "F_SETSIG", 10)
"""Linux, fcntl(2): the signal by which the kernel asks a lease back."""


def is_open_elsewhere(path: Path) -> bool:
    """Whether anybody else has a file open at this moment.

    Told by a write lease, which the kernel gives only on a file that nobody else has open; it is
    given back at once. Where there are no leases, the answer is no.

    Raises:
        OSError: where the file cannot be opened.
    """
    lease = getattr(fcntl, "F_SETLEASE", None)
    if lease is None or SET_SIGNAL is None:
        return False
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        # Should somebody open it in this very moment: a signal that is ignored by default.
        fcntl.fcntl(descriptor, SET_SIGNAL, signal.SIGURG)
        fcntl.fcntl(descriptor, lease, fcntl.F_WRLCK)
        fcntl.fcntl(descriptor, lease, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except OSError:
        # No leases on this file system, or not for this user.
        return False
    finally:
        os.close(descriptor)
    return False
