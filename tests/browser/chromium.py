"""The browser of this machine, and how it is started."""

import os
import shutil

# The shell without windows does the same for half of the processor.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = os.environ.get("RANGKUL_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A call between two browsers: a made-up microphone and camera, and this machine's own address between them.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    # And no new frame for each page of one site, which costs a third of a navigation.
    "--disable-features=WebRtcHideLocalIpsWithMdns,RenderDocument",
]
PHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
