"""Workers of this machine, which Dask starts for one run."""

from contextlib import suppress
from typing import Any

_LOOPBACK = "127.0.0.1"
_ANY_PORT = f"{_LOOPBACK}:0"
_IGNORE_INTERRUPTS = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"
"""Ctrl+C reaches these workers, too, which would print how they ended; the process that started them ends them."""
_LOOKS = 3
"""Looks at which a worker must be dead before another takes its place: Dask starts most of them again itself."""


class LocalWorkers:
    """Workers on the loopback, one processor each, with a scheduler in this process."""

    def __init__(self, count: int) -> None:
        """Start them. Raises OSError and RuntimeError."""
        from distributed import LocalCluster

        self.cluster: Any = LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            host=_LOOPBACK,
            dashboard_address=_ANY_PORT,
            worker_dashboard_address=_ANY_PORT,
            memory_limit=0,
            preload=[_IGNORE_INTERRUPTS],
        )
        self._count, self._looks = count, 0

    def replace_dead(self) -> None:
        """Start others for workers that stay dead.

        Those do that are killed while they start.
        """
        alive = sum(bool(worker.is_alive()) for worker in list(self.cluster.workers.values()))
        self._looks = self._looks + 1 if alive < self._count else 0
        if self._looks >= _LOOKS:
            self.cluster.scale(len(self.cluster.worker_spec) + self._count - alive)
            self._looks = 0

    def kill(self) -> None:
        """End them at once, whatever they do."""
        from multiprocessing import active_children

        for worker in list(self.cluster.workers.values()):
            worker.auto_restart = False
        for process in active_children():
            process.kill()

    def close(self) -> None:
        """End them and the scheduler."""
        with suppress(Exception):  # What is gone already needs no closing.
            self.cluster.close(timeout=5)
