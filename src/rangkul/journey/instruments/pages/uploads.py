"""What became of a form that was handed in: being checked, to be mended, or ready to be looked at."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from rangkul.journey.instruments import actions, queries
from rangkul.journey.instruments.models import FormUpload
from rangkul.journey.instruments.pages.frame import only_admin


def _upload(request: HttpRequest, upload_id: UUID) -> FormUpload:
    only_admin(request)
    upload = queries.upload_or_none(request.asker, upload_id)
    if upload is None:
        raise Http404
    return upload


@require_GET
def show(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Looked at while it waits, the part asks again by itself; without scripts the page does."""
    name = "_upload" if request.htmx else "upload"
    return render(request, f"instruments/{name}.html", {"upload": _upload(request, upload_id)})


@require_POST
def forget(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    actions.forget_upload(by=request.asker, upload=_upload(request, upload_id))
    return redirect("instruments:forms")
