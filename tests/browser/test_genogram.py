"""Ayu draws Wati's family: by keyboard alone, on a small telephone, and where no script runs."""

import pytest

from tests.browser import axe
from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def case(prepare, sign_in):
    """The key of a case of Wati's that Ayu has just accepted, and Ayu's window."""
    return prepare.case("Wati Silsilah").key, sign_in("ayu")


def tab_to(page, words: str) -> None:
    """On with the tab key until what has the focus says this."""
    for _step in range(60):
        if words in page.evaluate("document.activeElement === document.body ? '' : document.activeElement.textContent"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tab key never reached {words!r}")


def focused(page) -> str:
    return page.evaluate("document.activeElement?.querySelector('.geno-name')?.textContent ?? ''")


def choose(page, name: str) -> None:
    """With the arrows from wherever the focus stands on the picture, then Enter."""
    page.wait_for_selector(f".geno-name >> text={name}")
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
        if focused(page) == name:
            break
        before = focused(page)
        page.keyboard.press(key)
        if focused(page) not in (name, before):
            page.keyboard.press({"ArrowUp": "ArrowDown", "ArrowDown": "ArrowUp"}.get(key, key))
    assert focused(page) == name
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#panel-kepala >> text={name}")


def to_the_picture(page) -> None:
    """The focus on the one member that the tab key reaches."""
    page.locator(".geno a[tabindex='0']").focus()


def add(page, button: str, name: str) -> None:
    """From the panel's button to the saved person, without the mouse."""
    tab_to(page, button)
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel [name=full_name]:focus")
    page.keyboard.type(name)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.wait_for_selector(f".geno-name >> text={name.split()[0]}")


def test_a_grandmother_by_keyboard_and_the_child_placed_with_her(case):
    key, page = case
    page.goto(f"/kerja/gambar/{key}/keluarga/")
    assert page.locator(".geno a[tabindex='0']").count() == 1
    to_the_picture(page)
    choose(page, "Wati Silsilah")
    add(page, "Tambah anak", "Rafi")
    to_the_picture(page)
    choose(page, "Wati Silsilah")
    add(page, "Tambah orang tua", "Minah Lestari")
    to_the_picture(page)
    page.keyboard.press("ArrowUp")
    assert focused(page) == "Minah Lestari"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    choose(page, "Rafi")
    tab_to(page, "Hubungkan dengan yang ada")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel [name=other]:focus")
    page.keyboard.type("Minah")
    page.keyboard.press("Tab")
    page.keyboard.type("tempat ia dititipkan")
    tab_to(page, "Simpan di gambar")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".geno-words >> text=Rafi dititipkan pada Minah Lestari.").count() == 1
    assert page.locator(".geno-aside-name >> text=dititipkan").count() == 1
    page.goto("/kerja/orang/")
    page.fill("main [name=q]", "Minah Lestari")
    page.keyboard.press("Enter")
    page.wait_for_selector("main a >> text=Minah Lestari")


def test_an_event_long_ago_by_keyboard_on_the_timeline(case):
    key, page = case
    page.goto(f"/kerja/gambar/{key}/waktu/")
    tab_to(page, "Tambah peristiwa hidup")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel [name=year]:focus")
    page.keyboard.type("1998")
    page.focus("#panel [name=words]")
    page.keyboard.type("Ayah meninggal")
    tab_to(page, "Simpan di gambar")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator(".geno-words >> text=1998: Ayah meninggal.").count() == 1
    assert page.locator(".life-part >> text=selama kasus").count() == 1, "1998 has a scale of its own"
    to_the_picture(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel-kepala >> text=Tahap kasus")


def test_it_holds_no_barrier_on_desk_and_telephone(case):
    key, page = case
    page.goto(f"/kerja/gambar/{key}/keluarga/")
    found = []
    for how in ("", "&buat=child", "&buat=tie"):
        member = page.locator("[data-rangkul-member]").first.get_attribute("data-rangkul-member")
        page.goto(f"/kerja/gambar/{key}/keluarga/?orang={member}{how}")
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            found += [f"{size['width']} px {line}" for line in axe.findings(page)]
            if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
                found.append(f"{size['width']} px {how}: wider than the screen")
    for sheet in ("keluarga/cetak/", "waktu/?buat=tambah", "waktu/cetak/"):
        page.goto(f"/kerja/gambar/{key}/{sheet}")
        found += [f"{sheet} {line}" for line in axe.findings(page)]
    assert not found, "\n" + "\n".join(found)


def test_without_scripts_it_works_as_links_and_forms(case, sign_in):
    key, _page = case
    plain = sign_in("ayu", scripts=False)
    plain.goto(f"/kerja/gambar/{key}/keluarga/")
    plain.locator(".geno a").first.click()
    plain.locator("#panel a >> text=Tambah pasangan").click()
    plain.fill("#panel [name=full_name]", "Joko Silsilah")
    plain.locator("#panel button >> text=Simpan di gambar").click()
    assert plain.locator(".geno-name >> text=Joko Silsilah").count() == 1
