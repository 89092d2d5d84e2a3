"""Writes that touch several rows of the content: loading documents, drafts, and publishing them."""

from careers.services.loading import ContentError, Loaded, load_content
from careers.services.publishing import (
    Moved,
    NotApproved,
    Overtaken,
    PastSchedule,
    Scheduled,
    Unchanged,
    publish,
    withdraw,
)
from careers.services.working import ASSESSED_CAREER, SHAPES, Document, digest, problems_of, write

__all__ = [
    "ASSESSED_CAREER",
    "SHAPES",
    "ContentError",
    "Document",
    "Loaded",
    "Moved",
    "NotApproved",
    "Overtaken",
    "PastSchedule",
    "Scheduled",
    "Unchanged",
    "digest",
    "load_content",
    "problems_of",
    "publish",
    "withdraw",
    "write",
]
