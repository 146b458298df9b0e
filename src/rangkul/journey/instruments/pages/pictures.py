"""A picture of a form, as its question shows it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rangkul.journey.instruments import queries
from rangkul.journey.instruments.models import FormPicture

# Nothing may load, run or be framed from a picture, whatever its bytes say.
SEALED_OFF = "default-src 'none'; sandbox; frame-ancestors 'none'"


@require_GET
def show(request: HttpRequest, version_id: UUID, name: str) -> HttpResponse:
    """Whoever sees the version sees its pictures."""
    picture = queries.picture_or_none(version_id, name)
    if picture is None:
        raise Http404
    return bytes_of(picture)


def bytes_of(picture: FormPicture) -> HttpResponse:
    answer = HttpResponse(bytes(picture.data), content_type=picture.media_type)
    answer["Content-Security-Policy"] = SEALED_OFF
    answer["X-Content-Type-Options"] = "nosniff"
    # A version never changes, and a form holds no person.
    answer["Cache-Control"] = "private, max-age=604800, immutable"
    return answer
