"""Two workers at one queue: what one does, the other sees without a reload, and nothing jumps under the cursor."""

import pytest

pytestmark = pytest.mark.browser

QUEUE = "/kerja/antrean/"
RED = "Dia mendobrak pintu, tolong cepat"


def enter(page, words: str, *, safe: str = "yes") -> str:
    """Write down a request that came by telephone; its address."""
    page.goto(f"{QUEUE}baru/")
    page.fill("[name=narrative]", words)
    page.select_option("[name=safe_now]", safe)
    page.locator("main label", has_text="Makan dan kebutuhan").first.click()
    page.click("main form button.btn-primary[type=submit]")
    page.wait_for_url("**/baru/jadi/")
    page.goto(QUEUE)
    return page.locator("#antrean a.todo-title", has_text=words).first.get_attribute("href")


def row_of(page, words: str):
    return page.locator("#antrean li", has_text=words)


def listening(page) -> None:
    """Until this tab hears: its own stream is open, or the tab that leads has answered it."""
    page.wait_for_function("() => document.readyState === 'complete'")
    page.wait_for_timeout(700)


def put_first(page) -> None:
    """A row of the list has the focus, and its place on the screen is kept."""
    page.keyboard.press("j")


HERE = "document.activeElement.closest('li')?.id"
TOP = "Math.round(document.activeElement.closest('li').getBoundingClientRect().top)"


def test_a_new_row_slides_in_is_said_and_moves_nothing(sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    enter(sari, "Kursi roda bapak rusak")
    ayu.goto(QUEUE)
    put_first(ayu)
    listening(ayu)
    row, top, words = ayu.evaluate(HERE), ayu.evaluate(TOP), "Uang sekolah anak menunggak"
    enter(sari, words)
    row_of(ayu, words).wait_for()
    assert "arrives" in row_of(ayu, words).first.get_attribute("class")
    assert (ayu.evaluate(HERE), ayu.evaluate(TOP)) == (row, top)
    ayu.wait_for_function("() => document.getElementById('kabar').textContent.includes('baris baru')")


def test_a_row_above_leaves_the_pointer_where_it_is(sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    enter(sari, "Bapak sudah pikun")
    ayu.goto(QUEUE)
    listening(ayu)
    pointed = row_of(ayu, "Bapak sudah pikun").first
    pointed.hover()
    before, key = round(pointed.bounding_box()["y"]), pointed.get_attribute("id")
    enter(sari, RED, safe="no")
    row_of(ayu, RED).first.wait_for()
    order = [one.get_attribute("id") for one in ayu.locator("#antrean li").all()]
    assert order.index(row_of(ayu, RED).first.get_attribute("id")) < order.index(key)
    assert abs(round(ayu.locator(f"#{key}").bounding_box()["y"]) - before) <= 1


def test_nothing_is_swapped_while_something_is_pressed(sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    address, words = enter(sari, "Atap rumah kami bocor"), "Tetangga kami dipukuli setiap malam"
    ayu.goto(QUEUE)
    listening(ayu)
    ayu.locator(f"#antrean a[href='{address}']").hover()
    ayu.mouse.down()
    enter(sari, words, safe="no")
    ayu.wait_for_timeout(1500)
    assert row_of(ayu, words).count() == 0
    ayu.mouse.up()
    ayu.wait_for_url(f"**{address}")
    ayu.goto(QUEUE)
    listening(ayu)
    ayu.locator("h1").hover()
    ayu.mouse.down()
    enter(sari, "Sumur desa kering")
    ayu.wait_for_timeout(1500)
    assert row_of(ayu, "Sumur desa kering").count() == 0
    ayu.mouse.up()
    row_of(ayu, "Sumur desa kering").first.wait_for()


def test_a_clock_that_went_on_by_itself_is_no_reason_to_swap(sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    address, said = enter(sari, "Dapur kami terbakar"), "Kami datang besok pagi."
    ayu.goto(address)
    listening(ayu)
    ayu.evaluate("() => { document.getElementById('permintaan-kepala').stays = true; }")
    sari.goto(address)
    sari.fill("[name=text]", said)
    sari.click("button:has-text('Kirim pesan')")
    ayu.locator("#perjalanan", has_text=said).wait_for()
    assert ayu.evaluate("() => document.getElementById('permintaan-kepala').stays === true")


def test_the_row_in_focus_tells_its_new_level(sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    address = enter(sari, "Kami diusir pemilik rumah")
    ayu.goto(QUEUE)
    ayu.locator(f"#antrean a[href='{address}']").focus()
    listening(ayu)
    sari.goto(address)
    sari.click("summary:has-text('Ubah tingkat')")
    sari.select_option("[name=tingkat-level]", "merah")
    sari.fill("[name=tingkat-reason]", "Ada ancaman baru.")
    sari.click("button:has-text('Simpan tingkat')")
    row = ayu.locator(f"#antrean li:has(a[href='{address}'])")
    row.locator(".level-merah").wait_for()
    assert ayu.evaluate("document.activeElement.getAttribute('href')") == address


def test_the_second_to_decide_hears_who_was_first_and_keeps_what_was_typed(sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    address = enter(sari, "Listrik rumah diputus")
    for page in (sari, ayu):
        page.goto(f"{address}putuskan/tanya/")
        page.fill("[name=text]", f"Pertanyaan {page.locator('.user-who b').inner_text() or 'kami'}: sejak kapan?")
    sari.click("main form button.btn-primary[type=submit]")
    sari.wait_for_url(f"**{address}")
    mine = ayu.input_value("[name=text]")
    ayu.click("main form button.btn-primary[type=submit]")
    ayu.wait_for_selector(".errors")
    assert "Sari sudah memutuskan pukul" in ayu.inner_text("main")
    assert ayu.input_value("[name=text]") == mine
    sari.reload()
    assert sari.locator("#perjalanan .event-title", has_text="Diminta informasi").count() == 1


def test_a_red_request_reaches_the_supervisor_on_whatever_page(sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    sari.goto("/kerja/orang/")
    listening(sari)
    before = int(sari.get_attribute("#diberi-tahu", "data-rangkul-waiting"))
    address = enter(ayu, "Anak saya belum pulang, dia diculik", safe="no")
    sari.wait_for_function(f"() => Number(document.getElementById('diberi-tahu').dataset.rangkulWaiting) > {before}")
    assert sari.title().startswith(f"({before + 1}) ")
    sari.locator("#diberi-tahu a").first.click()
    told = sari.locator(f"#naik li:has(a[href='{address}'])")
    told.locator("button").click()
    sari.wait_for_url(f"**{address}")
    assert "Sari menyatakan menangani" in sari.inner_text("#perjalanan")


def test_many_tabs_share_one_stream(sign_in):
    ayu, sari = sign_in("ayu"), sign_in("sari")
    tabs = [ayu, *(ayu.context.new_page() for _one in range(7))]
    for tab in tabs:
        tab.goto(QUEUE)
        listening(tab)
    words = "Ibu tinggal sendiri dan lupa makan"
    enter(sari, words)
    for tab in tabs:
        row_of(tab, words).first.wait_for()
    tabs[0].close()
    tabs[1].wait_for_timeout(1500)
    words = "Rumah kami kebanjiran lagi"
    enter(sari, words)
    for tab in tabs[1:]:
        row_of(tab, words).first.wait_for()
