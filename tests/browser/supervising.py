"""Sari and Ayu with each other: the contract, the next session; and what waits for Sari's signature."""

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from tests.browser.axe import looked_at


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()
    wrong = page.locator(".errors")
    assert not wrong.count(), wrong.first.inner_text()


def agree(sari: Page, ayu: Page) -> str:
    """The address of what the two do together; their contract is made and signed where there is none."""
    sari.goto("/kerja/supervisi/")
    if sari.get_by_role("link", name="Ayu Peksos").count():
        sari.get_by_role("link", name="Ayu Peksos").first.click()
        sari.wait_for_url("**/bersama/**")
        return sari.url
    press(sari, "Buat kontrak Ayu")
    contract = sari.url
    press(sari, "Tanda tangani kontrak")
    ayu.goto(contract)
    press(ayu, "Tanda tangani kontrak")
    expect(ayu.locator(".page-head")).to_contain_text("Berlaku")
    return contract.replace("/kontrak/", "/bersama/")


def plan_session(sari: Page, pair: str) -> None:
    """The page of the two with a session of the next hours; one that lies weeks ahead is moved nearer."""
    sari.goto(pair)
    soon = f"{datetime.now() + timedelta(hours=2):%Y-%m-%dT%H:%M}"  # noqa: DTZ005  as the picker gives it
    if not sari.get_by_role("link", name="Buka agenda").count():
        sari.fill("form#rencanakan [name=at]", soon)
        press(sari, "Rencanakan sesi")
        return
    with sari.expect_navigation():
        sari.get_by_role("link", name="Buka agenda").click()
    sari.click("summary:has-text('Pindahkan waktunya')")
    sari.fill("form[action$='/pindah/'] [name=at]", soon)
    press(sari, "Pindahkan sesi")
    sari.goto(pair)


def sign_in_queue(sari: Page, client: str, subject: str) -> None:
    """Sari reads the queue of signatures and signs there."""
    sari.goto("/kerja/kasus/tanda-tangan/")
    row = sari.locator("li.todo-row", has_text=f"{subject}: {client}")
    row.locator("summary").click()
    assert looked_at(sari) == []
    with sari.expect_navigation():
        row.get_by_role("button", name="Tanda tangani").click()
    assert not sari.locator("li.todo-row", has_text=f"{subject}: {client}").count()
