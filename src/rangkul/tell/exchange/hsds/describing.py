"""What can be asked here, in OpenAPI: our own description of the addresses that the specification names."""

from __future__ import annotations

from typing import Any

from rangkul.tell.exchange.hsds.asking import SERVICES_OF_ONE, WITH_SERVICES

_TEXT, _COUNT, _YES = {"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "boolean"}
_SERVICES = (
    f"At most {WITH_SERVICES} organizations a page and {SERVICES_OF_ONE} services of each;"
    " all services of one: /services?organization_id="
)
_PARAMETERS: dict[str, dict[str, Any]] = {
    "search": _TEXT, "page": _COUNT, "per_page": {**_COUNT, "maximum": 100}, "format": {"enum": ["json", "ndjson"]},
    "taxonomy_term_id": {"type": "string", "format": "uuid"}, "taxonomy_id": {"type": "string", "format": "uuid"},
    "organization_id": {"type": "string", "format": "uuid"},
    "modified_after": {"type": "string", "format": "date-time"},
    "minimal": _YES, "full": _YES, "full_service": {**_YES, "description": _SERVICES}, "postcode": _TEXT,
    "proximity": {**_TEXT, "description": "metres around the centre of the postcode, or latitude,longitude,metres"},
    "top_only": _YES,
    "parent_id": {"type": "string", "format": "uuid"},
}  # fmt: skip
_PAGE = ["search", "page", "per_page", "format"]
_TERMS = ["taxonomy_term_id", "taxonomy_id"]
_LISTS = {
    "services": [*_PAGE, *_TERMS, "organization_id", "modified_after", "minimal", "full"],
    "organizations": [*_PAGE, *_TERMS, "full", "full_service"],
    "service_at_locations": [*_PAGE, *_TERMS, "organization_id", "modified_after", "full", "postcode", "proximity"],
    "taxonomies": _PAGE,
    "taxonomy_terms": [*_PAGE, "taxonomy_id", "top_only", "parent_id"],
}


def openapi(server: str) -> dict[str, Any]:
    paths: dict[str, Any] = {"/": {"get": _answer("What this is", [])}}
    for name, parameters in _LISTS.items():
        asked = [{"name": one, "in": "query", "schema": _PARAMETERS[one]} for one in parameters]
        paths[f"/{name}"] = {"get": _answer(f"A page of {name}", asked), "post": _answer(f"A page of {name}", asked)}
        key = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}]
        paths[f"/{name}/{{id}}"] = {"get": _answer(f"One of {name}", key)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Direktori layanan (HSDS)", "version": "3.1"},
        "servers": [{"url": server}],
        "paths": paths,
    }


def _answer(words: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "summary": words,
        "parameters": parameters,
        "responses": {"200": {"description": words, "content": {"application/json": {"schema": {"type": "object"}}}}},
    }
