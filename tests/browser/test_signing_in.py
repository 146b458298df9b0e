"""Signing in where the second factor is no choice: the first login, the codes, the passkey, the lock, the sessions."""

import pytest

from tests.browser import axe
from tests.browser.conftest import PHONE
from tests.support.cast import PASSWORD
from tests.support.factors import shown

pytestmark = pytest.mark.browser

OWN = "rumah-kayu-di-tepi-danau"


def knock(page, name, password=PASSWORD):
    page.goto("/akun/masuk/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", password)
    page.click("main button[type=submit]")


def on(page, address):
    page.wait_for_url(f"**{address}")
    assert not axe.findings(page)


def set_up_codes(page) -> tuple[str, list[str]]:
    """From the page that asks for a second factor: the secret of the app, and the recovery codes."""
    page.click("main a[href$='/aplikasi/pasang/']")
    on(page, "/akun/2fa/aplikasi/pasang/")
    page.click("main summary")
    secret = page.inner_text("main code")
    page.fill("[name=code]", shown(secret))
    page.click("main form button.btn-primary")
    on(page, "/akun/2fa/kode/")
    return secret, page.locator(".codes code").all_inner_texts()


def sign_out(page):
    page.click(".user-button")
    page.click(".user-menu button:has-text('Keluar dari akun')")
    page.wait_for_url(lambda address: "/kerja/" not in address and "/akun/saya" not in address)


@pytest.fixture
def key_ring(open_browser):
    """A window whose device holds passkeys and whose owner lays the finger on it."""
    page = open_browser(at="house")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    page.authenticator = device.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    page.device = device
    return page


def test_the_first_login_leads_through_an_own_password_and_a_second_factor(open_browser):
    admin = open_browser(at="house")
    knock(admin, "adi")
    on(admin, "/akun/faktor-kedua/")
    assert not admin.locator(".topbar nav a").count()
    set_up_codes(admin)
    admin.click("main a.btn-primary")
    admin.wait_for_url("**/akun/petugas/")
    admin.click("main a[href$='/petugas/baru/']")
    for name, words in {"username": "nur", "full_name": "Nur Contoh", "called_name": "Nur"}.items():
        admin.fill(f"[name={name}]", words)
    admin.check("[name=roles][value=peksos]")
    admin.select_option("[name=unit]", label="Unit Bandung")
    admin.select_option("[name=supervisor]", label="Sari Supervisor")
    admin.click("main form button.btn-primary")
    admin.wait_for_selector(".ticket-code, .ticket")
    first = admin.locator("main").inner_text()
    first = next(word for word in first.split() if word.count("-") == 3)

    page = open_browser(at="house", size=PHONE)
    knock(page, "nur", first)
    on(page, "/akun/sandi/")
    page.goto("/kerja/")
    assert page.url.endswith("/akun/sandi/")
    page.fill("[name=oldpassword]", first)
    page.fill("[name=password1]", OWN)
    page.fill("[name=password2]", OWN)
    page.click("main form button.btn-primary")
    on(page, "/akun/faktor-kedua/")
    page.click("main a[href$='/aplikasi/pasang/']")
    on(page, "/akun/2fa/aplikasi/pasang/")


def test_code_then_recovery_code_then_one_session_is_ended(open_browser):
    page = open_browser(at="house")
    knock(page, "ayu")
    _secret, spare = set_up_codes(page)
    assert len(spare) == 10
    page.click("main a.btn-primary")
    page.wait_for_url("**/kerja/")
    sign_out(page)

    knock(page, "ayu")
    on(page, "/akun/2fa/masuk/")
    page.fill("[name=code]", "000000")
    page.click("main form button.btn-primary")
    page.wait_for_selector("[data-rangkul-errors]")
    page.fill("[name=code]", spare[0])
    page.click("main form button.btn-primary")
    page.wait_for_url("**/kerja/")

    other = open_browser(at="house")
    knock(other, "ayu")
    other.fill("[name=code]", spare[0])
    other.click("main form button.btn-primary")
    other.wait_for_selector("[data-rangkul-errors]")
    other.fill("[name=code]", spare[1])
    other.click("main form button.btn-primary")
    other.wait_for_url("**/kerja/")

    page.goto("/akun/saya/")
    on(page, "/akun/saya/")
    page.click("main button:has-text('Tutup sesi ini')")
    assert not page.locator("main button:has-text('Tutup sesi ini')").count()
    other.goto("/kerja/")
    assert "/akun/masuk/" in other.url


def test_a_passkey_opens_the_house_alone(key_ring):
    page = key_ring
    knock(page, "sari")
    page.click("main a[href$='/kunci/tambah/']")
    on(page, "/akun/2fa/kunci/tambah/")
    page.fill("[name=name]", "Ponsel Sari")
    page.click("#mfa_webauthn_add")
    on(page, "/akun/2fa/kode/")
    page.click("main a.btn-primary")
    page.wait_for_url("**/kerja/")
    page.goto("/akun/2fa/kunci/")
    on(page, "/akun/2fa/kunci/")
    assert "Ponsel Sari" in page.inner_text("main")
    kept = [page.get_attribute(f"main a[href$='/{what}/']", "href") for what in ("ubah", "hapus")]
    for address in (*kept, "/akun/2fa/kode/buat/"):
        page.goto(address)
        on(page, address)
    sign_out(page)

    page.goto("/akun/masuk/")
    page.click("#passkey_login")
    page.wait_for_url("**/kerja/")
    sign_out(page)

    # After the password the same key is the second step.
    knock(page, "sari")
    on(page, "/akun/2fa/masuk/")
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url("**/kerja/")


def test_a_device_without_a_key_is_told_in_words(key_ring):
    refusing = {"authenticatorId": key_ring.authenticator, "isUserVerified": False}
    key_ring.device.send("WebAuthn.setUserVerified", refusing)
    key_ring.goto("/akun/masuk/")
    key_ring.click("#passkey_login")
    key_ring.wait_for_selector("[data-rangkul-passkey-trouble]:not([hidden])")


def test_a_guessed_password_locks_the_door(open_browser):
    page = open_browser(at="house", size=PHONE)
    for _ in range(7):
        knock(page, "candra", "bukan-ini-sandinya")
    assert "Terlalu banyak percobaan" in page.inner_text("main")
    assert not axe.findings(page)
    knock(page, "candra")
    assert "Terlalu banyak percobaan" in page.inner_text("main")
