"""gunicorn with our application, and a worker that is started again whenever it ends."""

import socket
import subprocess
import sys
import threading
from typing import Any

import typer
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from sanad.ops.ground_words import say
from sanad.ops.stopping import Hearer

BEFORE_STARTING_AGAIN = 1.0


class AddressIsTaken(Exception):
    pass


class Sites(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Our application under gunicorn."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.given.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return get_wsgi_application()


def serve_until_stopped(hearer: Hearer, host: str, port: int, processes: int) -> None:
    """Serve, and keep a worker running. Raises AddressIsTaken."""
    listener = _listening(host, port)
    stop = threading.Event()
    keeper = threading.Thread(target=_keep_a_worker, args=(stop,), daemon=True)
    address = f"http://{host}:{listener.getsockname()[1]}/"
    Sites(
        {
            "bind": f"fd://{listener.fileno()}",
            "workers": processes,
            "loglevel": "warning",
            "timeout": 120,
            "when_ready": lambda _server: _ready(hearer, address, keeper),
            "on_exit": lambda _server: _end(stop, keeper),
        }
    ).run()


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), backlog=2048)
    except OSError as error:
        raise AddressIsTaken(f"{host}:{port}") from error


def _ready(hearer: Hearer, address: str, keeper: threading.Thread) -> None:
    typer.echo(say(hearer.lang, "serving", address=address, data=settings.DATA))
    keeper.start()


def _end(stop: threading.Event, keeper: threading.Thread) -> None:
    stop.set()
    if keeper.is_alive():
        keeper.join(timeout=30)


def _keep_a_worker(stop: threading.Event) -> None:
    """It goes gently: a page that somebody waits for goes before answers that are made ready for everybody."""
    while not stop.is_set():
        worker = subprocess.Popen([sys.executable, "-m", "sanad", "worker", "--gently"])
        while worker.poll() is None and not stop.wait(BEFORE_STARTING_AGAIN):
            pass
        if worker.poll() is None:
            worker.terminate()
            worker.wait(timeout=20)
