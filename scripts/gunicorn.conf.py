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
    """Say where the site is, once it answers."""
    host, port = server.LISTENERS[0].sock.getsockname()[:2]
    print(f"\nCMIO Coach is at http://{host}:{port}/ (stop it with Ctrl-C)", flush=True)
    print("Become an editor: in another terminal, make admin EMAIL=you@example.org", flush=True)
