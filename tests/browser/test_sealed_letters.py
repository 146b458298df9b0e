"""Letters that only the two sides read: the browser's keys agree with another implementation, and two people write."""

import io
import json
from uuid import uuid4

import pytest
from PIL import Image

from rangkul.support.counselling.tests import browsers
from tests.browser import axe
from tests.browser.conftest import PHONE
from tests.browser.test_room import on, until_heard, write
from tests.browser.working import press

pytestmark = pytest.mark.browser

STORY = "Suami saya bernama Bambang, ia menyimpan pisau."
MODULE = "/static/counselling/sealing.js"
ROOM, SEAT, STAFF, KEY = (str(uuid4()) for _one in range(4))
WORDS = "Kopi payung, melati sepeda hujan"
PLAIN_WORDS = "kopi payung melati sepeda hujan"

# A letter, a room's key and a private key made by this browser.
MAKES = """async ([module, room, seat, staff, key, words, story, once, theirs]) => {
  const s = await import(module);
  const secret = await s.newRoomKey();
  const pair = await s.newPair();
  const mine = await s.publicOf(pair);
  return {
    secret: s.base64(await crypto.subtle.exportKey("raw", secret)),
    letter: await s.sealText(secret, story, s.place({ room, once, seat, client: true })),
    client: await s.wrapForClient(secret, words, room, 1),
    worker: await s.wrapForWorker(secret, theirs, key, room),
    pair: await s.wrapPrivate(pair, words, staff),
    mine,
    print: await s.fingerprint(mine),
    trace: await s.traceOf(" Mangga MUDA. ", room),
  };
}"""
# The same, made elsewhere, opened by this browser; what must not open says so.
OPENS = """async ([module, room, seat, staff, key, words, once, made]) => {
  const s = await import(module);
  const fails = async (work) => { try { await work; return false; } catch (e) { return e instanceof s.Unreadable; } };
  const own = await s.openPrivate(made.pair, words, staff);
  const secret = await s.openAsWorker(made.worker, own, made.mine, key, room);
  const again = await s.openAsClient(made.client, words, room, true);
  const where = { room, once, seat, client: true };
  const flipped = made.letter.slice(0, -8) + (made.letter.at(-8) === "A" ? "B" : "A") + made.letter.slice(-7);
  return {
    read: await s.openText(secret, made.letter, s.place(where)),
    again: await s.openText(again, made.letter, s.place(where)),
    kept: [secret.extractable, own.extractable],
    refused: await Promise.all([
      s.openAsClient(made.client, words + " lagi", room),
      s.openAsClient(made.client, words, staff),
      s.openPrivate(made.pair, words, room),
      s.openAsWorker(made.worker, own, made.mine, staff, room),
      s.openText(secret, flipped, s.place(where)),
      s.openText(secret, made.letter, s.place({ ...where, client: false })),
      s.openText(secret, made.letter, s.place({ ...where, seat: staff })),
      s.openText(secret, made.letter, s.place({ ...where, room: staff })),
      s.openText(secret, made.letter.replace("1.", "2."), s.place(where)),
    ].map(fails)),
  };
}"""


def test_what_the_browser_seals_is_what_the_standard_says(open_browser):
    page, once, pair = open_browser(), str(uuid4()), browsers.Pair()
    page.goto("/konseling/")
    made = page.evaluate(MAKES, [MODULE, ROOM, SEAT, STAFF, KEY, WORDS, STORY, once, pair.public])
    secret = browsers.b64decode(made["secret"])
    assert browsers.opened(secret, made["letter"], browsers.place(ROOM, once, SEAT, True)) == STORY
    assert made["client"]["rounds"] >= 600_000
    wrapped = json.dumps(made["client"])
    assert browsers.opened_by_words(wrapped, PLAIN_WORDS, f"rangkul:ruang:1|{ROOM}|klien") == secret
    assert pair.room_key(json.dumps(made["worker"]), KEY, ROOM) == secret
    assert browsers.Pair.opened(json.dumps(made["pair"]), PLAIN_WORDS, STAFF).public == made["mine"]
    assert made["print"] == browsers.fingerprint(made["mine"])

    theirs = {
        "letter": browsers.sealed(secret, STORY, browsers.place(ROOM, once, SEAT, True)),
        "client": json.loads(browsers.by_words(secret, PLAIN_WORDS, f"rangkul:ruang:1|{ROOM}|klien")),
        "worker": json.loads(browsers.for_worker(secret, pair.public, KEY, ROOM)),
        "pair": json.loads(pair.wrapped(PLAIN_WORDS, STAFF)),
        "mine": pair.public,
    }
    seen = page.evaluate(OPENS, [MODULE, ROOM, SEAT, STAFF, KEY, WORDS, once, theirs])
    assert (seen["read"], seen["again"], seen["kept"]) == (STORY, STORY, [False, False])
    assert seen["refused"] == [True] * 9


