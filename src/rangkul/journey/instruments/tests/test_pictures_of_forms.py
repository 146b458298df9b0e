"""Pictures come with a form, are drawn anew, belong to its version, and stand beside their questions."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from PIL import Image

from rangkul.base.xforms.tests.world import FORMS
from rangkul.journey.instruments import actions, alone, picturing, reading
from rangkul.journey.instruments.models import FormPicture, InstrumentVersion
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import Faulty, received
from rangkul.journey.instruments.tests.books import picture, workbook

NAMES = ("jangan-foto-wajah.png", "apar.png", "baik.png", "rusak.png")
SURVEY = ("survey", [["type", "name", "label", "media::image"], ["text", "peta", "Di mana?", "peta.png"]])


def parcel_of(*names, **given):
    data = (FORMS / "ceklis-panti.md").read_bytes()
    return Parcel("ceklis-panti.md", data, {name: picture(**given) for name in names})


@pytest.fixture
def version(cast, asking):
    with asking(cast.adi) as adi:
        return actions.keep_upload(by=adi, ready=received(parcel_of(*NAMES), "Dinas Sosial"))


def address(version, name="apar.png"):
    return reverse("instruments:picture", args=[version.pk, name])


def test_a_picture_stands_beside_its_question_and_its_choice(version, cast, asking):
    with asking(cast.adi):
        page = reading.drawn(version, "id").questions
    for name in NAMES:
        assert f'src="{address(version, name)}"' in page
    assert 'width="60" height="40"' in page
    assert "jr://" not in page


def test_what_did_not_come_along_is_named_with_row_and_column():
    with pytest.raises(Faulty) as faulty:
        received(parcel_of("apar.png", "baik.png", "jangan-foto-wajah.png"), "x")
    (fault,) = faulty.value.checked.faults
    assert str(fault) == (
        "Lembar choices, baris 3, kolom media::image: Gambar “rusak.png” belum ikut diunggah. "
        "Kirim bersama buku kerjanya."
    )


def test_capitals_in_a_name_do_not_matter():
    ready = received(Parcel("peta.xlsx", workbook(SURVEY), {"PETA.PNG": picture()}), "x")
    assert list(ready.pictures) == ["peta.png"]


def test_what_the_form_does_not_show_is_left_behind():
    ready = received(Parcel("peta.xlsx", workbook(SURVEY), {"peta.png": picture(), "lain.png": b"x"}), "x")
    assert list(ready.pictures) == ["peta.png"]


@pytest.mark.parametrize("kind", ["audio", "video"])
def test_sound_is_refused_and_not_half_played(kind):
    sheet = ("survey", [["type", "name", "label", f"media::{kind}"], ["text", "lagu", "Lagu apa?", "lagu.mp3"]])
    with pytest.raises(Faulty) as faulty:
        received(Parcel("lagu.xlsx", workbook(sheet), {"lagu.mp3": b"ID3"}), "x")
    assert "belum bisa diputar" in str(faulty.value.checked.faults[0])


def test_each_language_may_have_its_own_picture():
    head = ["type", "name", "label::Indonesia (id)", "label::English (en)"]
    head += ["media::image::Indonesia (id)", "media::image::English (en)"]
    sheet = ("survey", [head, ["text", "peta", "Di mana?", "Where?", "peta-id.png", "peta-en.png"]])
    both = {"peta-id.png": picture(), "peta-en.png": picture(color="red")}
    assert set(received(Parcel("peta.xlsx", workbook(sheet), both), "x").pictures) == set(both)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bukan gambar",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\x89PNG\r\n\x1a\n" + bytes(300),
        picture()[:-30],
        picture("TIFF"),
    ],
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(Faulty):
        received(Parcel("peta.xlsx", workbook(SURVEY), {"peta.png": data}), "x")


def test_a_picture_made_to_fill_the_memory_is_refused():
    huge = picture(size=(12_000, 12_000), mode="1", color=1)
    assert len(huge) < 100_000
    with pytest.raises(picturing.NotAPicture):
        picturing.drawn(huge)


def test_nothing_of_the_original_but_its_colours_is_kept():
    exif = Image.Exif()
    exif[0x010E] = "rumah Wati"
    photo = picture("JPEG", size=(3000, 1500), exif=exif)
    assert b"rumah Wati" in photo
    drawn = picturing.drawn(photo + b"<script>")
    assert b"rumah Wati" not in drawn.data
    assert b"<script>" not in drawn.data
    assert (drawn.media_type, drawn.width, drawn.height) == ("image/jpeg", 1024, 512)


def test_a_drawing_keeps_its_see_through_ground():
    drawn = picturing.drawn(picture(mode="RGBA", color=(0, 0, 0, 0)))
    assert drawn.media_type == "image/png"
    assert Image.open(io.BytesIO(drawn.data)).mode == "RGBA"


def test_a_drawing_that_would_be_large_becomes_a_photo():
    noise = Image.effect_noise((1000, 1000), 100).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "PNG")
    drawn = picturing.drawn(out.getvalue())
    assert drawn.media_type == "image/jpeg"
    assert len(drawn.data) < 1_000_000


def test_it_is_served_as_what_it_is_and_runs_nothing(version, signed_in, cast):
    answer = signed_in(cast.adi).get(address(version))
    assert answer.headers["Content-Type"] == "image/png"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert Image.open(io.BytesIO(answer.content)).size == (60, 40)


def test_it_is_closed_to_strangers_and_to_other_agencies(version, signed_in, visitor, cast):
    assert visitor.get(address(version)).status_code == 302
    assert signed_in(cast.budi).get(address(version)).status_code == 404
    assert signed_in(cast.adi).get(address(version, "lain.png")).status_code == 404
    assert signed_in(cast.adi).post(address(version)).status_code == 405


def test_it_is_as_frozen_as_its_version(version, cast, asking):
    with asking(cast.adi):
        actions.publish_version(by=cast.adi.asker(), version=version)
        assert FormPicture.objects.filter(version=version).delete()[0] == 0
        for statement in (
            "UPDATE instruments_formpicture SET name = 'x.png' WHERE version_id = %s",
            "INSERT INTO instruments_formpicture (id, made_at, version_id, name, media_type, width, height, data)"
            " VALUES (gen_random_uuid(), now(), %s, 'baru.png', 'image/png', 1, 1, '')",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [version.pk])
        assert FormPicture.objects.filter(version=version).count() == len(NAMES)


def test_it_goes_with_a_version_that_is_taken_back(version, cast, asking):
    with asking(cast.adi):
        actions.discard_version(by=cast.adi.asker(), version=version)
        assert not InstrumentVersion.objects.filter(pk=version.pk).exists()
        assert not FormPicture.objects.exists()


def test_it_is_printed_on_the_blank_paper(version, signed_in, cast, asking):
    with asking(cast.adi):
        actions.publish_version(by=cast.adi.asker(), version=version)
    made = signed_in(cast.ayu).get(reverse("instruments:blank", args=[version.pk])).content
    assert made.startswith(b"%PDF")
    assert made.count(b"/Subtype /Image") + made.count(b"/Subtype/Image") >= 1


def test_marks_in_a_label_become_print_and_not_stars(version, cast, asking):
    with asking(cast.adi):
        page = reading.drawn(version, "id").questions
    assert "<strong>Jangan memotret wajah anak.</strong>" in page
    assert "**" not in page


def test_a_field_that_nobody_fills_in_shows_what_it_holds(version, cast, asking):
    with asking(cast.adi):
        page = reading.drawn(version, "id").questions
    held = page[page.index("Dasar hukum") - 120 : page.index("Dasar hukum") + 200]
    assert "note" not in held
    assert "readonly" in held


def test_a_file_is_named_in_the_answer_and_kept_with_the_case(version, cast, asking):
    with asking(cast.adi):
        page = reading.drawn(version, "id").questions
    assert 'type="file"' not in page
    assert "lalu tulis nama berkasnya di sini" in page


def test_a_picture_stands_below_the_words_of_its_question(version, cast, asking):
    with asking(cast.adi):
        page = reading.drawn(version, "id").questions
    asked = page[page.index("Alat pemadam api") : page.index("apar.png")]
    assert "wajib diisi" in asked
    assert "Periksa tanggal kedaluwarsa." in asked


HEAD = ["type", "name", "label", "hint", "media::image"]
PLAIN = (
    ("survey", [
        HEAD,
        ["select_one wajah", "rasa", "Bagaimana **hari ini**?", "Tunjuk gambarnya.", "peta.png"],
        ["image", "foto", "Foto jendela", "", ""],
    ]),
    ("choices", [
        ["list_name", "name", "label", "media::image"],
        ["wajah", "1", "Senang", "senang.png"],
        ["wajah", "0", "Sedih", ""],
    ]),
    ("settings", [["form_id", "form_title", "version"], ["wajah_contoh", "Wajah", "1"]]),
)  # fmt: skip


@pytest.fixture
def plain(cast, asking):
    both = {"peta.png": picture(), "senang.png": picture(color="red")}
    with asking(cast.adi) as adi:
        kept = actions.keep_upload(by=adi, ready=received(Parcel("wajah.xlsx", workbook(*PLAIN), both), "Sendiri"))
        return actions.publish_version(by=adi, version=kept)


def test_pictures_stand_on_the_page_for_keying_in_paper(plain, signed_in, cast, case):
    page = signed_in(cast.ayu).get(reverse("instruments:paper", args=[case.pk, plain.pk])).content.decode()
    for name in ("peta.png", "senang.png"):
        assert f'src="{address(plain, name)}"' in page
    assert 'width="60" height="40" alt=""' in page
    assert "Bagaimana hari ini?" in page
    assert "data-photos=" in page


@pytest.fixture
def sent(signed_in, cast, case, plain):
    """A photo goes to the documents of the case while the form is filled in."""

    def send(data=None, who=None, name="IMG_1.png", **more):
        browser = signed_in(who or cast.ayu)
        file = SimpleUploadedFile(name, picture() if data is None else data, content_type="image/png")
        url = reverse("instruments:photo", args=[case.pk, plain.pk])
        return browser.post(url, {"file": file, "question": "/data/foto"} | more)

    return send


def test_a_photo_is_kept_sealed_with_the_case_and_named_after_its_question(sent, cast, asking, case):
    kept = sent().json()
    assert kept["name"].startswith("Foto jendela ")
    assert kept["name"].endswith(".png")
    assert sent().json() == kept
    with asking(cast.ayu):
        (row,) = case.documents.select_related("key")
        assert (row.kind, row.name) == ("photo", kept["name"])


def test_two_photos_have_two_names(sent):
    assert sent().json()["name"] != sent(picture(color="red")).json()["name"]


@pytest.mark.parametrize("data", [b"", b"Catatan biasa.", b"MZ\x90\x00" * 99, b"<svg onload='alert(1)'/>"])
def test_what_is_no_file_of_ours_is_refused_in_words(sent, cast, asking, case, data):
    answer = sent(data)
    assert answer.status_code == 422
    assert answer.content.decode()
    with asking(cast.ayu):
        assert not case.documents.exists()


def test_only_the_team_hands_in_a_photo_and_only_by_post(sent, signed_in, cast, case, plain):
    assert sent(who=cast.budi).status_code == 404
    assert signed_in(cast.ayu).get(reverse("instruments:photo", args=[case.pk, plain.pk])).status_code == 405


def test_the_result_shows_the_photo_and_says_where_one_is_missing(sent, signed_in, cast, asking, case, plain):
    kept = sent().json()
    for said, seen in ((kept["name"], kept["preview"]), ("hilang.jpg", "belum ada di Lampiran")):
        with asking(cast.ayu) as ayu:
            xml = reading.form_of(plain).answer_from({"rasa": "1", "foto": said})
            row = actions.record(by=ayu, case=case, version=plain, given=actions.Given(answer=xml, person=case.person))
        page = signed_in(cast.ayu).get(reverse("instruments:result", args=[case.pk, row.pk])).content.decode()
        assert said in page
        assert seen in page
    assert b"".join(signed_in(cast.ayu).get(kept["preview"]).streaming_content).startswith(b"\xff\xd8")
    assert signed_in(cast.budi).get(kept["preview"]).status_code == 404


def test_what_asks_for_a_photo_is_not_answered_alone(cast, asking, case, plain):
    with asking(cast.ayu):
        assert not alone.of_questions(plain).allowed
