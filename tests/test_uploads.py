"""What is handed in never lies unsealed on a disk, and what is too large is not even read."""

import tempfile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.http import HttpResponse
from django.urls import path

from rangkul.base.files import sniff

FORM = 64 * 1024
seen: list = []


def take(request):
    seen.append(request.FILES["file"])
    return HttpResponse(str(request.FILES["file"].size))


urlpatterns = [path("sehat/", take)]


@pytest.fixture
def no_disk(monkeypatch):
    """Every way to a temporary file fails."""

    def refuse(*_args, **_more):
        raise AssertionError("a temporary file was made")

    for name in ("NamedTemporaryFile", "TemporaryFile", "mkstemp"):
        monkeypatch.setattr(tempfile, name, refuse)


@pytest.mark.urls(__name__)
def test_the_largest_attachment_stays_in_memory(visitor, no_disk, settings):
    settings.MIDDLEWARE = ["rangkul.web.middleware.limits.BoundedBody"]
    seen.clear()
    content = b"%PDF-" + bytes(sniff.LARGEST - 5)
    answer = visitor.post("/sehat/", {"file": SimpleUploadedFile("surat.pdf", content)})
    assert answer.content == str(sniff.LARGEST).encode()
    assert isinstance(seen[0], InMemoryUploadedFile)


def test_the_largest_body_holds_the_largest_file_and_its_form():
    assert sniff.LARGEST + FORM <= settings.LARGEST_BODY == settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    assert all("Temporary" not in handler for handler in settings.FILE_UPLOAD_HANDLERS)


def test_the_body_of_an_ordinary_page_needs_no_disk_either(no_disk):
    with tempfile.SpooledTemporaryFile(max_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE, mode="w+b") as body:
        body.write(bytes(settings.LARGEST_BODY))
        assert not body._rolled
