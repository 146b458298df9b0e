"""Sample words for the gallery. The people in them do not exist."""

from datetime import date, timedelta

from django import forms
from django.apps import apps
from django.utils import timezone

from rangkul.web.look.forms import PicturedCheckboxes, PicturedRadio, Scale, SignaturePad, counted, suggest

COLOURS = (
    *("ground", "surface", "sunk", "line", "edge", "text", "muted", "primary", "primary-soft"),
    *("accent", "accent-soft", "red", "amber", "green", "blue"),
)
WHAT = {
    "food": "Tidak ada makanan",
    "violence": "Ada yang memukul atau mengancam",
    "child": "Anak tidak terurus",
    "ill": "Sakit dan tidak ada yang merawat",
    "home": "Tidak punya tempat tinggal",
    "other": "Hal lain, saya tulis sendiri",
}
PICTURES = {
    "food": "bowl-spoon",
    "violence": "hand-stop",
    "child": "baby-carriage",
    "ill": "bandage",
    "home": "home-off",
    "other": "pencil",
}


class SampleForm(forms.Form):
    """Every kind of field once."""

    what = forms.MultipleChoiceField(
        label="Apa yang sedang terjadi?",
        choices=list(WHAT.items()),
        help_text="Supaya orang yang tepat membaca permintaan Anda. Boleh pilih beberapa.",
        widget=PicturedCheckboxes(pictures=PICTURES, hints={"violence": "Di rumah atau di luar"}),
    )
    whom = forms.ChoiceField(
        label="Untuk siapa?",
        choices=[("self", "Untuk saya"), ("other", "Untuk orang lain")],
        widget=PicturedRadio(pictures={"self": "user", "other": "users"}),
    )
    story = forms.CharField(
        label="Ceritakan dengan kata Anda", required=False, widget=forms.Textarea(attrs=counted(600))
    )
    village = forms.CharField(
        label="Desa atau kelurahan",
        help_text="Ketik beberapa huruf, lalu pilih.",
        widget=forms.TextInput(attrs=suggest("/wilayah/cari/", "village_code")),
    )
    village_code = forms.CharField(required=False, widget=forms.HiddenInput)
    day = forms.DateField(label="Tanggal kunjungan", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    method = forms.ChoiceField(label="Cara", choices=[("home", "Kunjungan rumah"), ("phone", "Telepon")])
    sure = forms.ChoiceField(
        label="Seberapa yakin Anda?",
        required=False,
        choices=[("", "Tidak dijawab"), *((step, str(step)) for step in range(11))],
        widget=Scale(low="belum yakin", high="sangat yakin"),
    )
    ways = forms.ChoiceField(
        label="Boleh kami telepon?", choices=[("y", "Boleh"), ("n", "Jangan")], widget=forms.RadioSelect
    )
    agree = forms.BooleanField(label="Saya setuju data ini dibaca pekerja sosial", required=True)
    sign = forms.CharField(label="Tanda tangan", required=False, widget=SignaturePad)


def _stages(now):
    missing = [
        {"label": "Kekuatan di ranah sosial belum digali", "url": "#"},
        {"label": "Tanda tangan supervisor", "url": ""},
    ]
    rows = [
        ("Pendekatan awal", "done", now - timedelta(days=21), []),
        ("Asesmen", "now", None, missing),
        ("Perencanaan", "next", None, []),
        ("Intervensi", "next", None, []),
        ("Evaluasi", "next", None, []),
        ("Pengakhiran", "next", None, []),
    ]
    return [{"name": n, "state": s, "when": w, "missing": m, "url": "#" if s != "next" else ""} for n, s, w, m in rows]


def _todo(now):
    rows = [
        (
            -timedelta(minutes=40),
            "merah",
            "“Suami saya mengunci pintu dari luar”",
            "Cibinong, Bogor",
            "Ayu",
            "formulir",
        ),
        (
            timedelta(minutes=50),
            "oranye",
            "“Nenek saya tidak makan dua hari”",
            "Sukajaya, Bogor",
            "belum ada",
            "telepon",
        ),
        (
            timedelta(hours=20),
            "kuning",
            "“Anak saya berhenti sekolah karena malu”",
            "Pamijahan, Bogor",
            "Budi",
            "datang langsung",
        ),
        (timedelta(days=4), "hijau", "“Kursi roda bapak rusak”", "Jasinga, Bogor", "Ayu", "surat"),
        (timedelta(days=6), "biru", "“Bagaimana mengurus bantuan sekolah?”", "Ciawi, Bogor", "belum ada", "formulir"),
    ]
    keys = ("due", "level", "words", "place", "owner", "via")
    return [dict(zip(keys, (now + row[0], *row[1:]), strict=True)) for row in rows]


def _case_words(now):
    return {
        "facts": [{"label": "NIK", "value": "tersimpan, tertutup"}, {"label": "Bahasa", "value": "Sunda, Indonesia"}],
        "ways": ["WhatsApp ke nomor sendiri", "Lewat Bu Kader Rini"],
        "never": ["Telepon rumah", "Meninggalkan pesan"],
        "members": [
            {"name": "Ayu Lestari", "role": "Pekerja sosial utama", "note": "sejak 3 Nov"},
            {"name": "Sari Wulandari", "role": "Supervisor", "note": ""},
        ],
        "gas": [
            {"score": 2, "text": "Dinda masuk sekolah setiap hari dan ikut satu kegiatan"},
            {"score": 1, "text": "Dinda masuk sekolah empat hari seminggu"},
            {"score": 0, "text": "Dinda masuk sekolah tiga hari seminggu"},
            {"score": -1, "text": "Dinda masuk sekolah satu hari seminggu"},
            {"score": -2, "text": "Dinda tidak masuk sekolah"},
        ],
        "corrections": [
            {"when": now - timedelta(hours=1), "who": "Ayu Lestari", "text": "Yang hadir paman, bukan kakak."}
        ],
        "files": [
            {
                "name": "Kartu keluarga.pdf",
                "url": "#",
                "size": 184_320,
                "kind": "paper",
                "when": date(2026, 11, 3),
                "who": "Ayu Lestari",
            },
            {
                "name": "Foto rumah.jpg",
                "url": "#",
                "size": 912_000,
                "kind": "photo",
                "when": date(2026, 11, 9),
                "who": "",
            },
        ],
        "bars": [
            {"label": "Ayu", "value": 18, "of": 24},
            {"label": "Budi", "value": 24, "of": 24},
            {"label": "Citra", "value": 9, "of": 24},
        ],
        "tabs": [
            {"label": "Catatan", "url": "#", "current": True, "count": 12, "icon": "notes"},
            {"label": "Asesmen", "url": "#", "current": False, "count": 0, "icon": "clipboard-list"},
            {"label": "Rencana", "url": "#", "current": False, "count": 3, "icon": "target"},
            {"label": "Dokumen", "url": "#", "current": False, "count": 0, "icon": "files"},
        ],
        "crumbs": [
            {"label": "Kasus saya", "url": "#"},
            {"label": "Wati Suryani", "url": "#"},
            {"label": "Asesmen", "url": ""},
        ],
    }


def _family():
    """An invented family and an invented road, drawn once for each theme; nothing where pictures are switched off."""
    if not apps.is_installed("rangkul.journey.pictures"):
        return None
    from rangkul.journey.pictures.genogram import drawing, layout, legend, sample
    from rangkul.journey.pictures.lifeline import drawing as roads
    from rangkul.journey.pictures.lifeline import legend as marks
    from rangkul.journey.pictures.lifeline.placing import place
    from rangkul.journey.pictures.lifeline.sample import sample_road

    laid_out, placed = layout.lay_out(sample.sample_family()), place(sample_road())
    sides = ("light", "dark")
    return {
        "drawn": {side: drawing.draw(laid_out, "Genogram", "", key=f"geno-{side}") for side in sides},
        "legend": legend.legend(),
        "road": {side: roads.draw(placed, "Garis waktu", "", key=f"waktu-{side}") for side in sides},
        "marks": marks.legend(),
    }


def samples(request):
    now = timezone.now()
    wrong = SampleForm({"story": "Anak saya tidak mau keluar kamar.", "what": [], "method": "phone"})
    return {
        "sides": ("light", "dark"),
        "colours": COLOURS,
        "levels": ("merah", "oranye", "kuning", "hijau", "biru", "?"),
        "now": now,
        "late": now - timedelta(hours=3),
        "soon": now + timedelta(minutes=35),
        "later": now + timedelta(days=3),
        "today": timezone.localdate(),
        "form": SampleForm(auto_id="contoh-%s"),
        "wrong": wrong,
        "stages": _stages(now),
        "todo": _todo(now),
        "family": _family(),
        **_case_words(now),
    }
