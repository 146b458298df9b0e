"""Ayu with the tools of the profession: PIE, instruments, what is counted, visits, reviews."""

from datetime import date, timedelta

from playwright.sync_api import Page

from rangkul.base import clock
from tests.browser.working import fill, press, send


def code_role(page: Page, case: str) -> None:
    page.goto(f"/kerja/asesmen/{case}/peran-lingkungan/?isi=peran")
    form = "form#isi"
    page.check(f"{form} [name=severity][value='3']")
    page.check(f"{form} [name=coping][value='2']")
    fill(page, form, role="parent", trouble="responsibility", duration="4", named="terhadap Dinda")
    send(page, form)


def ask_phq9(page: Page, case: str, points: tuple[int, ...], on: date) -> None:
    """Asked aloud some days ago, on paper, and keyed in."""
    page.goto(f"/kerja/instrumen/kasus/{case}/")
    press(page, "a.choosing-name:has-text('PHQ-9')")
    page.wait_for_selector("[data-rangkul-instrument][data-ready]")
    for number, point in enumerate(points, 1):
        page.check(f"input[name$='/phq9_{number}'][value='{point}']")
    page.click("summary:has-text('Tentang pengisian ini')")
    page.fill("[name=answered_on]", on.isoformat())
    press(page, "button:has-text('Simpan jawaban')")
    page.wait_for_url("**/hasil/**")


def ask_for_signature(page: Page, case: str, note: str) -> None:
    """The page knows what must be signed before the case goes on."""
    page.goto(f"/kerja/kasus/{case}/tanda-tangan/")
    form = "form:has([name=subject_kind])"
    fill(page, form, note=note)
    send(page, form)


def count_days_missed(page: Page, case: str, before: list[tuple[date, int]], after: list[tuple[date, int]]) -> None:
    """A measure in two phases: from the school's attendance list, week by week."""
    page.goto(f"/kerja/rencana/{case}/ukuran/")
    form = "form.composer"
    page.check(f"{form} [name=direction][value=lower]")
    fill(page, form, name="Hari tidak masuk sekolah", unit="hari per minggu", least="0", most="6")
    send(page, form)
    for letter, days, name in (("A", before, "Sebelum rencana"), ("B", after, "Sejak rencana disepakati")):
        page.locator("#fase details:has([name=letter])").evaluate("one => one.open = true")
        page.check(f"#fase [name=letter][value={letter}]")
        fill(page, "#fase form", starts_on=days[0][0].isoformat(), name=name)
        send(page, "#fase details:has([name=letter]) form")
        page.click("summary:has-text('Isi beberapa hari sekaligus')")
        lines = "\n".join(f"{day.isoformat()} {value}" for day, value in days)
        fill(page, "form[action$='/hitung-banyak/']", lines=lines)
        send(page, "form[action$='/hitung-banyak/']")


def look_back(page: Page, case: str, on: date, levels: dict[int, int], client_words: str, worker_words: str) -> None:
    """A review of an earlier day, keyed in; both place each goal alike."""
    page.goto(f"/kerja/rencana/{case}/tinjauan/")
    form = "form[action$='/tinjauan/']"
    for number, level in levels.items():
        page.check(f"{form} [name=goal{number}_client][value='{level}']")
        fill(page, form, **{f"goal{number}_worker": str(level)})
    page.check(f"{form} [name=client_judgement][value=better]")
    page.check(f"{form} [name=worker_judgement][value=better]")
    fill(page, form, held_on=on.isoformat(), client_words=client_words, worker_words=worker_words)
    send(page, form)


def go_to_her_home(page: Page, case: str) -> None:
    """Planned and left; Ayu stands at the door."""
    page.goto(f"/kerja/kunjungan/{case}/")
    form = "form.composer"
    soon = clock.local(clock.now()) + timedelta(hours=1)
    fill(page, form, leaves_at=f"{soon:%Y-%m-%dT%H:%M}")
    # The time of return moves along.
    assert page.input_value(f"{form} [name=back_by]") == f"{soon + timedelta(hours=2):%Y-%m-%dT%H:%M}"
    fill(
        page, form, place="Rumah Wati, belakang musala", purpose="Melihat jadwal belajar Dinda",
        risk_note="Tidak ada yang diketahui.",
    )  # fmt: skip
    send(page, form)
    press(page, "a.todo-title")
    press(page, "button:has-text('Saya berangkat')")
