"""An anonymous client at 360 px and a worker at a desk write to each other over a line that breaks."""

import io
from urllib.parse import parse_qs

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

SAID = "#isi [data-room-list=room] .said:not(.said-line) .said-words"


def on(page) -> None:
    """To the next question, or back to this one where something is still to be chosen."""
    with page.expect_navigation():
        page.locator("main form .actions button.btn-primary").click()


def begin(page, first="Saya takut pulang.") -> None:
    """From the door to the waiting room."""
    page.goto("/konseling/")
    page.click("main a.btn-primary")
    page.locator("main label:has(input[value=live])").click()
    on(page)
    page.locator("main label:has(input[name=safe][value=yes])").click()
    on(page)
    page.fill("[name=place]", "Bandung Wetan")
    page.fill("[name=place_words]", "Rumah kakak, belakang pasar")
    page.keyboard.press("Tab")
    on(page)
    if page.locator("[name=meant]").count():
        page.locator("main label:has(input[name=meant])").first.click()
        on(page)
    page.fill("[name=nearby]", "Kakak saya")
    on(page)
    page.fill("[name=code_word]", "mangga muda")
    on(page)
    page.fill("[name=called_name]", "Wati")
    page.fill("[name=first_words]", first)
    on(page)
    page.check("[name=agreed]")
    on(page)
    page.wait_for_url("**/konseling/tiket/")
    page.click("main a.btn-primary")
    page.wait_for_url("**/konseling/ruang/")


def take(page) -> None:
    """Take the newest that waits. Other tests in this house left conversations open: the limit is raised before."""
    page.goto("/kerja/konseling/meja/")
    page.fill("[name=most]", "10")
    page.click("button:has-text('Simpan meja saya')")
    page.goto("/kerja/konseling/")
    page.locator("#konseling form button", has_text="Dampingi").last.click()
    page.wait_for_url("**/kerja/konseling/*/")


def write(page, words: str) -> None:
    page.fill("[data-room-form=room] textarea", words)
    page.locator("[data-room-form=room] button").click()


def heard(page) -> list[str]:
    return page.locator(SAID).all_inner_texts()


def until_heard(page, number: int) -> None:
    page.wait_for_function(
        "([where, n]) => document.querySelectorAll(where).length === n"
        " && !document.querySelector('.is-unsent')", arg=[SAID, number], timeout=20000
    )  # fmt: skip


def test_over_a_line_that_breaks_both_read_everything_once_and_in_order(open_browser, sign_in):
    wati, ayu = open_browser(size=PHONE), sign_in("ayu")
    begin(wati)
    take(ayu)
    wati.locator(".room-state h1", has_text="Ayu bersama Anda").wait_for()
    write(ayu, "Halo, saya Ayu.")
    write(wati, "Halo.")
    until_heard(wati, 3)
    until_heard(ayu, 3)

    wati.context.set_offline(True)
    for words in ("Satu.", "Dua.", "Tiga."):
        write(wati, words)
    assert wati.locator(".is-unsent").count() == 3
    write(ayu, "Saya masih di sini.")
    write(ayu, "Pelan saja.")
    until_heard(ayu, 5)
    wati.context.set_offline(False)

    until_heard(wati, 8)
    until_heard(ayu, 8)
    assert heard(wati) == heard(ayu)
    assert [words for words in heard(ayu) if words in ("Satu.", "Dua.", "Tiga.")] == ["Satu.", "Dua.", "Tiga."]
    ayu.reload()
    assert heard(ayu) == heard(wati)
    assert wati.evaluate("localStorage.length + sessionStorage.length") == 0
    assert not [*axe.looked_at(wati), *axe.looked_at(ayu)]


def empties(sent) -> bool:
    return parse_qs(sent.post_data, keep_blank_values=True)["text"] == [""]


def test_typing_reading_and_drafts_are_told_and_the_code_word_leaves_at_once(open_browser, sign_in):
    wati, ayu = open_browser(size=PHONE), sign_in("ayu")
    begin(wati, "Ada orang?")
    take(ayu)
    wati.locator(".room-state h1", has_text="Ayu bersama Anda").wait_for()
    words = ayu.locator("[data-room-form=room] textarea")
    held = []
    ayu.route("**/draf/", lambda route: held.append(route), times=1)
    with ayu.expect_request("**/draf/"):
        words.press_sequentially("Halo")
        wati.locator("[data-room-typing]", has_text="Ayu sedang menulis").wait_for()
    ayu.keyboard.press("Enter")
    until_heard(wati, 2)
    ayu.locator("[data-room-receipt]", has_text="Dibaca").wait_for()
    # The draft arrives behind the message, and stands there as if nothing had been sent.
    with ayu.expect_response(lambda answer: answer.url.endswith("/draf/") and empties(answer.request)):
        held.pop().continue_()
    ayu.reload()
    expect(words).to_have_value("")
    # What is refused, because the talk was ended meanwhile, is no broken line.
    ayu.route("**/tarik/*/", lambda route: route.fulfill(status=422, body="Percakapan ini sudah berakhir."), times=1)
    with ayu.expect_response("**/tarik/*/"):
        ayu.locator(".said", has=ayu.locator(".said-take")).last.hover()
        ayu.locator(".said-take button").last.click()
    ayu.evaluate("() => fetch(location.href).then((page) => page.text())")
    expect(ayu.locator("[data-room-line]")).to_be_hidden()
    write(wati, "mangga muda")
    wati.wait_for_url(lambda address: "/konseling/" not in address)
    ayu.locator("text=Klien menutup ruang dengan kata rahasia").first.wait_for()
    expect(ayu.locator("[data-room-form=room]")).to_be_hidden()


def enclose(page) -> None:
    with page.expect_response(lambda answer: answer.url.endswith("/lampiran/")):
        page.locator("[data-room-enclose] button[type=submit]").click()


def plays(page) -> bool:
    """Whether the last voice can be played: its first bytes arrived, past the policy of the page."""
    return page.locator(".said-file audio").last.evaluate(
        "sound => new Promise((done) => { sound.addEventListener('loadedmetadata', () => done(true));"
        " sound.addEventListener('error', () => done(false)); sound.preload = 'metadata'; sound.load(); })"
    )


def test_a_photo_and_a_recorded_voice_arrive_while_both_look(open_browser, sign_in):
    wati, ayu = open_browser(size=PHONE), sign_in("ayu")
    begin(wati)
    take(ayu)
    wati.locator(".room-state h1", has_text="Ayu bersama Anda").wait_for()
    photo = io.BytesIO()
    Image.new("RGB", (600, 400), "#0e5a63").save(photo, "JPEG")
    wati.click("[data-room-enclose] summary")
    wati.set_input_files(
        "[data-room-enclose] [type=file]", {"name": "surat.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
    )
    enclose(wati)
    seen = ayu.locator(".said-file img")
    seen.wait_for()
    ayu.wait_for_function("() => document.querySelector('.said-file img').naturalWidth === 600")

    ayu.click("[data-room-enclose] summary")
    ayu.click("[data-enclose-record]")
    ayu.wait_for_timeout(900)
    ayu.click("[data-enclose-record]")
    ayu.locator("[data-enclose-heard]").wait_for()
    enclose(ayu)
    wati.locator(".said-file audio").last.wait_for()
    assert plays(wati)
    assert not [*axe.looked_at(wati), *axe.looked_at(ayu)]
