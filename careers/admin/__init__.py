"""The editors' desk: rows are edited here, and become what readers see when they are published."""

from careers.admin import catalogue, guides, published

__all__ = ["catalogue", "guides", "published"]
