"""Taking a request in hand: one worker at a time."""

from django.http import Http404

from rangkul.entry.intake.models import Request


def lock(request: Request) -> Request:
    """The row as it is now, held until the verb ends, so that two workers cannot decide at once.

    Raises Http404 where the asker no longer sees it.
    """
    rows = Request.objects.select_for_update(of=("self",)).select_related("key", "unit")
    held = rows.filter(pk=request.pk).first()
    if held is None:
        raise Http404
    return held
