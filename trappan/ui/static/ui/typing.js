// What is typed is kept while it is typed. Once the form itself is sent nothing more is kept of it: what came after
// the answer would stand there as not saved.
let sent = new WeakSet();
addEventListener("submit", ({ target, defaultPrevented }) => {
  if (defaultPrevented) return;
  sent.add(target);
  for (const typed of document.querySelectorAll("[data-typed]")) {
    if (typed.closest("form") === target) typed.dispatchEvent(new Event("htmx:abort"));
  }
});
document.addEventListener("htmx:before:request", (event) => {
  if ("typed" in event.target.dataset && sent.has(event.target.closest("form"))) event.preventDefault();
});
// Gone back to, the page may be typed in again.
addEventListener("pageshow", () => (sent = new WeakSet()));
