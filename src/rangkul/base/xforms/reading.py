"""From the XML of an XForm to its structure."""

from __future__ import annotations

import re
from itertools import count

from django.utils.translation import gettext as _
from lxml import etree

from rangkul.base.xforms.faults import Unreadable
from rangkul.base.xforms.questions import DEFAULT, Choice, Question
from rangkul.base.xforms.structure import Item, Itemset, Spec, Structure
from rangkul.base.xforms.words import Dictionary, Words, guidance
from rangkul.base.xforms.xml import FORM_BYTES, JAVAROSA, XFORMS, XHTML, local, namespace, parse

FORM_NODES = 200_000

_X, _H, _JR = f"{{{XFORMS}}}", f"{{{XHTML}}}", f"{{{JAVAROSA}}}"
_CONTROLS = frozenset({"input", "select", "select1", "rank", "upload", "trigger", "range", "secret"})
_UPLOADS = {"image": "image", "audio": "audio", "video": "video"}
_TYPED = {
    "int": "integer",
    "decimal": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "datetime",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
}
_LISTED = re.compile(r"^\s*(?:randomize\()?\s*instance\('([^']+)'\)/root/item")


def read(xml: bytes) -> Structure:
    root = parse(xml, most_bytes=FORM_BYTES, most_nodes=FORM_NODES)
    model = root.find(f"{_H}head/{_X}model")
    body = root.find(f"{_H}body")
    primary = model.find(f"{_X}instance") if model is not None else None
    if model is None or body is None or primary is None or len(primary) != 1:
        raise Unreadable(_("Data ini bukan formulir XForm."))
    return _Reader(root, model, body, primary[0]).structure()


