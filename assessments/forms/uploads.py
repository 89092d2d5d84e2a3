"""How files of requests are received: in memory and never on a disk, with a bound for each request."""

from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from assessments.services.evidence import FILE_MAX

LARGEST_REQUEST = 64 * 1024 * 1024
"""Bytes of a request whose rest is still read, so that what was typed beside a file that is too large is not lost."""


class BoundedUpload(FileUploadHandler):
    """Keeps one byte more than a file may have, for all files of a request together, and counts the rest."""

    kept = 0

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Refuse a request that is larger than any of ours before reading it."""
        if content_length > LARGEST_REQUEST:
            raise RequestDataTooBig

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin another file."""
        super().new_file(*args, **kwargs)
        self.received = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what there is room for."""
        part = raw_data[: FILE_MAX + 1 - self.kept]
        self.kept += len(part)
        self.received.write(part)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file with the size that was sent, which tells where more was sent than kept."""
        self.received.seek(0)
        name, kind = self.file_name or "", self.content_type or ""
        return InMemoryUploadedFile(self.received, self.field_name, name, kind, file_size, self.charset)
