"""A client on a telephone and a worker at a desk speak and see each other; the sound goes from browser to browser."""

import pytest

from tests.browser.axe import findings
from tests.browser.conftest import PHONE
from tests.browser.test_room import begin, take, write

pytestmark = pytest.mark.browser

SPEAKS = "Tersambung. Tidak ada yang direkam."
# Pixels of the other's picture that are not all the same: something is really seen.
MOVES = """() => {
  const seen = document.querySelector("[data-call-theirs]");
  return !seen.hidden && seen.videoWidth > 0 && seen.currentTime > 0;
}"""
SOUNDS = """() => {
  const player = document.querySelector("[data-call-sound]");
  return player.srcObject?.getAudioTracks()[0]?.readyState === "live" && player.currentTime > 0;
}"""


def until_connected(*pages) -> None:
    for page in pages:
        page.locator("[data-call-status]", has_text=SPEAKS).wait_for(timeout=30000)


def test_two_browsers_hold_a_call_with_sound_and_picture(open_browser, sign_in):
    wati, ayu = open_browser(size=PHONE), sign_in("ayu")
    begin(wati)
    take(ayu)
    ayu.locator("[data-room-call] summary").click()
    ayu.locator("[data-room-call] [data-cara=video]").click()
    ayu.locator("[data-call-status]", has_text="Menunggu dijawab").wait_for()
    wati.locator(".call-asked button", has_text="Jawab").click()
    until_connected(ayu, wati)
    ayu.wait_for_function(SOUNDS)
    wati.wait_for_function(SOUNDS)
    # The camera is off until its owner turns it on, also in a call that was asked for with a picture.
    assert not ayu.locator("[data-call-theirs]").is_visible()
    wati.locator("[data-call-camera]", has_text="Nyalakan kamera").click()
    ayu.wait_for_function(MOVES, timeout=20000)
    assert wati.locator("[data-call-camera]", has_text="Matikan kamera").is_visible()
    # Writing goes on beside it.
    write(wati, "Suaranya jelas.")
    ayu.locator(".said-words", has_text="Suaranya jelas.").wait_for()
    assert not findings(wati)
    assert not findings(ayu)
    wati.locator("[data-call-end]").click()
    ayu.locator(".said-line", has_text="Pembicaraan langsung berakhir").wait_for()
    ayu.locator("[data-call-talk]").wait_for(state="detached")
    wati.locator("[data-call-talk]").wait_for(state="detached")


def test_who_leaves_the_page_leaves_the_call(open_browser, sign_in):
    wati, ayu = open_browser(size=PHONE), sign_in("ayu")
    begin(wati)
    take(ayu)
    wati.locator("[data-room-call] summary").click()
    wati.locator("[data-room-call] [data-cara=voice]").click()
    ayu.locator(".call-asked button", has_text="Jawab").click()
    until_connected(ayu, wati)
    wati.locator("a.quick-exit").click()
    ayu.locator(".said-line", has_text="Pembicaraan langsung berakhir").wait_for(timeout=20000)
