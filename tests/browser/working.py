"""Ayu at her desk: one short walk for each stage of a case, and the pages that lie on the way."""

from playwright.sync_api import Page


def send(page: Page, form: str) -> None:
    """Fill in is done; the form answers with another page, and not with a mistake."""
    with page.expect_navigation():
        page.locator(f"{form} button.btn-primary, {form} button.btn-secondary").first.click()
    wrong = page.locator("[data-rangkul-errors]")
    assert not wrong.count(), wrong.first.inner_text()


def press(page: Page, what: str) -> None:
    """A link or a button that leads to another page."""
    with page.expect_navigation():
        page.click(what)


def fill(page: Page, form: str, **words: str) -> None:
    for name, text in words.items():
        field = page.locator(f"{form} [name={name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)


def key_of(page: Page) -> str:
    """The case's key in the address."""
    return page.url.split("/kerja/kasus/")[1].split("/")[0]


def accept(page: Page, name: str) -> str:
    """From the request's page: the person registered, the request accepted; the key of the case."""
    register = "form[action$='/orang/baru/']"
    details = page.locator(f"details:has({register})")
    if not details.evaluate("one => one.open"):
        details.locator("summary").click()
    fill(page, register, full_name=name, sex="P")
    send(page, register)
    page.click("main [data-rangkul-accept]")
    page.wait_for_url("**/putuskan/terima/")
    page.check("main form [name=no_conflict]")
    send(page, "main form")
    page.wait_for_url("**/kerja/kasus/**")
    return key_of(page)


def advance(page: Page, case: str) -> None:
    """On to the next stage; what is missing is said by the page, and then this fails with its words."""
    page.goto(f"/kerja/kasus/{case}/tahap/")
    missing = page.locator(".card .stage-missing li").all_inner_texts()
    assert not missing, missing
    send(page, "main form:has(button.btn-primary)")


def agree_contract(page: Page, case: str) -> None:
    page.goto(f"/kerja/kasus/{case}/kontrak/")
    send(page, "form[action$='/kontrak/rancangan/']")
    agree = "form[action$='/kontrak/setuju/']"
    page.check(f"{agree} [name=mode][value=spoken]")
    fill(page, agree, signed_name="Wati Contoh", witness="Bu RT Nani")
    send(page, agree)


FACTS = {
    "bio": "Wati tidur empat jam semalam.",
    "psiko": "Wati berkata: saya masih sanggup asal tidak sendirian.",
    "sosial": "Keluarga berutang dua juta rupiah kepada tetangga.",
}


def explore_facts(page: Page, case: str) -> None:
    for domain, words in FACTS.items():
        page.goto(f"/kerja/asesmen/{case}/fakta/?isi={domain}")
        form = f"form[action$='/{domain}/catat/']"
        fill(page, form, text=words)
        send(page, form)


def profile(page: Page, case: str, view: str, moment: str, level: int) -> None:
    page.goto(f"/kerja/asesmen/{case}/keberfungsian/?isi={view}&saat={moment}")
    form = "form:has([name=needs_level])"
    page.check(f"{form} [name=view][value={view}]")
    page.check(f"{form} [name=moment][value={moment}]")
    for dimension in ("needs", "roles", "coping"):
        page.check(f"{form} [name={dimension}_level][value='{level}']")
    send(page, form)


def ask_risks(page: Page, case: str) -> None:
    page.goto(f"/kerja/asesmen/{case}/risiko/")
    form = "form[action$='/risiko/tanya/']"
    page.locator(f"details:has({form}) > summary").click()
    for box in page.locator(f"{form} [name=kinds]").all():
        box.check()
    send(page, form)


def assess(page: Page, case: str) -> None:
    explore(page, case)
    sign_assessment(page, case)


def explore(page: Page, case: str) -> None:
    """Everything that an assessment needs before it is signed."""
    page.goto(f"/kerja/asesmen/{case}/")
    form = "form[action$='/masalah/']"
    fill(page, form, words="Anak saya berhenti sekolah karena kami tidak punya uang.", source="client")
    send(page, form)
    explore_facts(page, case)
    for view, level in (("client", 2), ("worker", 3)):
        profile(page, case, view, "baseline", level)
    ask_risks(page, case)
    page.goto(f"/kerja/asesmen/{case}/kelompok/")
    page.select_option("form [name=code]", index=1)
    send(page, "form:has([name=code])")


def sign_assessment(page: Page, case: str) -> None:
    page.goto(f"/kerja/asesmen/{case}/")
    send(page, f"form[action='/kerja/asesmen/{case}/tanda-tangan/']")


LEVELS = {
    "far_above": "Dinda bersekolah setiap hari dan ikut pramuka.",
    "above": "Dinda bersekolah setiap hari.",
    "expected": "Dinda bersekolah empat hari seminggu.",
    "below": "Dinda bersekolah satu atau dua hari seminggu.",
    "far_below": "Dinda tidak bersekolah.",
}


GOAL = {"title": "Dinda kembali bersekolah", "client_words": "Saya ingin Dinda punya ijazah.", **LEVELS}


def write_goal(page: Page, case: str, words: dict[str, str]) -> None:
    page.goto(f"/kerja/rencana/{case}/tujuan/")
    form = "form:has([name=far_above])"
    page.check(f"{form} [name=client_view][value=agrees]")
    fill(page, form, **words)
    send(page, form)


def weigh(page: Page, case: str, title: str, *, chosen: bool) -> None:
    page.goto(f"/kerja/rencana/{case}/jalan/")
    fill(page, "#timbang", title=title, reason="Ditimbang bersama Wati.")
    if chosen:
        page.check("#timbang [name=chosen]")
    send(page, "#timbang")


def plan(page: Page, case: str, *goals: dict[str, str], **agreed: str) -> None:
    """`agreed` is what is written beside the agreement, for instance the day on which it was."""
    page.goto(f"/kerja/rencana/{case}/")
    form = "form[action$='/uraian/']"
    fill(page, form, wish="Anak-anak sekolah lagi dan utang berkurang.")
    send(page, form)
    for words in goals or (GOAL,):
        write_goal(page, case, words)
    weigh(page, case, "Beasiswa dari sekolah dan pendampingan", chosen=True)
    weigh(page, case, "Menunggu suami bekerja lagi", chosen=False)
    page.goto(f"/kerja/rencana/{case}/")
    page.check("#sepakat [name=mode][value=spoken]")
    fill(page, "#sepakat", witness="Bu RT Nani", client_words="Ini yang saya mau.", **agreed)
    send(page, "#sepakat form")


def record_contact(page: Page, case: str) -> None:
    """In the composer, as fast as it is meant: the words, then save."""
    page.goto(f"/kerja/kasus/{case}/")
    form = "form[action$='/kontak/']"
    words = "Bertemu wali kelas; Dinda boleh masuk lagi hari Senin."
    fill(page, form, result=words)
    page.locator(f"{form} button.btn-primary").click()
    page.wait_for_selector(f".timeline >> text={words}")


def evaluate(page: Page, case: str) -> None:
    page.goto(f"/kerja/rencana/{case}/tinjauan/")
    form = "form[action$='/tinjauan/']"
    page.check(f"{form} [name=goal1_client][value='1']")
    page.check(f"{form} [name=client_judgement][value=better]")
    page.check(f"{form} [name=worker_judgement][value=much_better]")
    fill(
        page, form, kind="final", goal1_worker="0", client_words="Dinda senang di sekolah.",
        worker_words="Dinda hadir empat hari seminggu.", next_step="end",
    )  # fmt: skip
    send(page, form)


def terminate(page: Page, case: str, aftercare_on: str) -> None:
    page.goto(f"/kerja/kasus/{case}/akhiri/")
    form = "form:has([name=client_words])"
    page.check(f"{form} [name=client_informed]")
    fill(
        page, form, reason="achieved", summary="Dinda bersekolah lagi; utang dicicil.",
        client_words="Kami berjalan bersama Anda sampai Dinda bersekolah lagi.", satisfaction="5",
        aftercare_0="Menelepon Wati dan wali kelas", aftercare_due_0=aftercare_on,
    )  # fmt: skip
    send(page, form)


def name_partner(page: Page, case: str) -> None:
    """Somebody stands on the map of stakeholders."""
    page.goto(f"/kerja/kasus/{case}/pemangku/")
    form = "form[action*='/pemangku/tambah/']"
    page.locator(f"details:has({form}) > summary").click()
    fill(page, form, name="Puskesmas Contoh", sector="government", part="Memeriksa kesehatan")
    send(page, form)


def walk_to_the_review(page: Page, case: str) -> None:
    """From the accepted request to the threshold of evaluation."""
    agree_contract(page, case)
    advance(page, case)
    assess(page, case)
    advance(page, case)
    plan(page, case)
    advance(page, case)
    record_contact(page, case)
    advance(page, case)


def finish(page: Page, case: str, aftercare_on: str) -> None:
    evaluate(page, case)
    advance(page, case)
    terminate(page, case, aftercare_on)


def walk_to_the_end(page: Page, case: str, aftercare_on: str) -> None:
    """From the accepted request through all six stages."""
    walk_to_the_review(page, case)
    finish(page, case, aftercare_on)
