"""XML from outside: no entities, no network, no huge trees; bounded in bytes, depth and nodes."""

from django.utils.translation import gettext as _
from lxml import etree

from rangkul.base.xforms.faults import Unreadable

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"
ODK = "http://www.opendatakit.org/xforms"

FORM_BYTES = 8_000_000
ANSWER_BYTES = 2_000_000
ANSWER_NODES = 20_000
DEPTH = 40


def parse(data: bytes, *, most_bytes: int, most_nodes: int) -> etree._Element:
    if len(data) > most_bytes:
        raise Unreadable(_("Data terlalu besar: paling banyak %s kB.") % (most_bytes // 1000))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise Unreadable(_("Data ini bukan XML yang utuh.")) from wrong
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(_("Data memuat DOCTYPE atau entitas; itu tidak diterima."))
    _bounded(root, most_nodes)
    return root


def _bounded(root: etree._Element, most_nodes: int) -> None:
    nodes = depth = 0
    for happening, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if happening == "start" else -1
        nodes += happening == "start"
        if depth > DEPTH:
            raise Unreadable(_("Data bersarang terlalu dalam."))
        if nodes > most_nodes:
            raise Unreadable(_("Data memuat terlalu banyak isian."))


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def namespace(element: etree._Element) -> str | None:
    return etree.QName(element).namespace
