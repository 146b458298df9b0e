from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "rangkul.web.portal"
    label = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        from rangkul.web.portal import case_parts, offers, papers
        from rangkul.web.portal.parts import PARTS

        PARTS.append(offers.offered)
        PARTS.extend(case_parts.ALL)
        PARTS.append(papers.given)
