"""What is done to an XForm before it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

XF = "http://www.w3.org/2002/xforms"
_NS = {"xf": XF, "h": "http://www.w3.org/1999/xhtml"}
_CODE = re.compile(r"\(([A-Za-z-]{2,12})\)\s*$")
_WHOLE_LIST = re.compile(r"^instance\('([^']+)'\)/root/item$")
_FILTER = re.compile(r"\[.*?\]")


def code_of(name: str) -> str:
    """ "Bahasa Indonesia (id)" → "id"; a name without a code is its own code."""
    found = _CODE.search(name)
    return found.group(1).lower() if found else name


def speak_only(form: Element, language: str) -> None:
    """Leave one translation, so that a page carries one language."""
    translations = form.findall(f".//{{{XF}}}translation")
    wanted = [one for one in translations if code_of(one.get("lang", "")) == language] or translations[:1]
    for translation in translations:
        if translation is not wanted[0]:
            translation.getparent().remove(translation)
        else:
            translation.set("default", "true()")


def filled(form: Element) -> frozenset[str]:
    """The paths of what holds something before anybody answers."""
    data = next(iter(form.xpath("//xf:model/xf:instance[1]/*", namespaces=_NS)), None)
    if data is None:
        return frozenset()
    leaves = (node for node in data.iter(etree.Element) if not len(node) and (node.text or "").strip())
    return frozenset(_path(node, data) for node in leaves)


def _path(node: Element, data: Element) -> str:
    name = etree.QName(node).localname
    parent = node.getparent()
    return f"/{name}" if node is data or parent is None else f"{_path(parent, data)}/{name}"


def write_choices_out(form: Element) -> None:
    """A list that nothing filters stands on the page from the start: it can be read before any script runs."""
    instances = {one.get("id"): one for one in form.iterfind(f".//{{{XF}}}instance[@id]")}
    for itemset in form.findall(f".//{{{XF}}}itemset"):
        whole = _WHOLE_LIST.match(itemset.get("nodeset", ""))
        listed = instances.get(whole.group(1)) if whole else None
        if listed is None or listed.get("src"):
            continue
        question = itemset.getparent()
        question.remove(itemset)
        question.extend(_items(listed, _ref(itemset, "value"), _ref(itemset, "label")))


def _ref(itemset: Element, name: str) -> str:
    part = itemset.find(f"{{{XF}}}{name}")
    return part.get("ref", "") if part is not None else ""


def _items(listed: Element, value_ref: str, label_ref: str) -> Iterator[Element]:
    spoken = re.fullmatch(r"jr:itext\((\w+)\)", label_ref)
    for row in listed.iterfind("xf:root/xf:item", _NS):
        item = etree.Element(f"{{{XF}}}item")
        label = etree.SubElement(item, f"{{{XF}}}label")
        if spoken:
            label.set("ref", f"jr:itext('{row.findtext(f'xf:{spoken.group(1)}', '', _NS)}')")
        else:
            label.text = row.findtext(f"xf:{label_ref}", "", _NS)
        etree.SubElement(item, f"{{{XF}}}value").text = row.findtext(f"xf:{value_ref}", "", _NS)
        yield item


def prepare_itemsets(form: Element) -> None:
    """The sheet expects of a filtered list: where its value, its label and the words of its rows are."""
    for itemset in form.findall(f".//{{{XF}}}itemset"):
        nodeset = itemset.get("nodeset", "")
        listed = nodeset.partition("instance(")[2].partition(")")[0].strip("'\"")
        path = nodeset.partition(")")[2]
        if "randomize(" in nodeset:
            path = path.partition("," if "," in path else ")")[0]
        rows = f'/h:html/h:head/xf:model/xf:instance[@id="{listed}"]{_FILTER.sub("", path.replace("/", "/xf:"))}'
        label = _ref(itemset, "label")
        itemset.set("valueRef", _ref(itemset, "value"))
        itemset.set("labelRef", label)
        itemset.set("itextPath", rows)
        if spoken := re.search(r"itext\((\w+)\)", label):
            for words in form.xpath(f"{rows}/xf:{spoken.group(1)}", namespaces=_NS):
                twin = etree.SubElement(itemset, words.tag)
                twin.text = words.text
