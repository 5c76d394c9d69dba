// The box by which a phone keeps today's list, reduced: asked for anew each time the day's page is opened with the
// network there, and forgotten where the box is empty, the site's leader has taken it back, or the answer is a no.
"use strict";
(() => {
  const isAllowed = document.currentScript.dataset.allowed === "yes";
  const form = document.getElementById("phone");
  if (!("serviceWorker" in navigator && "caches" in window)) return;
  if (!isAllowed) {
    forget();
    return;
  }
  if (!form) return; // another day than today
  const box = form.querySelector("[type=checkbox]");
  const said = form.querySelector("[role=status]");
  const who = form.elements.acting_as.value;
  const say = (what) => {
    said.textContent = what ? said.dataset[what] : "";
  };
  const keep = async () => {
    const body = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (answer.status >= 500) throw new Error(answer.statusText);
      const isThere = answer.ok && !answer.redirected;
      if (!isThere || !box.checked) {
        box.checked = false;
        await forget();
        say(isThere ? "" : "refused");
        return;
      }
      const list = await answer.json();
      const at = Date.now();
      const kept = JSON.stringify({ ...list, at, until: at + list.seconds * 1000 });
      localStorage.setItem(WHOSE, who);
      await (await caches.open(LIST)).put(form.action, new Response(kept));
      await navigator.serviceWorker.register(form.dataset.worker);
      await navigator.serviceWorker.ready;
      say("kept");
    } catch {
      box.checked = localStorage.getItem(WHOSE) === who;
      say("failed");
    }
  };
  form.hidden = false;
  box.checked = localStorage.getItem(WHOSE) === who;
  box.addEventListener("change", async () => {
    if (box.checked) {
      await keep();
    } else {
      await forget();
      say("gone");
    }
  });
  if (box.checked) keep();
})();
