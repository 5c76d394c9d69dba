// Suggestions under the search at the top: arrows choose, Enter opens, Escape closes, and what was typed stays.
"use strict";
{
  const field = document.getElementById("q");
  const list = document.getElementById("suggestions");
  const status = document.getElementById("suggested");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const chosen = () => list.querySelector("[aria-selected=true]");

  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "suggestions");
  field.setAttribute("aria-expanded", "false");

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  };

  const show = (open) => {
    choose(null);
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
  };

  // What was asked for meanwhile is no answer to what stands in the field now, nor to a field that was left.
  field.form.addEventListener("htmx:after:swap", () => {
    const found = options();
    show(found.length > 0 && field.value.trim() !== "" && field.form.contains(document.activeElement));
    const rows = found.length - 1;
    status.textContent = list.hidden ? "" : rows ? status.dataset.some.replace("0", rows) : status.dataset.none;
  });

  field.addEventListener("input", () => field.value.trim() === "" && show(false));
  field.addEventListener("focus", () => field.value.trim() && options().length && show(true));
  field.form.addEventListener("focusout", (event) => field.form.contains(event.relatedTarget) || show(false));

  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault(); // else the browser empties the field
      show(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const all = options();
      if (all.length === 0) return;
      event.preventDefault();
      if (list.hidden) show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Past either end stands the field itself.
      const at = (all.indexOf(chosen()) + 1 + step + all.length + 1) % (all.length + 1);
      choose(all[at - 1] ?? null);
    } else if (event.key === "Enter" && !list.hidden && chosen()) {
      event.preventDefault();
      chosen().click();
    }
  });
}
