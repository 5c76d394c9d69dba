"""The rows of a list as the page has them.

They are put together here and not in a template: a page has three hundred cells, and a template walks a dozen nodes
for each of them, which was half the time of every list.
"""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from trappan.ui.lists.columns import Cell
from trappan.ui.templatetags.ui import icon, mini_stairs

ROW = '<tr role="row"><th role="rowheader" scope="row">{}</th>{}</tr>\n'
OTHER = '<td role="cell"{}><div>{}</div></td>'


def drawn_row(cells: Sequence[Cell], looks: Sequence[str]) -> SafeString:
    """Draw a row: the cell that names it, and the others, each with what its column's cells carry."""
    others = ((look, drawn_cell(cell)) for look, cell in zip(looks, cells[1:], strict=True))
    return format_html(ROW, drawn_cell(cells[0]), format_html_join("", OTHER, others))


def drawn_cell(cell: Cell) -> SafeString | str:
    """Draw what one row says in one column; a dash where it says nothing."""
    said = drawn_words(cell)
    if cell.stairs:
        said = format_html("{} {}", mini_stairs(*cell.stairs), said)
    if cell.locked:
        said = format_html('{} {}<span class="ds-sr-only">{}</span>', said, icon("lock"), _("Protected identity"))
    if cell.below:
        said = format_html('{} <br><span class="muted small">{}</span>', said, cell.below)
    return said


def drawn_words(cell: Cell) -> SafeString | str:
    """Draw a cell's words: a link, a tag, or as they are."""
    if cell.url:
        return format_html('<a class="ds-link" href="{}">{}</a>', cell.url, cell.words)
    if cell.color:
        return format_html('<span class="ds-tag" data-color="{}">{}</span>', cell.color, cell.words)
    return str(cell.words) or "–"
