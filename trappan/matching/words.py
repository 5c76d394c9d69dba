"""What is done and read in this room, in words of the log."""

from django.utils.translation import gettext_lazy as _

LOG = {"matching.see_find_place": _("Find a place"), "matching.write_journey": _("Journey to a site written down")}
