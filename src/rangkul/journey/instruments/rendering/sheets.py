"""The two style sheets, read once in each thread: lxml's transformers are not shared between threads."""

from __future__ import annotations

import threading

from django.contrib.staticfiles import finders
from lxml import etree
from lxml.etree import _Element as Element

_kept = threading.local()


class NotBuilt(RuntimeError):
    """The front end of this installation was not built; `script/setup` does it, a released package carries it."""


def questions(form: Element) -> Element:
    return _transformer("openrosa2html5form")(form).getroot()


def model(form: Element) -> Element:
    return _transformer("openrosa2xmlmodel")(form).getroot()


def _transformer(name: str) -> etree.XSLT:
    if not hasattr(_kept, name):
        path = finders.find(f"look/built/{name}.xsl")
        if path is None:
            raise NotBuilt(name)
        # The sheets are ours; what they transform may neither read files nor write them.
        setattr(_kept, name, etree.XSLT(etree.parse(path), access_control=etree.XSLTAccessControl.DENY_ALL))
    return getattr(_kept, name)
