from django.urls import path

from rangkul.tell.exchange.webhooks.pages import views

_ONE = "kabar/<uuid:pk>/"
urlpatterns = [
    path("kabar/", views.rows, name="webhooks"),
    path("kabar/baru/", views.new, name="new_webhook"),
    path(_ONE, views.show, name="webhook"),
    path(f"{_ONE}rahasia/", views.change_secret, name="webhook_secret"),
    path(f"{_ONE}coba/", views.try_out, name="webhook_try"),
    path(f"{_ONE}nyala/", views.switch_on, name="webhook_on"),
    path(f"{_ONE}cabut/", views.revoke, name="webhook_revoke"),
    path(f"{_ONE}lagi/<uuid:telling_id>/", views.send_again, name="webhook_again"),
]
