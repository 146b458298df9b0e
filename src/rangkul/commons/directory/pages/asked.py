"""What a search asks, typed or chosen; the same for the public and for workers. It stands in the address, so it holds
nothing of a person but an age, a sex and which kinds of papers are at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.widgets import LongSelect, suggest
from rangkul.base.paging import Growing, page_number
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah import queries as wilayah
from rangkul.base.wilayah.folding import fold
from rangkul.commons.directory import queries
from rangkul.commons.directory.states import NAMED_PAPERS, Help
from rangkul.commons.people.states import Sex

MOST, LONGEST = 10, 100


class SearchForm(RangkulForm):
    cari = line(_("Kata kunci"), most=100, required=False, help_text=_("Nama layanan atau lembaga, boleh sebagian."))
    butuh = choice(_("Butuh apa?"), Help.choices, empty=_("Apa saja"), required=False, widget=LongSelect)
    tempat = forms.CharField(
        label=_("Tinggal di mana?"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs=suggest(reverse_lazy("wilayah:suggest"), "kode")),
        help_text=_("Desa, kecamatan, atau kabupaten. Ditulis saja, lalu pilih."),
    )
    kode = forms.RegexField(
        r"^(\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?)?$", max_length=13, required=False, widget=forms.HiddenInput
    )
    umur = forms.IntegerField(label=_("Umur"), min_value=0, max_value=120, required=False)
    kelamin = choice(
        _("Jenis kelamin"),
        [(Sex.FEMALE, Sex.FEMALE.label), (Sex.MALE, Sex.MALE.label)],
        empty=_("Tidak disebut"),
        required=False,
        widget=LongSelect,
    )
    punya = forms.MultipleChoiceField(
        label=_("Surat yang sudah ada"),
        choices=NAMED_PAPERS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Boleh dikosongkan. Tidak ada yang ditolak karena suratnya belum ada."),
    )
    buka = forms.BooleanField(label=_("Hanya yang buka sekarang"), required=False)

    def clean(self) -> dict[str, Any]:
        """A place that was typed and not chosen is taken as the likeliest; the others are offered beside it."""
        cleaned = super().clean()
        self.others: list[wilayah.Suggestion] = []
        typed, code = cleaned.get("tempat", "").strip(), cleaned.get("kode", "")
        known = wilayah.path(code) if code else ""
        if typed and not (known and _same(typed, known)):
            found = wilayah.suggest(typed, 5)
            code, known = (found[0].code, found[0].label) if found else ("", "")
            self.others = found[1:]
            if not found:
                self.add_error("tempat", _("Tempat ini tidak ditemukan. Coba nama kabupaten atau kotanya."))
        cleaned["kode"], self.place = (code, known) if typed else ("", "")
        return cleaned


def _same(typed: str, known: str) -> bool:
    """Whether the typed words are words of the chosen place, in whatever spelling."""
    return _words(typed) <= _words(known)


def _words(text: str) -> set[str]:
    return {"kab" if word == "kabupaten" else word for word in fold(text)}


class WorkerSearchForm(SearchForm):
    """A worker also asks by the category that the law names."""

    kelompok = choice(_("Kelompok layanan"), [], empty=_("Semua kelompok"), required=False, widget=LongSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        terms = [(term.code, term.label) for term in taxonomy.current(taxonomy.PPKS)]
        self.fields["kelompok"].choices = [("", _("Semua kelompok")), *terms]


@dataclass(frozen=True)
class Found:
    """`form`: as it was asked. `rows`: what is shown of what was found, None where nothing was asked yet. `more`:
    whether there are others, and `next` the page that shows some of them too, 0 where no page does."""

    form: SearchForm
    rows: list[queries.Candidate] | None = None
    more: bool = False
    next: int = 0

    @property
    def words(self) -> dict[str, Any]:
        """For a page."""
        return {
            "form": self.form, "found": self.rows, "more": self.more, "next": self.next,
            "others": getattr(self.form, "others", []), "place": getattr(self.form, "place", ""),
        }  # fmt: skip


def asked(request: HttpRequest, form_class: type[SearchForm] = SearchForm) -> Found:
    data = request.GET
    named = {name for name in data if name in form_class.base_fields and data[name].strip()}
    if not named:
        return Found(form_class())
    form = form_class(data)
    if not form.is_valid():
        return Found(form)
    words = form.cleaned_data
    growing = Growing(page_number(request), MOST, LONGEST)
    found = queries.candidates(
        need=words.get("kelompok") or words["butuh"],
        area=words["kode"],
        facts={"age": words["umur"], "sex": words["kelamin"], "documents": words["punya"]},
        text=words["cari"],
        help_too=words["butuh"] if words.get("kelompok") else "",
        open_only=words["buka"],
        limit=growing.looked_for,
    )
    return Found(form, found[: growing.shown], len(found) > growing.shown, growing.next_page(len(found)))
