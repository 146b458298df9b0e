"""What axe finds on a page, in one readable line each, and what hangs over its edge."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.chromium import DESK, PHONE


def findings(page) -> list[str]:
    """Violations of WCAG 2.2 A and AA and of axe's good practice; empty is what we want."""
    # A row that is just arriving is half transparent for a third of a second, and another may arrive while axe looks.
    page.emulate_media(reduced_motion="reduce")
    results = Axe().run(page)
    page.emulate_media(reduced_motion="no-preference")
    return [
        f"{page.url}: {found['id']} ({found['impact']}) {found['nodes'][0]['target']} {found['help']}"
        for found in results.response["violations"]
    ]


def looked_at(page) -> list[str]:
    """The same on a desk and on a small telephone, whatever is wider than its screen included."""
    usual, found = page.viewport_size, []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        found += [f"{size['width']} px {line}" for line in findings(page)]
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            found.append(f"{size['width']} px {page.url}: wider than the screen")
    page.set_viewport_size(usual)
    return found
