"""Which code and templates make the pages: kept pages of another release are never served."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

SOURCES = (
    *("careers/**/*.py", "careers/**/*.typ", "assessments/**/*.py", "assessments/*.json", "cmio_coach/**/*.py"),
    *("templates/**/*.html", "requirements/*.txt"),
)


@cache
def release() -> str:
    """A fingerprint of all that shapes a page: code, templates, libraries and the names of static files."""
    found = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in Path(settings.BASE_DIR).glob(pattern)):
        found.update(path.read_bytes())
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    found.update(manifest.read_bytes() if manifest.is_file() else b"")
    return found.hexdigest()[:32]
