from django.urls import path

from rangkul.support.volunteers.pages import board, need, of_file, volunteer

app_name = "volunteers"
urlpatterns = [
    path("", board.board, name="board"),
    path("terlambat/<uuid:overdue_id>/", board.acknowledge, name="acknowledge"),
    path("baru/", board.new, name="new"),
    path("orang/<uuid:volunteer_id>/", volunteer.show, name="volunteer"),
    path("orang/<uuid:volunteer_id>/<slug:word>/", volunteer.step, name="volunteer_step"),
    path("keluhan/<uuid:complaint_id>/", volunteer.decide, name="decide"),
    path("kebutuhan/<uuid:need_id>/", need.show, name="need"),
    path("kebutuhan/<uuid:need_id>/pilih/<uuid:volunteer_id>/", need.choose, name="choose"),
    path("kebutuhan/<uuid:need_id>/<slug:word>/", need.step, name="need_step"),
    path("kasus/<uuid:case_id>/", of_file.of_case, name="of_case"),
    path("permintaan/<uuid:request_id>/", of_file.of_request, name="of_request"),
]
