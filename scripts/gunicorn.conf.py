"""How the site is served: threads, because pages wait for the database more than they compute."""

from typing import Any

workers = 2
worker_class = "gthread"
threads = 4
# One import for all workers, and one message where the start fails.
preload_app = True
loglevel = "warning"
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Say where the site is, once it answers; let plans be worked out beside it, unless WORKER is 0."""
    host, port = server.LISTENERS[0].sock.getsockname()[:2]
    print(f"\nCMIO Coach is at http://{host}:{port}/ (stop it with Ctrl-C)", flush=True)
    print("Become an editor: in another terminal, make admin EMAIL=you@example.org", flush=True)
    # The application is there by now, and with it the settings and the folder that it is imported from.
    from django.conf import settings

    from assessments.management.planner import Planner

    server.planner = None
    if settings.WORKER and not server.cfg.reload:
        server.planner = Planner([listener.sock.fileno() for listener in server.LISTENERS])
        server.planner.start()


def on_reload(server: Any) -> None:
    """Let the worker have the new code too."""
    if server.planner:
        server.planner.renew()


def on_exit(server: Any) -> None:
    """Leave no worker behind; a server that never answered has none."""
    if getattr(server, "planner", None):
        server.planner.stop()
