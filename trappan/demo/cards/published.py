"""A figure that was published and is told otherwise today: both stand, and its file gives it again."""

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card

CARD = Card(
    "published",
    "Conny Kalkyl",
    _("Published, and put right"),
    _(
        "September was published in the beginning of October. Some households stood there twice, and were put right "
        "afterwards: the published figure stands, and today’s is named beside it. Take the file: from it alone, any "
        "programme has the same figures and the same SHA-256. Publish anew, with the reason, and see what each page "
        "says."
    ),
    "insight:publication",
)
