"""A colleague at the keyboard, with a mouse or without."""

from trappan.schedules.week import read_week
from trappan.ui.week.rows import rows_of

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


class Mouse:
    """A colleague with a mouse."""

    def __init__(self, page):
        self.page = page

    def press(self, name, exact=True):
        target = self.page.get_by_role("button", name=name, exact=exact).or_(
            self.page.get_by_role("link", name=name, exact=exact)
        )
        with self.page.expect_navigation():
            target.first.click()

    def unfold(self, words):
        """Open what is folded under these words."""
        self.page.locator("main summary", has_text=words).first.click()

    def write(self, label, text):
        self.page.locator("main").get_by_role("textbox", name=label).first.fill(text)

    def date(self, label, day):
        self.page.locator("main").get_by_label(label).first.fill(day)

    def choose(self, label, text):
        box = self.page.locator("main").get_by_label(label).first
        # The page that the last press leads to may still be on its way.
        option = box.locator("option", has_text=text).first
        option.wait_for(state="attached")
        box.select_option(label=(option.text_content() or "").strip())

    def mark(self, label):
        self.page.locator("main").get_by_label(label).check()

    def week(self, text, of="main"):
        """Press the days and write the times of a week, in this part of the page."""
        for at, row in enumerate(rows_of(read_week(text).parts)):
            if at:
                self.press_week("Andra tider andra dagar", of)
            there = self.page.locator(of).last.locator(".hours-row").nth(at)
            there.wait_for()
            for day in row.days:
                self.tick(there.get_by_role("checkbox", name=WEEKDAYS[day]))
            self.fill(there.get_by_label("Från"), row.start)
            self.fill(there.get_by_label("Till"), row.end)

    def press_week(self, name, of="main"):
        """Press a button of a week, which draws it anew on the same page; what is typed is kept beside that."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST" and "/drafts/" not in answer.url):
            self.go(self.page.locator(of).last.get_by_role("button", name=name, exact=True).first)

    def go(self, button):
        button.click()

    def tick(self, box):
        box.check()

    def fill(self, box, text):
        box.fill(text)


class Keyboard(Mouse):
    """A colleague with a keyboard alone: every step is Tab, letters, arrows, Enter or space."""

    def reach(self, target):
        """Go by Tab until the thing has focus, and see that the focus can be seen."""
        handle = target.first.element_handle()
        for _step in range(160):
            if self.page.evaluate("one => document.activeElement === one", handle):
                outline = self.page.evaluate(
                    "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== "
                    "'none' || s.boxShadow !== 'none' }"
                )
                assert outline, "the focus cannot be seen"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"cannot be reached by keyboard: {target}")

    def press(self, name, exact=True):
        target = self.page.get_by_role("button", name=name, exact=exact).or_(
            self.page.get_by_role("link", name=name, exact=exact)
        )
        self.reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def unfold(self, words):
        self.reach(self.page.locator("main summary", has_text=words))
        self.page.keyboard.press("Enter")

    def write(self, label, text):
        self.reach(self.page.locator("main").get_by_role("textbox", name=label))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def date(self, label, day):
        self.reach(self.page.locator("main").get_by_label(label))
        year, month, of_month = day.split("-")
        self.page.keyboard.type(f"{month}{of_month}{year}")

    def choose(self, label, text):
        box = self.page.locator("main").get_by_label(label)
        self.reach(box)
        options = box.first.locator("option").all_inner_texts()
        self.page.keyboard.press("Home")  # whatever is chosen already
        for _step in range(next(at for at, option in enumerate(options) if text in option)):
            self.page.keyboard.press("ArrowDown")

    def mark(self, label):
        box = self.page.locator("main").get_by_label(label)
        self.reach(
            box
            if box.get_attribute("type") == "checkbox"
            else self.page.locator(f"[name='{box.get_attribute('name')}']")
        )
        for _step in range(8):
            if box.is_checked():
                return
            self.page.keyboard.press("Space")
            if not box.is_checked():
                self.page.keyboard.press("ArrowDown")
        assert box.is_checked()

    def go(self, button):
        self.reach(button)
        self.page.keyboard.press("Enter")

    def tick(self, box):
        self.reach(box)
        self.page.keyboard.press("Space")

    def fill(self, box, text):
        self.reach(box)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
