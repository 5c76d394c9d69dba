// Marks survive a dead network. What is sent is first kept on the device, by row number and never with a
// name, until the server has answered that it has it; what it has not answered is sent when the network
// is back, once, under a key of its own. Kept for twelve hours at most; signing out clears the storage, and asks
// first. Marks that could not be sent are never thrown away silently: which day it was stays until it is read.
// What was written in words is not kept on the device, and stays on the page until it is saved.
"use strict";
(() => {
  const HOURS = 12;
  // Whom the page showed, also where nothing was marked: "all others" are those and nobody who came meanwhile.
  const KEPT = /^(mark|told|came|left|seen)-\d+$|^(rest|why|paper)$/;
  const form = document.getElementById("marks");
  const box = document.getElementById("kept");
  if (!form || !box) return;
  const said = box.querySelector("p");
  const who = form.elements.acting_as.value;
  const mine = `marks:${who}:`;
  const lost = `unsent:${who}:`;
  const told = document.getElementById("unsent");

  const say = (what) => {
    said.textContent = said.dataset[what];
    box.hidden = false;
    const waits = what === "gone" || what === "signin" ? kept().filter((one) => one.day === form.dataset.day) : [];
    const rows = waits.flatMap((one) => one.marks).map(([name]) => /^mark-(\d+)$/.exec(name)?.[1]).filter(Boolean);
    for (const row of form.querySelectorAll(".line-marks > li")) {
      row.toggleAttribute("data-unsent", rows.includes(row.querySelector("[name^=seen-]").name.slice(5)));
    }
  };
  const lose = (slot) => {
    localStorage.setItem(slot.replace("marks:", "unsent:"), "1");
    localStorage.removeItem(slot);
  };
  const tell = () => {
    const days = Object.keys(localStorage).filter((one) => one.startsWith(lost)).map((one) => one.slice(lost.length));
    told.hidden = !days.length;
    told.querySelector("ul").replaceChildren(
      ...days.sort().map((day) => {
        const link = document.createElement("a");
        link.className = "ds-link";
        link.href = `${location.pathname}?day=${day}`;
        link.textContent = day;
        const item = document.createElement("li");
        item.append(link);
        return item;
      }),
    );
  };
  const kept = () => {
    const found = [];
    for (const slot of Object.keys(localStorage).filter((one) => one.startsWith("marks:"))) {
      const one = JSON.parse(localStorage.getItem(slot));
      if (Date.now() - one.at > HOURS * 3600 * 1000) lose(slot);
      else if (slot.startsWith(mine)) found.push({ slot, day: slot.slice(mine.length), ...one });
    }
    return found;
  };
  const send = async () => {
    let where = "";
    for (const one of kept()) {
      const body = new URLSearchParams(one.marks);
      body.set("once", one.key);
      body.set("acting_as", who);
      body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
      let answer;
      try {
        answer = await fetch(`${location.pathname}?day=${one.day}`, { method: "POST", body });
      } catch {
        say("gone");
        return;
      }
      if (new URL(answer.url).searchParams.get("sent") === one.key) {
        localStorage.removeItem(one.slot);
        say("sent");
        if (one.day === form.dataset.day) where = answer.url;
      } else if (answer.status === 422) {
        lose(one.slot);
        say("refused");
        tell();
        return;
      } else {
        say("signin");
        return;
      }
    }
    const words = [...form.querySelectorAll("textarea")].some((field) => field.value.trim());
    if (where && !words) location.assign(where);
  };

  form.addEventListener("submit", (event) => {
    form.elements.once.value = `press-${crypto.randomUUID()}`;
    const marks = [...new FormData(form, event.submitter).entries()]
      .map(([name, value]) => [name, String(value)])
      .filter(([name, value]) => (value || name.startsWith("seen-")) && KEPT.test(name));
    // What an earlier press of this day has not got through with goes with this one.
    const earlier = kept().filter((each) => each.day === form.dataset.day).flatMap((each) => each.marks);
    const one = { at: Date.now(), key: form.elements.once.value, marks: [...new Map([...earlier, ...marks])] };
    localStorage.setItem(mine + form.dataset.day, JSON.stringify(one));
    if (navigator.onLine && !earlier.length) return;
    event.preventDefault();
    if (navigator.onLine) send();
    else say("gone");
  });
  addEventListener("online", send);
  // Answered already, or refused in words on this very page: nothing of this day is left to send.
  const refused = document.querySelector("[data-answered]");
  for (const one of kept().filter((each) => each.day === form.dataset.day)) {
    if (refused || one.key === form.dataset.sent) localStorage.removeItem(one.slot);
  }
  told.querySelector("button").addEventListener("click", () => {
    for (const slot of Object.keys(localStorage).filter((one) => one.startsWith(lost))) localStorage.removeItem(slot);
    tell();
  });
  if (kept().length && navigator.onLine) send();
  else if (kept().length) say("gone");
  tell();
})();
