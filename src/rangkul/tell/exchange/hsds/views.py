"""The addresses of the specification. Whoever is signed in, this is what everybody may read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.asking import PUBLIC, acting
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import queries
from rangkul.commons.directory.models import Organization, Service, ServiceAtLocation
from rangkul.tell.exchange.hsds import describing, limiting, packing, shaping
from rangkul.tell.exchange.hsds.asking import SERVICES_OF_ONE, WITH_SERVICES, Asked, Unclear, answer, read
from rangkul.tell.exchange.hsds.vocabulary import terms as vocabulary

VERSION = "3.1"
# Seconds until the job has looked again whether the package must be made.
_MAKING = 300
View = Callable[..., HttpResponse]


def _open(view: View) -> View:
    """For programs: no cookie counts, nothing is written, and everything goes back as JSON."""

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def run(request: HttpRequest, **given: Any) -> HttpResponse:
        try:
            with acting(PUBLIC):
                found = view(request, **given)
        except Unclear as error:
            found = JsonResponse({"error": str(error)}, status=400)
        found["Access-Control-Allow-Origin"] = "*"
        return found

    return run


def _absent() -> HttpResponse:
    return JsonResponse({"error": "not found"}, status=404)


@_open
def base(request: HttpRequest) -> HttpResponse:
    return JsonResponse(
        {
            "version": VERSION,
            "profile": request.build_absolute_uri(reverse("hsds:profile")),
            "openapi_url": request.build_absolute_uri(reverse("hsds:openapi")),
        }
    )


@_open
def description(request: HttpRequest) -> HttpResponse:
    return JsonResponse(describing.openapi(request.build_absolute_uri(reverse("hsds:base")).rstrip("/")))


@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    with acting(PUBLIC):
        page = {"version": VERSION, "taxonomies": vocabulary().taxonomies, "problems": (), "area": ""}
        return render(request, "exchange/profile.html", page)


@_open
def package(request: HttpRequest) -> HttpResponse:
    """The whole public list as an HSDS data package, as the job made it."""
    if limiting.too_often(request):
        return _later("too many requests", 429, limiting.SECONDS)
    path = packing.ready()
    if path is None:
        return _later("the package is being made, come again in some minutes", 202, _MAKING)
    return FileResponse(path.open("rb"), content_type="application/zip", as_attachment=True, filename="hsds.zip")


def _later(words: str, status: int, seconds: int) -> HttpResponse:
    return JsonResponse({"error": words}, status=status, headers={"Retry-After": str(seconds)})


@_open
def services(request: HttpRequest) -> HttpResponse:
    asked = read(request)
    rows = _asked_for(asked)
    if asked.minimal:
        return answer(asked, rows.only("id", "name", "status", "changed_at"), _minimal)
    return answer(asked, rows.select_related("organization"), full_services if asked.full else _lines)


def _asked_for(asked: Asked) -> QuerySet[Service]:
    return queries.public_services(
        search=asked.search,
        organization_id=asked.organization,
        terms=asked.terms,
        modified_after=asked.modified_after,
    )


def _minimal(rows: Sequence[Service]) -> list[dict[str, Any]]:
    return [
        {"id": str(row.pk), "name": row.name, "status": row.status, "last_modified": row.changed_at.isoformat()}
        for row in rows
    ]


def _lines(rows: Sequence[Service]) -> list[dict[str, Any]]:
    return [shaping.service_line(row) for row in rows]


def full_services(rows: Sequence[Service]) -> list[dict[str, Any]]:
    words = vocabulary()
    known = {row.organization_id: row.organization for row in rows}
    whole = {key: shaping.organization(row, words) for key, row in known.items()}
    return [
        shaping.service(entry, words, whole[entry.service.organization_id]) for entry in queries.public_entries(rows)
    ]


@_open
def service(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = queries.public_services().select_related("organization").filter(pk=pk).first()
    return JsonResponse(full_services([row])[0]) if row else _absent()


@_open
def organizations(request: HttpRequest) -> HttpResponse:
    asked = read(request)
    rows = queries.public_organizations(search=asked.search, terms=asked.terms)
    if asked.full_service:
        asked = replace(asked, size=min(asked.size, WITH_SERVICES))
        return answer(asked, rows, lambda shown: _organizations(shown, asked), at_once=WITH_SERVICES)
    return answer(asked, rows, lambda shown: _organizations(shown, asked))


def _organizations(rows: Sequence[Organization], asked: Asked) -> list[dict[str, Any]]:
    words = vocabulary()
    if not (asked.full or asked.full_service):
        return [shaping.organization(row, words) for row in rows]
    found = shaping.organizations(rows, words)
    if asked.full_service:
        _add_services(found, [row.pk for row in rows])
    return found


def _add_services(found: list[dict[str, Any]], ids: list[UUID]) -> None:
    rows = queries.public_services_of(ids, most=SERVICES_OF_ONE).select_related("organization")
    of: dict[str, list[dict[str, Any]]] = {}
    for one in full_services(list(rows)):
        of.setdefault(one["organization_id"], []).append({k: v for k, v in one.items() if k != "organization"})
    for row in found:
        if row["id"] in of:
            row["services"] = of[row["id"]]


@_open
def organization(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked = read(request)
    row = queries.public_organizations().filter(pk=pk).first()
    whole = replace(asked, full=True)
    return JsonResponse(_organizations([row], whole)[0]) if row else _absent()


@_open
def places(request: HttpRequest) -> HttpResponse:
    asked = read(request)
    rows = queries.public_places(_asked_for(asked) if asked.narrows else None)
    if asked.around:
        rows = queries.places_around(rows, _centre(asked), asked.around.metres)
    elif asked.postcode:
        rows = rows.filter(location__postal_code=asked.postcode)
    return answer(asked, rows, _places)


def _centre(asked: Asked) -> wilayah.Point:
    if asked.around and asked.around.point:
        return wilayah.Point(*asked.around.point)
    found = wilayah.centre_of_postcode(asked.postcode)
    if found is None:
        raise Unclear("proximity: no centre of this postcode is known; ask with latitude,longitude,metres")
    return found


def _places(rows: Sequence[ServiceAtLocation]) -> list[dict[str, Any]]:
    words = vocabulary()
    services = {row.service_id: row.service for row in rows}
    entries = {entry.service.pk: entry for entry in queries.public_entries(list(services.values()))}
    return [shaping.place(row, entries[row.service_id], words) for row in rows]


@_open
def place(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = queries.public_places().filter(pk=pk).first()
    return JsonResponse(_places([row])[0]) if row else _absent()


@_open
def taxonomies(request: HttpRequest) -> HttpResponse:
    asked = read(request)
    found = [row for row in vocabulary().taxonomies if asked.search.casefold() in row["name"].casefold()]
    return answer(asked, found, list)


@_open
def taxonomy(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = next((row for row in vocabulary().taxonomies if row["id"] == str(pk)), None)
    return JsonResponse(row) if row else _absent()


@_open
def terms(request: HttpRequest) -> HttpResponse:
    """No term of ours stands below another: every one is at the top, and none has a parent."""
    asked = read(request)
    found = [
        row
        for row in vocabulary().rows
        if asked.search.casefold() in row["name"].casefold()
        and asked.taxonomy in ("", row["taxonomy_id"])
        and not asked.parent
    ]
    return answer(asked, found, list)


@_open
def term(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = next((row for row in vocabulary().rows if row["id"] == str(pk)), None)
    return JsonResponse(row) if row else _absent()
