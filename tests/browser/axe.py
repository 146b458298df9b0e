"""What axe finds on a page, in one readable line each."""

from axe_playwright_python.sync_playwright import Axe


def findings(page) -> list[str]:
    """Violations of WCAG 2.2 A and AA and of axe's good practice; empty is what we want."""
    results = Axe().run(page)
    return [
        f"{page.url}: {found['id']} ({found['impact']}) {found['nodes'][0]['target']} {found['help']}"
        for found in results.response["violations"]
    ]
