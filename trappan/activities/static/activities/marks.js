// Marks survive a dead network. What is sent is first kept on the device, by row number and never with a
// name, until the server has answered; what it has not answered is sent when the network is back, once,
// under the page's own key. Kept for twelve hours at most; signing out clears the device's storage.
"use strict";
(() => {
  const HOURS = 12;
  const form = document.getElementById("marks");
  const box = document.getElementById("kept");
  if (!form || !box) return;
  const said = box.querySelector("p");
  const who = form.elements.acting_as.value;
  const slot = `marks:${who}:${form.dataset.day}`;

  const say = (what) => {
    said.textContent = said.dataset[what];
    box.hidden = false;
  };
  const read = () => {
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith("marks:"))) {
      const old = Date.now() - JSON.parse(localStorage.getItem(name)).at > HOURS * 3600 * 1000;
      if (old || !name.startsWith(`marks:${who}:`)) localStorage.removeItem(name);
    }
    return JSON.parse(localStorage.getItem(slot) || "null");
  };
  const keep = (submitter) => {
    const marks = [...new FormData(form, submitter).entries()]
      .map(([name, value]) => [name, String(value)])
      .filter(([name, value]) => value && /^(mark|minutes|seen)-\d+$|^rest$/.test(name));
    const kept = { at: Date.now(), key: form.elements.key.value, marks };
    localStorage.setItem(slot, JSON.stringify(kept));
  };
  const send = async () => {
    const kept = read();
    if (!kept) return;
    const body = new URLSearchParams(kept.marks);
    body.set("key", kept.key);
    body.set("acting_as", who);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    let answer;
    try {
      answer = await fetch(`${location.pathname}?day=${form.dataset.day}`, { method: "POST", body });
    } catch {
      say("gone");
      return;
    }
    if (answer.status >= 500) return;
    localStorage.removeItem(slot);
    say(answer.ok ? "sent" : "refused");
    if (answer.ok) location.assign(answer.url);
  };

  form.addEventListener("submit", (event) => {
    keep(event.submitter);
    if (navigator.onLine) return;
    event.preventDefault();
    say("gone");
  });
  addEventListener("online", send);
  const kept = read();
  // Answered already, or refused in words on this very page: nothing is left to send.
  const answered = kept && (kept.key === form.dataset.sent || document.querySelector("[data-answered]"));
  if (answered) localStorage.removeItem(slot);
  else if (kept && navigator.onLine) send();
  else if (kept) say("gone");
})();
