"""What a browser sends as a file: held in memory up to what is taken, never written down before it is judged."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from trappan.documents.kinds import Kind
from trappan.documents.names import ENDINGS, MEDIA
from trappan.documents.store import refuse_size
from trappan.refusals import Refused


class LimitedUpload(FileUploadHandler):
    """Hold what is sent in memory, all files of a request together no more than one may be long.

    What comes beyond that is counted and let go, so that the form can say how long the file is.
    """

    held = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.bytes = BytesIO()
        self.is_over = False

    def receive_data_chunk(self, raw_data: bytes, _start: int) -> None:
        self.is_over = self.is_over or self.held + len(raw_data) > settings.FILE_LIMIT
        if not self.is_over:
            self.bytes.write(raw_data)
            self.held += len(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        if self.is_over:
            self.held -= self.bytes.tell()
            self.bytes = BytesIO()
        self.bytes.seek(0)
        return InMemoryUploadedFile(
            self.bytes, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )


class UploadField(forms.FileField):
    """A file to attach; refused at the field where it is empty or longer than this installation takes.

    Of the given `kinds` the browser offers files; which kind one is, its content says.
    """

    def __init__(self, kinds: Iterable[Kind] = tuple(ENDINGS), **about: Any) -> None:
        accept = ",".join(f".{ending}" for kind in kinds for ending in ENDINGS[kind])
        self.widget = forms.FileInput(attrs={"accept": accept})
        empty = {"empty": _("The file is empty. Choose another."), "invalid": _("Choose a file.")}
        super().__init__(error_messages=empty, **about)

    def to_python(self, data: Any) -> Any:
        if isinstance(data, UploadedFile):
            try:
                refuse_size(data.size or 0)
            except Refused as refusal:
                raise forms.ValidationError(str(refusal)) from None
        return super().to_python(data)


def attachment(content: bytes, kind: Kind, name: str) -> HttpResponse:
    """Send a stored file to be saved, never to be shown in the page; its name, without ending, tells of nobody."""
    answer = HttpResponse(content, content_type=MEDIA[kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{ENDINGS[kind][0]}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "no-store"
    return answer
