"""What is done to the drawn questions: our headings, our words, nothing that our security policy forbids."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from lxml import etree
from lxml.etree import _Element as Element

from rangkul.journey.instruments.rendering.showing import Picture, show_pictures, speak_marks

_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
_MEDIA = "//img[not(@src) or @src=''] | //audio | //video | //a | //script | //object | //iframe | //style | //link"
# Files belong to the documents of a case and places need no map: the answer names them.
IN_DOCUMENTS = gettext_lazy("Pilih berkasnya, atau simpan di Lampiran kasus ini lalu tulis nama berkasnya di sini.")
LATITUDE = gettext_lazy("Tulis lintang dan bujur dengan spasi di antaranya, misalnya -6.82 107.08.")
# More letters than this are a sentence.
_FEW_WORDS = 32
_HEADINGS = ("h2", "h3", "h4", "h5")


def with_class(name: str) -> str:
    return f"//*[{_CLASS.format(name)}]"


def clean(root: Element, language: str, pictures: Mapping[str, Picture], filled: Collection[str]) -> str:
    """The `<form>` as HTML text. `filled` are the paths of what holds something before anybody answers."""
    form = root.find("form")
    for path in ("section[@class='form-logo']", "h3[@id='form-title']", "select[@id='form-languages']"):
        for part in form.findall(path):
            _drop(part)
    with override(language):
        show_pictures(form, pictures)
    for part in form.xpath(_MEDIA):
        _drop(part)
    speak_marks(form)
    _no_inline(form)
    _headings(form)
    _appearances(form)
    _notes(form, filled)
    _orders(form)
    _long_choices(form)
    with override(language):
        _say(form)
    _speak(form, language)
    etree.strip_tags(form, etree.Comment)
    root.remove(form)
    etree.cleanup_namespaces(form)
    return etree.tostring(form, method="html", encoding="unicode", with_tail=False)


def model(root: Element) -> str:
    """The model alone, as the engine wants it, with a place for the answer's own id."""
    found = next(child for child in root if isinstance(child.tag, str))
    etree.cleanup_namespaces(found)
    return etree.tostring(found, encoding="unicode", with_tail=False)


def _drop(part: Element) -> None:
    """Take an element out and leave the words after it."""
    parent, before = part.getparent(), part.getprevious()
    if part.tail:
        if before is not None:
            before.tail = (before.tail or "") + part.tail
        else:
            parent.text = (parent.text or "") + part.tail
    parent.remove(part)


def _no_inline(form: Element) -> None:
    for part in form.xpath("//*[@style]"):
        del part.attrib["style"]
        part.set("class", f"{part.get('class', '')} or-hidden".strip())
    for part in form.iter():
        if isinstance(part.tag, str):
            for name in [name for name in part.attrib if str(name).lower().startswith("on")]:
                del part.attrib[name]


def _headings(form: Element) -> None:
    for heading in form.xpath("//h4"):
        depth = len(heading.xpath("ancestor::section[contains(@class, 'or-group')]"))
        heading.tag = _HEADINGS[min(max(depth, 1), len(_HEADINGS)) - 1]
        if not "".join(heading.itertext()).strip():
            _drop(heading)


def _appearances(form: Element) -> None:
    for part in form.xpath("//*[@data-appearances]"):
        said = part.attrib.pop("data-appearances").lower().split()
        part.attrib.pop("data-appearances-select-type", None)
        classes = part.get("class", "").split()
        known = [f"or-appearance-{word}" for word in said if re.fullmatch(r"[a-z0-9-]+", word)]
        part.set("class", " ".join([one for one in classes if one != "or-appearances-placeholder"] + known))


def _notes(form: Element, filled: Collection[str]) -> None:
    """Words that ask nothing are no label of an input that nobody sees."""
    for part in form.xpath("//label[input[@readonly and not(@data-calculate) and not(@data-setvalue)]]"):
        given = part.find("input")
        if given.get("name") in filled:
            part.set("class", f"{part.get('class', '')} readonly")
            continue
        given.set("aria-hidden", "true")
        given.set("tabindex", "-1")
        part.tag = "div"
        part.set("class", f"{part.get('class', '')} note")


def _orders(form: Element) -> None:
    """The rows of an order are moved by buttons; the inputs that hold it are not seen."""
    for given in form.xpath("//input[contains(@class, 'rank')]"):
        given.set("class", "rank or-hidden")
        for row in given.getparent().xpath("div[contains(@class, 'option-wrapper')]//input"):
            row.set("type", "hidden")


def _long_choices(form: Element) -> None:
    """Sentences stand under each other; a few words stand beside each other where there is room."""
    for holder in form.xpath(with_class("option-wrapper")):
        words = ("".join(one.itertext()).strip() for one in holder.xpath(".//span[contains(@class, 'option-label')]"))
        if any(len(said) > _FEW_WORDS for said in words):
            holder.set("class", f"{holder.get('class')} option-long")


def _say(form: Element) -> None:
    for star in form.xpath(with_class("required")):
        if star.tag == "span":
            star.text = _("wajib diisi")
    for words in form.xpath(with_class("or-required-msg")):
        words.text = _("Bagian ini belum diisi.")
    for words in form.xpath("//*[@data-i18n='constraint.invalid']"):
        words.text = _("Isian ini belum cocok. Periksa lagi.")
    for given in form.xpath("//input[@type='number'][@min][@max]"):
        _hint(given, _("Angka dari %(least)s sampai %(most)s.") % {"least": given.get("min"), "most": given.get("max")})

    _say_elsewhere(form)


def _say_elsewhere(form: Element) -> None:
    for given in form.xpath("//input[@type='file']"):
        given.set("type", "text")
        # Where a file can be sent at once, a script lays the button for it beside the field.
        given.set("data-rangkul-photo", "image" if "image" in given.get("accept", "") else "file")
        for name in ("accept", "data-max-pixels", "capture"):
            given.attrib.pop(name, None)
        _hint(given, str(IN_DOCUMENTS))
    for given in form.xpath("//input[@data-type-xml='geopoint']"):
        _hint(given, str(LATITUDE))


def _hint(given: Element, words: str) -> None:
    hint = etree.Element("span")
    hint.set("class", "or-hint active")
    hint.text = words
    given.addprevious(hint)


def _speak(form: Element, language: str) -> None:
    """One language is on the page; `lang` says it to screen readers once, on the form."""
    for part in form.xpath("//*[@lang]"):
        del part.attrib["lang"]
        part.set("class", " ".join(dict.fromkeys([*part.get("class", "").split(), "active"])))
    form.set("lang", language)
    form.attrib.pop("dir", None)
