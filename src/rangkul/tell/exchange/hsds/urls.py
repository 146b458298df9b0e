"""As the specification writes them, without a slash at the end. Without the list of services nothing is read here."""

from django.apps import apps
from django.urls import URLPattern, path


def _addresses() -> list[URLPattern]:
    from rangkul.tell.exchange.hsds import views

    return [
        path("", views.base, name="base"),
        path("profil/", views.profile, name="profile"),
        path("openapi.json", views.description, name="openapi"),
        path("paket.zip", views.package, name="package"),
        path("services", views.services, name="services"),
        path("services/<uuid:pk>", views.service, name="service"),
        path("organizations", views.organizations, name="organizations"),
        path("organizations/<uuid:pk>", views.organization, name="organization"),
        path("service_at_locations", views.places, name="places"),
        path("service_at_locations/<uuid:pk>", views.place, name="place"),
        path("taxonomies", views.taxonomies, name="taxonomies"),
        path("taxonomies/<uuid:pk>", views.taxonomy, name="taxonomy"),
        path("taxonomy_terms", views.terms, name="terms"),
        path("taxonomy_terms/<uuid:pk>", views.term, name="term"),
    ]


app_name = "hsds"
urlpatterns = _addresses() if apps.is_installed("rangkul.commons.directory") else []
