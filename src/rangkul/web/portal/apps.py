from django.apps import AppConfig, apps


class PortalConfig(AppConfig):
    name = "rangkul.web.portal"
    label = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        from rangkul.web.portal import applications, case_parts, offers, own, papers, referrals, safety, written
        from rangkul.web.portal.parts import PARTS

        if apps.is_installed("rangkul.support.counselling"):
            from rangkul.web.portal import rooms

            PARTS.append(rooms.conversation)
            PARTS.append(rooms.groups)
        PARTS.append(safety.plan)
        PARTS.append(offers.offered)
        PARTS.extend(case_parts.ALL)
        PARTS.append(written.way_to_it)
        PARTS.append(papers.given)
        PARTS.append(applications.followed)
        PARTS.append(referrals.followed)
        PARTS.append(safety.kept_apart)
        PARTS.append(own.way_in)
