"""A form that cannot be taken now, because its page stayed open too long, gives back what was typed."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# Never written into a page again.
_SECRET = ("password", "pin", "code", "csrfmiddlewaretoken")
# What is worth showing; shorter values are choices and keys.
_WORTH_SHOWING = 20
# More than any form of ours has.
_MOST = 300


@dataclass(frozen=True)
class Kept:
    """`fields` is what is sent again, `shown` what somebody would miss."""

    fields: list[tuple[str, str]]
    shown: list[str]
    had_files: bool


def kept_of(request: HttpRequest) -> Kept | None:
    """What our own page sent and can send again. Nothing where the POST may come from somebody else's page."""
    if request.method != "POST" or not _from_here(request) or getattr(request, "htmx", False):
        return None
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not any(secret in name.lower() for secret in _SECRET)
    ]
    if not any(value.strip() for _, value in fields) or len(fields) > _MOST:
        return None
    return Kept(
        fields, [value for _, value in fields if len(value) >= _WORTH_SHOWING and " " in value], bool(request.FILES)
    )


def _from_here(request: HttpRequest) -> bool:
    """Browsers name the page that a form stood on; who can forge this needs no browser of a victim."""
    origin = request.headers.get("Origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.get_host()


def given_back(request: HttpRequest, kept: Kept, *, signed_out: bool) -> HttpResponse:
    """Sent again it is the same POST, with the same key: it is taken once."""
    page = {"kept": kept, "signed_out": signed_out, "again": request.get_full_path(), "stale": True}
    return render(request, "kept_words.html", page, status=403)