def offer(sign_in) -> None:
    """The agency offers sealed letters; asked for again it still does."""
    head = sign_in("rini")
    head.goto("/kerja/konseling/aturan/")
    head.check("[name=seal_letters]")
    with head.expect_navigation():
        head.click("button:has-text('Simpan aturan')")
    head.context.close()


def make_key(page) -> str:
    """The worker's own words, as the page drew them; whoever has a key already says that its words are lost."""
    page.goto("/kerja/konseling/kunci/")
    form = page.locator("[data-key-form=make]")
    if not form.is_visible():
        page.locator("details:has([data-key-form=make]) > summary").click()
    words = form.locator("[data-key-words]").input_value()
    form.locator("[data-key-again]").fill(words)
    with page.expect_navigation():
        form.locator("button[type=submit]").click()
    page.locator("[data-key-print]", has_text=" ").wait_for()
    return words


def begin_letter(page) -> None:
    """From the door to the page on which a letter is sealed."""
    page.goto("/konseling/")
    page.click("main a.btn-primary")
    page.locator("main label:has(input[value=letter])").click()
    on(page)
    page.locator("main label:has(input[name=safe][value=yes])").click()
    on(page)
    page.fill("[name=place]", "Bandung Wetan")
    page.fill("[name=place_words]", "Rumah kakak")
    page.keyboard.press("Tab")
    on(page)
    if page.locator("[name=meant]").count():
        page.locator("main label:has(input[name=meant])").first.click()
        on(page)
    page.fill("[name=nearby]", "Kakak saya")
    on(page)
    page.fill("[name=code_word]", "mangga muda")
    on(page)
    assert not page.locator("[name=first_words]").count()
    page.fill("[name=called_name]", "Wati")
    on(page)
    page.check("[name=agreed]")
    on(page)
    page.wait_for_url("**/konseling/tiket/")
    page.click("main a.btn-primary")
    page.wait_for_url("**/konseling/ruang/kunci/")


def lock(page) -> str:
    words = page.input_value("[data-lock-words]")
    page.fill("[data-lock-again]", words.upper())
    page.click("button:has-text('Kunci surat saya')")
    page.wait_for_url("**/konseling/ruang/")
    return words


def unlock(page, words: str) -> None:
    page.fill("[data-sealed-unlock] input", words)
    page.click("[data-sealed-unlock] button")
    page.locator("[data-room-form=room] textarea").wait_for()


def take_letter(page) -> None:
    page.goto("/kerja/konseling/")
    page.locator("#konseling .todo-row", has_text="surat").locator("button", has_text="Dampingi").last.click()
    page.wait_for_url("**/kerja/konseling/*/")


def test_a_client_and_a_worker_write_what_the_server_cannot_read(open_browser, sign_in):
    offer(sign_in)
    ayu, wati = sign_in("ayu"), open_browser(size=PHONE)
    own = make_key(ayu)
    begin_letter(wati)
    assert not axe.looked_at(wati)
    sent = []
    wati.on("request", lambda request: sent.append((request.post_data_buffer or b"").decode("latin-1")))
    words = lock(wati)
    unlock(wati, words)
    write(wati, STORY)
    until_heard(wati, 1)

    take_letter(ayu)
    assert "Bambang" not in ayu.content()
    ayu.fill("[data-sealed-unlock] input", "kata yang bukan kuncinya")
    ayu.click("[data-sealed-unlock] button")
    ayu.locator("[data-sealed-error]", has_text="belum cocok").wait_for()
    unlock(ayu, own)
    ayu.locator(".said-words", has_text=STORY).wait_for()
    write(ayu, "Terima kasih sudah menulis.")
    wati.locator(".said-words", has_text="Terima kasih sudah menulis.").wait_for()
    send_photo(wati)
    ayu.click("[data-sealed-file]")
    ayu.wait_for_function("() => document.querySelector('.said-file img').naturalWidth === 60")
    assert ayu.get_attribute("[data-file-link]", "download") == "visum.jpg"
    ayu.click(".said-share >> nth=0")
    ayu.locator("[data-room-list=aside] .said-words", has_text="Dibagikan dari surat terkunci").wait_for()
    assert not [*axe.looked_at(wati), *axe.looked_at(ayu)]

    wati.reload()
    assert "Bambang" not in wati.content()
    unlock(wati, words)
    until_heard(wati, 3)
    assert wati.evaluate("localStorage.length + sessionStorage.length") == 0
    write(wati, "Mangga muda")
    wati.wait_for_url(lambda address: "/konseling/" not in address)
    ayu.locator("text=Klien menutup ruang dengan kata rahasia").first.wait_for()
    assert len(sent) > 5
    for one in sent:
        assert "Bambang" not in one
        assert "visum" not in one
        assert "JFIF" not in one
        assert "angga" not in one
        assert not all(word in one for word in words.split())


