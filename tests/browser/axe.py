"""What axe finds on a page, in one readable line each, and what hangs over its edge."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.chromium import DESK, PHONE

_SCRIPT = Axe().axe_script
_LOOK = "() => axe.run({resultTypes: ['violations']}).then(done => done.violations)"


def findings(page) -> list[str]:
    """Violations of WCAG 2.2 A and AA and of axe's good practice; empty is what we want."""
    # A page keeps the half megabyte until it is left.
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    # A row that is just arriving is half transparent for a third of a second, and another may arrive while axe looks.
    page.emulate_media(reduced_motion="reduce")
    violations = page.evaluate(_LOOK)
    page.emulate_media(reduced_motion="no-preference")
    return [
        f"{page.url}: {found['id']} ({found['impact']}) {found['nodes'][0]['target']} {found['help']}"
        for found in violations
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
