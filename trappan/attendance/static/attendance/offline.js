// The day without network: the list that this phone keeps, drawn from its few facts. Each press is kept at once, by row
// number and in the order pressed, and sent by the day's own page when the network is back. At midnight, and where the
// phone's clock has been turned back, the list is gone; the marks stay until they are sent.
"use strict";
(() => {
  const TRY_AGAIN = 20 * 1000;
  const page = document.getElementById("offline");
  const form = document.getElementById("marks");
  const rest = document.getElementById("rest");
  const lines = form.querySelector(".line-marks");
  const said = document.getElementById("kept").querySelector("p");
  const TIME = /^(\d{1,2})([.:](\d{2}))?$/;
  let list = null;
  let shelf = null;
  let others = []; // what the day's page kept of rows that are not on this list
  const pressed = new Map(); // by row, in the order pressed

  const show = (what) => {
    for (const one of page.querySelectorAll("[data-state]")) one.hidden = one.dataset.state !== what;
    form.hidden = what !== "list";
  };
  const over = () => Date.now() >= list.until || Date.now() < list.at - 60 * 1000;
  const end = async () => {
    if (!list || !over()) return false;
    lines.replaceChildren();
    document.getElementById("title").textContent = document.getElementById("title").dataset.none;
    list = null;
    await forget();
    show("over");
    return true;
  };

  const minute = (text) => {
    const found = TIME.exec(text.trim());
    return found ? Number(found[1]) * 60 + Number(found[3] ?? 0) : null;
  };
  // Half said is not kept: away takes a yes or a no, late a time within the hours.
  const saidOf = (row) => {
    const value = (name) => row.querySelector(`[data-name=${name}]:checked`)?.value ?? "";
    const number = row.dataset.row;
    const mark = value("mark");
    if (mark === "present") return [[`mark-${number}`, mark]];
    if (mark === "away")
      return value("told")
        ? [
            [`mark-${number}`, mark],
            [`told-${number}`, value("told")],
          ]
        : null;
    if (mark !== "partly") return null;
    const typed = row.querySelector("[data-name=came]:not([type=radio])").value.trim();
    const times = [
      ["came", typed || value("came")],
      ["left", row.querySelector("[data-name=left]").value.trim()],
    ];
    const given = times.filter(([, at]) => at);
    const at = [list.rows.find((one) => String(one.row) === number).first, ...given.map(([, text]) => minute(text))];
    const last = list.rows.find((one) => String(one.row) === number).last;
    const fits = at.every((one, order) => one !== null && one < last && (order === 0 || one > at[order - 1]));
    row.querySelector("[data-outside]").hidden = !given.length || fits;
    if (!given.length || !fits) return null;
    return [[`mark-${number}`, mark], ...given.map(([name, text]) => [`${name}-${number}`, text])];
  };
  const keep = () => {
    const marks = [...others];
    for (const [row, entries] of pressed) marks.push(...entries, [`seen-${row}`, ""]);
    if ([...pressed.values()].some((entries) => !entries.length)) marks.push(["rest", "yes"]);
    if (marks.length) shelf.keep(list.day, marks, keyOfPress());
    else shelf.drop(list.day);
    count();
  };
  const count = () => {
    for (const row of lines.children) row.toggleAttribute("data-unsent", pressed.has(row.dataset.row));
    const many = pressed.size;
    said.textContent = many ? said.dataset[many === 1 ? "one" : "many"].replace("{}", many) : said.dataset.none;
  };

  const draw = (one) => {
    const row = document.getElementById("row").content.firstElementChild.cloneNode(true);
    row.dataset.row = one.row;
    row.dataset.find = `${one.name} ${one.hours}`;
    const fill = (name, text) => {
      for (const place of row.querySelectorAll(`[data-fill=${name}]`)) {
        place.textContent = (place.dataset.words ?? "{}").replace("{}", text);
      }
    };
    fill("name", one.name);
    fill("given", one.name.replace(/ \S+\.$/, ""));
    fill("small", [one.hours, row.dataset.number.replace("{}", one.row)].filter(Boolean).join(" · "));
    const pick = row.querySelector(".pick");
    const choice = pick.firstElementChild;
    for (const at of one.late) {
      const another = choice.cloneNode(true);
      another.querySelector("input").value = at;
      another.querySelector("input").removeAttribute("data-now");
      another.querySelector("label").textContent = at;
      choice.before(another);
    }
    const at = new Date();
    const now = at.getHours() * 60 + at.getMinutes();
    if (one.first === null || now <= one.first || now >= one.last) choice.remove();
    for (const [order, input] of [...row.querySelectorAll("input")].entries()) {
      input.name = `${input.dataset.name}-${one.row}`;
      input.id = `i${one.row}-${order}`;
      (input.type === "radio" ? input.nextElementSibling : input.previousElementSibling).htmlFor = input.id;
    }
    row.querySelector(".mark-line").setAttribute("aria-label", one.name);
    return row;
  };
  const restore = (marks) => {
    const rows = new Set(list.rows.map((one) => String(one.row)));
    const wholes = marks.some(([name]) => name === "rest");
    for (const [name, value] of marks) {
      const [kind, number] = name.split("-");
      if (kind === "rest") continue;
      if (!rows.has(number)) {
        others.push([name, value]);
        continue;
      }
      const row = lines.querySelector(`[data-row="${number}"]`);
      if (kind === "seen") {
        if (wholes && !pressed.has(number)) pressed.set(number, []);
        continue;
      }
      if (!pressed.has(number)) pressed.set(number, []);
      pressed.get(number).push([name, value]);
      const fields = [...row.querySelectorAll(`[data-name=${kind}]`)];
      const radio = fields.find((one) => one.type === "radio" && one.value === value);
      if (radio) radio.checked = true;
      else if (fields.length) fields.at(-1).value = value;
    }
    if (wholes && others.length) others.push(["rest", "yes"]);
    for (const [number, entries] of pressed) {
      if (!entries.length) lines.querySelector(`[data-row="${number}"] [value=present]`).checked = true;
    }
  };

  const press = (event) => {
    const row = event.target.closest("li");
    if (!row) return;
    pressed.delete(row.dataset.row);
    const entries = saidOf(row);
    if (entries) pressed.set(row.dataset.row, entries);
    keep();
  };
  form.addEventListener("change", press);
  form.addEventListener("input", (event) => {
    if (event.target.type !== "radio") press(event);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // All others are those on this list who are not marked: the server leaves out whoever has said that they do not come.
  rest.addEventListener("click", () => {
    for (const row of lines.children) {
      if (row.querySelector("[data-name=mark]:checked")) continue;
      row.querySelector("[value=present]").checked = true;
      pressed.set(row.dataset.row, []);
    }
    form.dispatchEvent(new Event("drawn"));
    keep();
  });

  // Back to the day's own page as soon as it answers; not while somebody has half said something.
  const halfSaid = () =>
    document.activeElement?.matches("input:not([type=radio])") ||
    [...lines.children].some((row) => row.querySelector("[data-name=mark]:checked") && !pressed.has(row.dataset.row));
  const tryAgain = async () => {
    if (await end()) return;
    if (halfSaid()) return;
    try {
      const answer = await fetch(page.dataset.health, { cache: "no-store", signal: AbortSignal.timeout(4000) });
      if (answer.ok) location.assign(page.dataset.home);
    } catch {
      // still gone
    }
  };
  addEventListener("online", tryAgain);
  setInterval(tryAgain, TRY_AGAIN);
  document.addEventListener("visibilitychange", end);
  document.getElementById("again").addEventListener("click", () => location.assign(page.dataset.home));
  document.getElementById("forget").addEventListener("click", async () => {
    lines.replaceChildren();
    list = null;
    await forget();
    show("none");
  });

  const begin = async () => {
    const found = await caches.match(page.dataset.list, { cacheName: LIST });
    list = found ? await found.json() : null;
    // One that a sign-out midway has left behind is nobody's.
    if (!list || localStorage.getItem(WHOSE) !== String(list.acting)) {
      show("none");
      return;
    }
    if (await end()) return;
    setTimeout(end, list.until - Date.now());
    document.getElementById("title").textContent = list.title;
    shelf = shelfOf(list.acting);
    lines.replaceChildren(...list.rows.map(draw));
    restore(
      shelf
        .kept()
        .filter((one) => one.day === list.day)
        .flatMap((one) => one.marks),
    );
    show("list");
    form.dispatchEvent(new Event("drawn"));
    count();
  };
  begin();
})();