def send_photo(page) -> None:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(file, "JPEG")
    page.click("[data-room-enclose] summary")
    photo = {"name": "visum.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
    page.set_input_files("[data-room-enclose] [type=file]", photo)
    page.click("[data-room-enclose] button[type=submit]")
    page.locator("[data-sealed-file]").wait_for()


def pass_on(page, fold: str, field: str, to: str) -> None:
    """Choose a colleague in this fold, and press."""
    form = page.locator(f"form:has([name={field}])")
    if not form.is_visible():
        page.locator("summary", has_text=fold).click()
    page.select_option(f"[name={field}]", form.locator("option", has_text=to).get_attribute("value"))
    form.locator("button[type=submit]").click()


def reads(page, words: str) -> None:
    unlock(page, words)
    page.locator(".said-words", has_text=STORY).wait_for()


def change_words(page, new: str, again: str) -> None:
    form = page.locator("[data-sealed-rewrap]")
    if not form.is_visible():
        page.locator("summary", has_text="Kunci dan sidik kunci").click()
    form.locator("[data-key-words]").fill(new)
    form.locator("[data-key-again]").fill(again)
    form.locator("button[type=submit]").click()


def test_a_key_is_called_in_lost_given_again_and_handed_over(open_browser, sign_in):
    offer(sign_in)
    ayu, sari, wati = sign_in("ayu"), sign_in("sari"), open_browser(size=PHONE)
    own, hers = make_key(ayu), make_key(sari)
    begin_letter(wati)
    words = lock(wati)
    unlock(wati, words)
    write(wati, STORY)
    until_heard(wati, 1)
    take_letter(ayu)
    room = ayu.url
    # Whoever has not opened the room cannot give its key to anybody.
    pass_on(ayu, "Ajak rekan", "ajak-staff", "Sari")
    told = ayu.locator("form:has([name=ajak-staff]) [data-sealed-error]")
    told.wait_for()
    reads(ayu, own)
    assert not told.is_visible()
    pass_on(ayu, "Ajak rekan", "ajak-staff", "Sari")
    sari_joined = ayu.locator(".said-line", has_text="Sari ikut dalam percakapan ini")
    sari_joined.wait_for()
    sari.goto(room)
    reads(sari, hers)
    reads(ayu, own)
    # The client sees whose keys open it, without loading the page again.
    wati.locator("summary", has_text="Kunci dan sidik kunci").click()
    for name in ("Ayu", "Sari"):
        wati.locator("[data-sealed-prints] dt", has_text=name).wait_for()

    # Sari has forgotten her words: a new key, which a colleague in the room is offered to let in.
    hers = make_key(sari)
    sari.goto(room)
    sari.locator(".sealed", has_text="dikunci untuk kunci Anda yang lama").wait_for()
    assert "Bambang" not in sari.content()
    with ayu.expect_navigation():
        ayu.locator("[data-sealed-new] button", has_text="Berikan kunci ruang ini kepada Sari").click()
    reads(sari, hers)
    assert not axe.looked_at(sari)

    # The client changes the words: never by a slip of the thumb.
    change_words(wati, "melati kopi payung sepeda", "melati kopi payung sepedah")
    wati.locator("[data-sealed-rewrap] [data-key-error]", has_text="belum sama").wait_for()
    assert not axe.looked_at(wati)
    with wati.expect_navigation():
        change_words(wati, "melati kopi payung sepeda", "Melati kopi payung SEPEDA")
    unlock(wati, "melati kopi payung sepeda")
    wati.locator("summary", has_text="Tentang ruang ini").click()
    press(wati, "button:has-text('Simpan di berkas saya')")

    # She holds the key since it was given again.
    with ayu.expect_navigation():
        pass_on(ayu, "Serahkan", "serah-staff", "Sari")
    assert ayu.goto(room).status == 404
    sari.reload()
    reads(sari, hers)
    with sari.expect_navigation():
        sari.click("button:has-text('Serahkan salinan ke berkas')")
    sari.locator("summary", has_text="Salinan di berkas").click()
    sari.locator("details .said-words", has_text="Bambang").wait_for()
