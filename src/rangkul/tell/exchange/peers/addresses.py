"""Where another house is: an address that a person typed, made safe to call."""

from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused

_HERE = {"localhost", "127.0.0.1", "::1"}
LETTERS, FILES, CARD = "/pertukaran/pesan/", "/pertukaran/berkas/", "/pertukaran/kunci/"


def cleaned(text: str) -> str:
    """`https://rangkul.dinas.go.id`, without a slash at the end. Raises Refused for what is no such address."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not host or parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise Refused(_("Tulis alamatnya saja, misalnya https://rangkul.dinas.go.id."), field="address", code="address")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _HERE):
        raise Refused(_("Alamatnya harus diawali https://."), field="address", code="address")
    named = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{named}{f':{port}' if port else ''}"
