from django.urls import URLPattern, URLResolver, path

from sanad.web.office.staff import acts, joining, listing, page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.members, name="staff"),
    path("new/", joining.join, name="staff_new"),
    path("<int:pk>/", page.member, name="staff_member"),
    path("<int:pk>/grant/", acts.grant, name="staff_grant"),
    path("<int:pk>/roles/<int:assignment>/end/", acts.end, name="staff_role_end"),
    path("<int:pk>/close/", acts.close, name="staff_close"),
]
