"""The sign-in library's pages that somebody needs, and no others.

Closed are sign-up, addresses and what is sent to confirm them (the administrator's), and setting a first
password while signed in: a new colleague gets a link.
"""

from allauth.account import views
from django.urls import include, path, re_path

from trappan.staff.views import sign_in

urlpatterns = [
    path("login/", sign_in.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/change/", sign_in.change_password, name="account_change_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign_in.choose_password,
        name="account_reset_password_from_key",
    ),
    path("password/reset/key/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("sign-in/", include("allauth.mfa.urls")),
    path("by/<slug:provider_id>/", sign_in.by_provider, name="openid_connect_login"),
    path("by/<slug:provider_id>/back/", sign_in.back_from_provider, name="openid_connect_callback"),
]
