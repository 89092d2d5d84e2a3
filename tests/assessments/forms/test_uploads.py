"""Files are received in memory, never more than fits, and what is too large still says how large it was."""

from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.test import RequestFactory

from assessments.forms import uploads
from assessments.services.evidence import FILE_MAX


def received(*contents: bytes) -> list["UploadedFile[Any]"]:
    chosen = [BytesIO(content) for content in contents]
    for file in chosen:
        file.name = "a.pdf"
    request = RequestFactory().post("/", {"title": "x", "file": chosen})
    assert request.POST["title"] == "x"
    return list(request.FILES.getlist("file"))


def test_a_large_file_is_counted_to_its_end_but_not_kept() -> None:
    (file,) = received(b"x" * (FILE_MAX + 70_000))
    assert (file.size, len(file.read())) == (FILE_MAX + 70_000, FILE_MAX + 1)


def test_several_files_share_the_room_of_one() -> None:
    files = received(b"ab", b"x" * FILE_MAX, b"y" * 10)
    assert [len(file.read()) for file in files] == [2, FILE_MAX - 1, 0]
    assert [file.size for file in files] == [2, FILE_MAX, 10]


def test_a_request_larger_than_any_of_ours_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LARGEST_REQUEST", 100)
    with pytest.raises(RequestDataTooBig):
        received(b"x" * 101)
