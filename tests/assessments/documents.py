"""Files as people choose them: real ones, and those that only pretend."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"
PARTS: Mapping[str, bytes] = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}


def archive(parts: Mapping[str, bytes] = PARTS) -> bytes:
    """A zip file with these parts; those of the smallest Word document unless told otherwise."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return kept.getvalue()


DOCX = archive()
