"""What a document must hold beyond its shape: references that lead somewhere and the laws of the catalogue."""

from careers.checks.catalogue import catalogue_problems
from careers.checks.guides import guide_problems

__all__ = ["catalogue_problems", "guide_problems"]
