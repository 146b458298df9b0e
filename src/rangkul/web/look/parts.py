"""Every component with what it takes. A part drawn without a needed value, or with one it does not know, fails.

The template of a part is `look/components/<name>.html`; NEEDED marks what has no default.
"""

from django.template import TemplateSyntaxError

NEEDED = object()

PARTS = {
    "avatar": {"name": NEEDED, "size": "", "me": False},
    "bars": {"title": "", "rows": NEEDED, "source": ""},
    "card": {"title": "", "heading": "h2", "id": "", "link": "", "link_label": "", "tone": "", "slot": ""},
    "clock": {"due": NEEDED, "label": ""},
    "compare": {"client": "", "worker": "", "client_when": None, "worker_when": None, "question": ""},
    "crumbs": {"items": NEEDED, "label": ""},
    "dialog": {"id": NEEDED, "title": NEEDED, "slot": ""},
    "drawer": {"id": "kolom-kanan", "label": "", "slot": ""},
    "empty": {"title": NEEDED, "text": "", "art": "empty-desk", "url": "", "label": "", "heading": "h2", "also": False},
    "error_summary": {"form": NEEDED},
    "event": {
        "title": NEEDED,
        "when": NEEDED,
        "icon": "notes",
        "kind": "",
        "text": "",
        "who": "",
        "id": "",
        "url": "",
        "heading": "h2",
        "tags": (),
        "corrections": (),
        "act_url": "",
        "act_label": "",
        "slot": "",
    },
    "files": {"files": NEEDED},
    "gas": {"levels": NEEDED, "now": None, "before": None, "label": ""},
    "notice": {"tone": "info", "title": "", "text": "", "icon": "", "heading": "h2", "slot": ""},
    "pager": {"newer": "", "older": "", "shown": "", "target": "", "label": ""},
    "person": {"name": NEEDED, "called": "", "age": "", "place": "", "url": "", "facts": (), "slot": ""},
    "progress": {"value": NEEDED, "of": 100, "label": NEEDED},
    "safe_contact": {"ways": (), "never": (), "when": "", "code_word": "", "note": "", "url": ""},
    "skeleton": {"lines": 4},
    "stages": {"stages": NEEDED, "current": ""},
    "stat": {"name": NEEDED, "value": NEEDED, "definition": "", "at": None, "url": "", "late": False},
    "steps": {"number": NEEDED, "of": NEEDED, "further": False},
    "tabs": {"tabs": NEEDED, "label": NEEDED, "more": (), "target": ""},
    "team": {"members": NEEDED},
    "ticket": {"code": NEEDED, "name": "", "pin": "", "qr": ""},
}


def values_of(name, given):
    """The values a part is drawn with: its defaults, overlaid by what the page gave."""
    if name not in PARTS:
        raise TemplateSyntaxError(f"There is no component {name!r}; rangkul.web.look.parts lists them.")
    values = {**PARTS[name], **given}
    unknown = sorted(set(given) - set(PARTS[name]))
    missing = sorted(key for key, value in values.items() if value is NEEDED)
    if unknown or missing:
        raise TemplateSyntaxError(f"Component {name!r}: unknown {unknown}, missing {missing}.")
    return values
