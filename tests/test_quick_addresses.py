"""An address put together from what was learnt is the one that the framework would make."""

from uuid import UUID

import pytest
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse

ONE, OTHER = UUID(int=1), UUID(int=2)


def places(resolver=None, space=()):
    """Every name of the house that takes keys, with how many."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from places(pattern, (*space, *filter(None, [pattern.namespace])))
        elif pattern.name:
            yield ":".join([*space, pattern.name])


def asked(name, *keys):
    try:
        return reverse(name, args=keys)
    except NoReverseMatch:
        return None


def test_every_address_by_key_is_what_the_framework_says():
    framework = URLResolver._reverse_with_prefix.__wrapped__
    compared = 0
    for name in places():
        for keys in ((ONE,), (OTHER, ONE)):
            first, again = asked(name, *keys), asked(name, *keys)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(URLResolver, "_reverse_with_prefix", framework)
                assert (first, again) == (asked(name, *keys),) * 2
            compared += first is not None
    assert compared > 300


def test_what_is_no_key_goes_the_ways_of_the_framework():
    with pytest.raises(NoReverseMatch):
        reverse("cases:case", args=["bukan kunci"])
    assert reverse("cases:case", args=[str(ONE)]) == reverse("cases:case", args=[ONE])
    assert reverse("cases:case", kwargs={"case_id": ONE}) == reverse("cases:case", args=[ONE])
