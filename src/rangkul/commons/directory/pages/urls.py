from django.urls import path

from rangkul.commons.directory.pages import agreed, conditions, deciding, editing, hours, importing, work

app_name = "directory"
urlpatterns = [
    path("", work.search, name="search"),
    path("baru/", editing.new, name="new"),
    path("dijaga/", work.kept, name="kept"),
    path("usul/", deciding.waiting, name="suggestions"),
    path("usul/<uuid:pk>/", deciding.decide, name="decide"),
    path("kesepakatan/", agreed.listed, name="agreements"),
    path("kesepakatan/<uuid:pk>/", agreed.change, name="agreement"),
    path("impor/", importing.bring, name="import"),
    path("<uuid:pk>/", work.show, name="show"),
    path("<uuid:pk>/ubah/", editing.change, name="change"),
    path("<uuid:pk>/syarat/", conditions.listed, name="rules"),
    path("<uuid:pk>/syarat/baru/<slug:kind>/", conditions.new, name="rule_new"),
    path("<uuid:pk>/syarat/<uuid:rule>/", conditions.change, name="rule"),
    path("<uuid:pk>/syarat/<uuid:rule>/hapus/", conditions.remove, name="rule_remove"),
    path("<uuid:pk>/jam/", hours.listed, name="hours"),
    path("<uuid:pk>/jam/baru/<slug:kind>/", hours.new, name="hours_new"),
    path("<uuid:pk>/jam/<uuid:row>/", hours.change, name="hours_row"),
    path("<uuid:pk>/jam/<uuid:row>/hapus/", hours.remove, name="hours_remove"),
    path("<uuid:pk>/riwayat/", work.history, name="history"),
    path("<uuid:pk>/masih-benar/", work.confirm, name="confirm"),
    path("<uuid:pk>/penjaga/", work.keeper, name="keeper"),
    path("<uuid:pk>/kabar/", work.news, name="news"),
    path("<uuid:pk>/kesepakatan/", agreed.agree, name="agree"),
    path("<uuid:pk>/tempat/", work.room, name="room"),
]
