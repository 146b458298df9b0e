"""What an answer may hold, played on the forms of other programmes."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from rangkul.base.xforms import Refused
from rangkul.base.xforms.tests.world import NAMES, NOW, VALUES, form


def examined(name, language=None, **changes):
    there = form(name)
    return there.examine(there.answer_from({**VALUES[name], **changes}, now=NOW), now=NOW, language=language)


def refused(name, language=None, **changes):
    with pytest.raises(Refused) as caught:
        examined(name, language, **changes)
    return {fault.path.rsplit("/", 1)[-1]: fault for fault in caught.value.faults}


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_comes_back_as_it_was_given(name):
    answer = examined(name)
    again = form(name).examine(answer.xml, now=NOW)
    assert (again.values, again.xml, again.instance_id) == (answer.values, answer.xml, answer.instance_id)


def test_values_are_typed():
    goods = examined("pasar")["barang"]
    assert goods[0] == {"jenis": "beras", "harga": Decimal("14500.5"), "jumlah": 10, "belanja": 145005}
    visit = examined("ceklis-panti")
    assert (visit["rasio"], visit["lama_menit"], visit["datang"].hour) == (Decimal("11.25"), 105, 8)


# Required, relevant, constraint.


def test_a_required_answer_is_asked_for_in_the_words_of_the_form():
    assert str(refused("bencana", tanggal=None)["tanggal"]) == "Tanggal pendataan: Isi tanggal pendataan."


def test_a_refusal_names_the_question_in_the_language_of_who_asks():
    assert refused("pasar", "en", pasar="")["pasar"].label == "Name of the market"
    assert refused("pasar", "id", pasar="x")["pasar"].message == "Tulis nama pasar lengkap, paling sedikit 3 huruf."
    assert refused("pasar", "en", pasar="x")["pasar"].message == "Write the full name, at least 3 letters."
    assert refused("pasar", "zh", pasar="x")["pasar"].label == "Nama pasar"


def test_a_label_with_an_answer_in_it_is_told_with_the_answer():
    assert refused("rawat-lansia", pengasuh_lelah=None)["pengasuh_lelah"].label == "Apakah Bu Yuni merasa kelelahan?"
    many = [{"nama_dusun": "Rawacina", "rumah": 5, "rusak_berat": 6, "keluarga": []}]
    told = refused("bencana", dusun=many, wakil=None)["rusak_berat"]
    assert told.path == "/data/dusun[1]/rusak_berat"
    assert told.message == "Tidak boleh lebih dari jumlah rumah di Rawacina (5)."


def test_what_is_not_relevant_is_emptied_down_the_chain():
    answer = examined("rawat-lansia", sendiri="ya", ada_pengasuh=None)
    assert [answer[one] for one in ("ada_pengasuh", "pengasuh", "pengasuh_lelah")] == [None, None, None]
    assert answer["dukungan_pengasuh"] == ()
    assert "/data/pengasuh" in answer.hidden
    assert b"Yuni" not in answer.xml


def test_a_group_that_is_not_relevant_takes_everything_in_it_along():
    answer = examined("putus-sekolah", setuju="tidak", alasan_menolak="sibuk", urutan_dukungan=None)
    assert (answer["anggota"], answer["anak_putus"], answer["alasan_menolak"]) == ([], None, "sibuk")
    assert b"Adi" not in answer.xml


def test_a_condition_on_something_irrelevant_is_as_in_the_browser():
    """An irrelevant answer is empty, and empty is not “mandiri”."""
    young = {"umur": 50, "makan": None, "mandi": None, "jalan": None, "kunjungan": []}
    assert "jatuh" in refused("rawat-lansia", **young, jatuh=None, kali_jatuh=None)


def test_a_constraint_may_look_at_another_answer():
    assert "pulang" in refused("ceklis-panti", pulang=NOW - timedelta(hours=9))


def test_a_day_is_compared_as_a_day():
    assert "tanggal" in refused("pasar", tanggal=NOW.date() + timedelta(days=1))
    assert examined("pasar", tanggal=NOW.date())["tanggal"] == NOW.date()


def test_a_pattern_holds():
    assert "kode_rumah" in refused("putus-sekolah", kode_rumah="RT-12")
    assert "nomor_izin" in refused("ceklis-panti", nomor_izin="a b")


# Choices.


def test_a_choice_outside_its_list_is_refused():
    assert "jenis" in refused("pasar", barang=[{"jenis": "emas", "harga": 1, "jumlah": 1}])
    assert "bencana" in refused("bencana", bencana=["gempa", "perang"])


def test_a_choice_that_an_earlier_answer_rules_out_is_refused():
    assert "kabupaten" in refused("bencana", kabupaten="3374", kecamatan="337401")
    assert "kecamatan" in refused("bencana", kecamatan="320501")


def test_a_choice_may_come_from_answers_given_before():
    assert examined("bencana", wakil="Pak Ujang")["wakil"] == "Pak Ujang"
    assert "wakil" in refused("bencana", wakil="Pak Asep")


def test_choices_that_do_not_go_together_are_refused():
    assert "bencana" in refused("bencana", bencana=["gempa", "tidak_tahu"])
    assert "alasan" in refused("putus-sekolah", anggota=_members(alasan=["biaya", "jarak", "bekerja", "menikah"]))


def test_a_rank_names_every_choice_once():
    assert "urutan_dukungan" in refused("putus-sekolah", urutan_dukungan=["paket", "biaya"])
    assert "urutan_dukungan" in refused("putus-sekolah", urutan_dukungan=["paket", "paket", "biaya"])


@pytest.mark.parametrize("value", [-1, 11, 5.5])
def test_a_scale_has_its_ends_and_its_steps(value):
    assert "kebersihan" in refused("ceklis-panti", kebersihan=value)


def test_what_must_be_acknowledged_is():
    assert "benar" in refused("ceklis-panti", benar=None)


# Repeats.


def _members(**changes):
    first, second = VALUES["putus-sekolah"]["anggota"]
    return [first, {**second, **changes}]


def test_a_repeat_has_as_many_turns_as_was_said():
    assert "Bagian ini harus diisi tepat 2 kali." in str(refused("putus-sekolah", anggota=_members()[:1]).values())
    assert "Bagian ini harus diisi tepat 2 kali." in str(refused("putus-sekolah", anggota=_members() * 2).values())


def test_conditions_in_a_repeat_look_at_their_own_turn():
    found = refused("putus-sekolah", anggota=_members(mau_kembali=None))
    assert [fault.path for fault in found.values()] == ["/data/rumah/anggota[2]/sekolah/mau_kembali"]
    assert found["mau_kembali"].label == "Ingin kembali bersekolah?"


def test_repeats_stand_in_repeats():
    answer = examined("bencana")
    assert answer["dusun/keluarga"][0][0]["kepala"] == "Pak Ujang"
    assert answer["dusun/urutan"] == [1, 2]
    assert (answer["jumlah_jiwa"], answer["dusun_pertama"]) == (7, "Rawacina")
    assert answer["nama_tempat"] == "Cugenang, Cianjur"


def test_a_running_total_looks_at_the_turn_before():
    assert examined("rawat-lansia")["kunjungan/turun_total"] == [0, 2, Decimal("5.5")]
    swapped = list(reversed(VALUES["rawat-lansia"]["kunjungan"]))
    assert "hari" in refused("rawat-lansia", kunjungan=swapped)


# What is calculated.


def rewritten(name, tag, text):
    xml = examined(name).xml.decode()
    changed = re.sub(rf"<{tag}>[^<]*</{tag}>|<{tag}/>", f"<{tag}>{text}</{tag}>", xml)
    assert changed != xml
    return changed.encode()


def test_a_calculation_is_never_believed():
    answer = form("pasar").examine(rewritten("pasar", "total", "1"), now=NOW)
    assert answer["total"] == 205005
    assert b"<total>205005</total>" in answer.xml


def test_what_is_calculated_may_arrive_as_anything_and_goes_as_ours():
    answer = form("pasar").examine(rewritten("pasar", "belanja", "bukan angka"), now=NOW)
    assert answer["barang/belanja"] == [145005, 60000]


def test_a_calculation_without_an_answer_holds_nothing():
    form_, values = form("rawat-lansia"), VALUES["rawat-lansia"]
    with pytest.raises(Refused):
        form_.examine(form_.answer_from({**values, "makan": None}, now=NOW), now=NOW)
    answer = examined("ceklis-panti", anak=5, rekomendasi="Ganti alat pemadam dan kosongkan jalur.")
    assert (answer["rasio"], answer["rasio_tinggi"]) == (Decimal("1.25"), None)


def test_the_first_value_of_once_is_kept():
    xml = rewritten("rawat-lansia", "nomor", "L-20260101")
    assert form("rawat-lansia").examine(xml, now=NOW)["nomor"] == "L-20260101"


def test_what_may_not_be_changed_was_not():
    with pytest.raises(Refused, match="dasar"):
        form("ceklis-panti").examine(rewritten("ceklis-panti", "dasar", "tidak ada"), now=NOW)


def test_the_clock_is_the_one_that_is_passed():
    past = NOW - timedelta(days=3650)
    there = form("putus-sekolah")
    xml = there.answer_from({**VALUES["putus-sekolah"], "setuju": "tidak"}, now=NOW)
    assert there.examine(xml, now=past)["anggota"] == []
    with pytest.raises(Refused, match="lahir"):
        there.examine(
            there.answer_from({**VALUES["putus-sekolah"], "anggota": _members(lahir=date(2020, 1, 1))}, now=NOW),
            now=past,
        )


# What was kept.


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("later", [0, 1, 4000])
def test_a_kept_answer_reads_the_same_ever_after(name, later):
    answer = examined(name)
    again = form(name).read(answer.xml, now=NOW + timedelta(days=later))
    assert (again.values, again.hidden, again.xml) == (answer.values, answer.hidden, answer.xml)


def test_a_kept_answer_is_not_judged_by_another_clock():
    past = form("pasar").read(examined("pasar").xml, now=NOW - timedelta(days=4000))
    assert past["tanggal"] == date(2026, 11, 20)


def test_what_is_irrelevant_stays_so_when_it_is_read():
    answer = examined("putus-sekolah", setuju="tidak", urutan_dukungan=None)
    again = form("putus-sekolah").read(answer.xml, now=NOW)
    assert (again.values, again.hidden) == (answer.values, answer.hidden)
    assert "/data/rumah" in again.hidden


def test_what_belongs_to_another_form_is_not_read():
    with pytest.raises(Refused):
        form("pasar").read(examined("bencana").xml)


# What a form tells.


def test_a_form_names_the_files_it_shows():
    assert set(form("ceklis-panti").media) == {"jangan-foto-wajah.png", "apar.png", "baik.png", "rusak.png"}
    assert form("ceklis-panti").question("apar").media == {"image": "apar.png"}
    assert form("ceklis-panti").question("apar").choices[0].media == {"image": "baik.png"}


def test_an_answer_stays_out_of_logs():
    assert "Wati" not in repr(examined("putus-sekolah"))
    with pytest.raises(Refused) as caught:
        examined("putus-sekolah", kode_rumah="rahasia")
    assert "rahasia" not in str(caught.value)
