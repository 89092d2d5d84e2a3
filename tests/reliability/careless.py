"""WSGI entry point of the site with its careless twins."""

from tests.careers.ready.plain_static import application
from tests.reliability import twins

__all__ = ["application"]

twins.install()
