// Marks survive a dead network. What is sent is first kept on the device (shelf.js) until the server has answered
// that it has it; what it has not answered is sent when the network is back, once, under a key of its own. Signing
// out clears the storage, and asks first. Marks that could not be sent, and marks that the server would not take, are
// never thrown away silently. What was written in words is not kept, and stays on the page until it is saved.
"use strict";
(() => {
  // Whom the page showed, also where nothing was marked: "all others" are those and nobody who came meanwhile.
  const KEPT = /^(mark|told|came|left|seen)-\d+$|^(rest|why|paper)$/;
  const page = document.getElementById("waiting");
  if (!page) return;
  const form = document.getElementById("marks");
  const box = document.getElementById("kept");
  const said = box.querySelector("p");
  const token = page.elements.csrfmiddlewaretoken.value;
  const who = page.elements.acting_as.value;
  const shown = page.dataset.day;
  const shelf = shelfOf(who);

  const say = (what) => {
    said.textContent = said.dataset[what];
    box.hidden = false;
    if (!form) return;
    const waits = what === "gone" || what === "signin" ? shelf.kept().filter((one) => one.day === shown) : [];
    const rows = waits
      .flatMap((one) => one.marks)
      .map(([name]) => /^mark-(\d+)$/.exec(name)?.[1])
      .filter(Boolean);
    for (const row of form.querySelectorAll(".line-marks > li")) {
      row.toggleAttribute("data-unsent", rows.includes(row.querySelector("[name^=seen-]").name.slice(5)));
    }
  };
  // Days whose marks were lost, and answers that told of marks not taken: each with a link, until it is read.
  const list = (id, days, address) => {
    const told = document.getElementById(id);
    told.hidden = !days.length;
    told.querySelector("ul").replaceChildren(
      ...days.map((one) => {
        const link = document.createElement("a");
        link.className = "ds-link";
        link.href = address(one);
        link.textContent = one.day;
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
  };
  const tell = () => {
    list("unsent", shelf.lost(), (one) => `${location.pathname}?day=${one.day}`);
    list("not-taken", shelf.told(), (one) => `${location.pathname}${one.said}`);
  };
  const send = async () => {
    let where = "";
    for (const one of shelf.kept()) {
      const body = new URLSearchParams(one.marks);
      body.set("once", one.key);
      body.set("kept", "yes");
      body.set("acting_as", who);
      body.set("csrfmiddlewaretoken", token);
      let answer;
      try {
        answer = await fetch(`${location.pathname}?day=${one.day}`, { method: "POST", body });
      } catch {
        say("gone");
        return;
      }
      const told = new URL(answer.url);
      if (told.searchParams.get("sent") === one.key) {
        shelf.drop(one.day);
        say("sent");
        if (one.day === shown) where = answer.url;
        else if (told.searchParams.has("refused") || told.searchParams.has("differs")) shelf.tell(one.day, told.search);
      } else if (answer.status === 422) {
        shelf.lose(one.day);
        say("refused");
        tell();
        return;
      } else {
        say("signin");
        return;
      }
    }
    tell();
    const words = form && [...form.querySelectorAll("textarea")].some((field) => field.value.trim());
    if (where && !words) location.assign(where);
  };

  form?.addEventListener("submit", (event) => {
    form.elements.once.value = keyOfPress();
    const marks = [...new FormData(form, event.submitter).entries()]
      .map(([name, value]) => [name, String(value)])
      .filter(([name, value]) => (value || name.startsWith("seen-")) && KEPT.test(name));
    // What an earlier press of this day has not got through with goes with this one.
    const earlier = shelf
      .kept()
      .filter((each) => each.day === shown)
      .flatMap((each) => each.marks);
    shelf.keep(shown, [...new Map([...earlier, ...marks])], form.elements.once.value);
    if (navigator.onLine && !earlier.length) return;
    event.preventDefault();
    if (navigator.onLine) send();
    else say("gone");
  });
  addEventListener("online", send);
  // Answered already, or refused in words on this very page: nothing of this day is left to send.
  const refused = document.querySelector("[data-answered]");
  for (const one of shelf.kept().filter((each) => each.day === shown)) {
    if (refused || one.key === page.dataset.sent) shelf.drop(one.day);
  }
  // An answer that stands on this page is read here.
  for (const one of shelf.told()) if (one.said === location.search) shelf.read("told", one.day);
  for (const [id, days] of [
    ["unsent", "lost"],
    ["not-taken", "told"],
  ]) {
    document
      .getElementById(id)
      .querySelector("button")
      .addEventListener("click", () => {
        for (const one of shelf[days]()) shelf.read(days, one.day);
        tell();
      });
  }
  if (shelf.kept().length && navigator.onLine) send();
  else if (shelf.kept().length) say("gone");
  tell();
})();