class _Reader:
    def __init__(self, root: etree._Element, model: etree._Element, body: etree._Element, data: etree._Element):
        self.title = root.findtext(f"{_H}head/{_H}title") or ""
        self.model, self.body, self.data = model, body, data
        self.words = Dictionary(model)
        self.lists = self._lists()
        self.media: dict[str, None] = {}
        self._choices_of: dict[tuple[str, str], tuple[Choice, ...]] = {}
        order = count()
        self.root = self._skeleton(data, None, order)
        self.by_path = {spec.path: spec for spec in self.root.walk()}

    def structure(self) -> Structure:
        self._binds()
        self._setvalues()
        children = self._level(self.body, self.root)
        languages = tuple(self.words.languages) or (DEFAULT,)
        return Structure(
            root=self.root,
            title=self.title,
            key=self.data.get("id", ""),
            version=self.data.get("version", ""),
            languages=languages,
            by_path=self.by_path,
            lists=self.lists,
            questions=self._with_unseen(children),
            media=tuple({**self.words.media, **self.media}),
            texts=self.words.all(),
        )

    # The nodes.

    def _skeleton(self, element: etree._Element, parent: Spec | None, order: count[int]) -> Spec:
        path = f"{parent.path if parent else ''}/{local(element)}"
        spec = Spec(local(element), path, namespace(element), parent, next(order))
        spec.repeat = element.get(f"{_JR}template") is not None
        spec.default = "" if len(element) else (element.text or "").strip()
        for child in element:
            # pyxform writes each repeat twice: its template, and a first instance to start with.
            if local(child) not in spec.children:
                spec.children[local(child)] = self._skeleton(child, spec, order)
        return spec

    def _lists(self) -> dict[str, list[Item]]:
        found = {}
        for instance in self.model.findall(f"{_X}instance[@id]"):
            if instance.get("src"):
                raise Unreadable(_("Formulir memakai daftar dari berkas luar, yang tidak didukung."))
            found[instance.get("id", "")] = [
                Item({local(column): column.text or "" for column in item})
                for item in instance.iterfind(f"{_X}root/{_X}item")
            ]
        return found

    def _binds(self) -> None:
        for bind in self.model.iterchildren(f"{_X}bind"):
            spec = self.by_path.get(bind.get("nodeset", ""))
            if spec is None:
                continue
            spec.type = bind.get("type", "string").removeprefix("xsd:")
            spec.relevant = _unless(bind.get("relevant"), "true()")
            spec.required = _unless(bind.get("required"), "false()")
            spec.readonly = _unless(bind.get("readonly"), "false()")
            spec.constraint = _unless(bind.get("constraint"), "true()")
            spec.calculate = _unless(bind.get("calculate"), "")
            spec.preload = bind.get(f"{_JR}preload", "")
            spec.constraint_message = self.words.of_message(bind.get(f"{_JR}constraintMsg", ""))
            spec.required_message = self.words.of_message(bind.get(f"{_JR}requiredMsg", ""))

    def _setvalues(self) -> None:
        for element in (*self.model.iter(f"{_X}setvalue"), *self.body.iter(f"{_X}setvalue")):
            spec = self.by_path.get(element.get("ref", ""))
            if spec is None:
                continue
            events = element.get("event", "")
            if "xforms-value-changed" in events:
                spec.triggered = True
            else:
                spec.first_value = element.get("value") or _quoted(element.text or "")

    # What is asked.

    def _level(self, element: etree._Element, around: Spec) -> list[Question]:
        found: list[Question] = []
        for child in element:
            name = local(child)
            if name == "group":
                found += self._group(child, around)
            elif name in _CONTROLS:
                spec = self.by_path.get(child.get("ref", ""))
                if spec is not None:
                    found.append(self._control(child, name, spec))
        return found

    def _group(self, element: etree._Element, around: Spec) -> list[Question]:
        repeat = element.find(f"{_X}repeat")
        path = repeat.get("nodeset", "") if repeat is not None else element.get("ref", "")
        spec = self.by_path.get(path)
        if spec is None:
            return self._level(repeat if repeat is not None else element, around)
        spec.kind = "repeat" if repeat is not None else "group"
        inside = repeat if repeat is not None else element
        if repeat is not None:
            spec.repeat = True
            spec.repeat_count = repeat.get(f"{_JR}count", "").strip()
        spec.label = self.words.of_element(element.find(f"{_X}label"))
        children = self._level(inside, spec)
        return [self._question(spec, element, children=self._with_hidden(spec, children))]

    def _control(self, element: etree._Element, name: str, spec: Spec) -> Question:
        spec.kind = _kind(element, name, spec)
        spec.label = self.words.of_element(element.find(f"{_X}label"))
        choices: tuple[Choice, ...] = ()
        itemset = element.find(f"{_X}itemset")
        if itemset is not None:
            spec.itemset = _itemset(itemset)
            choices = self._choices(spec.itemset)
        parameters = {key: element.get(key, "") for key in ("start", "end", "step", "rows") if element.get(key)}
        return self._question(spec, element, choices=choices, parameters=parameters)

    def _choices(self, itemset: Itemset) -> tuple[Choice, ...]:
        """Many questions share a list."""
        key = (itemset.source, itemset.value)
        if key not in self._choices_of:
            self._choices_of[key] = self._listed(itemset)
        return self._choices_of[key]

    def _listed(self, itemset: Itemset) -> tuple[Choice, ...]:
        found = []
        for item in self.lists.get(itemset.source, []):
            words = self.words.by_id(item.columns.get("itextId", ""))
            labels = words.plain()
            if not labels and item.columns.get("label"):
                labels = {DEFAULT: item.columns["label"]}
            self.media.update(dict.fromkeys(words.media.values()))
            rest = {key: text for key, text in item.columns.items() if key not in {"itextId", "label"}}
            found.append(Choice(item.columns.get(itemset.value, ""), labels, words.media, rest))
        return tuple(found)

    def _question(
        self,
        spec: Spec,
        element: etree._Element | None,
        *,
        choices: tuple[Choice, ...] = (),
        parameters: dict[str, str] | None = None,
        children: tuple[Question, ...] = (),
    ) -> Question:
        hint = self.words.of_element(element.find(f"{_X}hint")) if element is not None else Words()
        self.media.update(dict.fromkeys(spec.label.media.values()))
        spec.question = Question(
            path=spec.path,
            name=spec.name,
            kind=spec.kind,
            labels=spec.label.plain(),
            hints=hint.plain() or guidance(hint),
            choices=choices,
            required=bool(spec.required),
            readonly=spec.readonly == "true()" or bool(spec.calculate),
            required_when=spec.required,
            relevant=spec.relevant,
            constraint=spec.constraint,
            constraint_messages=spec.constraint_message.plain(),
            required_messages=spec.required_message.plain(),
            calculate=spec.calculate,
            choice_filter=spec.itemset.nodeset if spec.itemset and spec.itemset.filtered else "",
            default=spec.default,
            appearance=element.get("appearance", "") if element is not None else "",
            parameters=parameters or {},
            media=spec.label.media,
            repeats=tuple(one.path for one in spec.repeats()),
            children=children,
        )
        return spec.question

    def _with_hidden(self, spec: Spec, children: list[Question]) -> tuple[Question, ...]:
        """Calculations have no control; they stand where their node stands."""
        seen = {child.path for child in children}
        for child in spec.children.values():
            if child.path in seen or child.question or child.name == "meta":
                continue
            child.kind = "calculate" if child.calculate else "hidden"
            if child.leaf:
                children.append(self._question(child, None))
        return tuple(sorted(children, key=lambda one: self.by_path[one.path].order))

    def _with_unseen(self, children: list[Question]) -> tuple[Question, ...]:
        return self._with_hidden(self.root, children)


def _unless(written: str | None, empty: str) -> str:
    text = (written or "").strip()
    return "" if text == empty else text


def _quoted(text: str) -> str:
    return f"'{text.strip()}'" if text.strip() and "'" not in text else ""


def _itemset(element: etree._Element) -> Itemset:
    nodeset = element.get("nodeset", "").strip()
    value, label = element.find(f"{_X}value"), element.find(f"{_X}label")
    found = _LISTED.match(nodeset)
    return Itemset(
        nodeset=nodeset,
        value=value.get("ref", "name") if value is not None else "name",
        label=label.get("ref", "label") if label is not None else "label",
        source=found.group(1) if found else "",
        filtered="[" in nodeset or not found,
    )


def _kind(element: etree._Element, name: str, spec: Spec) -> str:
    if name in {"select1", "select"}:
        return "select_one" if name == "select1" else "select_multiple"
    if name == "upload":
        return _UPLOADS.get(element.get("mediatype", "").split("/")[0], "file")
    if name in {"rank", "range"}:
        return name
    if name == "trigger":
        return "acknowledge"
    if spec.readonly == "true()" and not spec.calculate and spec.type == "string" and not spec.triggered:
        return "note"
    return _TYPED.get(spec.type, "text")
