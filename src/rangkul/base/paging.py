"""Which page of a list an address asks for, where pages are numbered."""

from django.http import HttpRequest

_DIGITS = 5


def page_number(request: HttpRequest) -> int:
    """From 1 on. What is no number is the first page."""
    asked = request.GET.get("halaman", "")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < _DIGITS else 1
