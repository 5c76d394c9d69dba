// What a device keeps of the day, and when it forgets. Signing out clears it all: whoever has marks that are not sent
// yet is asked first. The list of a day is one membership's: it is gone as soon as a page is another's, or nobody's.
// Marks hold no name, and stay until they are sent.
"use strict";
const LIST = "trappan-list";
const WHOSE = "kept-list";
const forget = async () => {
  if ("caches" in window) for (const name of await caches.keys()) await caches.delete(name);
  if ("serviceWorker" in navigator) {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  }
  // Last: a page that is left midway is followed by one that sees there is something to forget.
  localStorage.removeItem(WHOSE);
};
(() => {
  const isWaiting = () => Object.keys(localStorage).some((one) => one.startsWith("marks:"));
  const { acting } = document.currentScript.dataset;
  if (acting !== undefined && localStorage.getItem(WHOSE) !== null && localStorage.getItem(WHOSE) !== acting) forget();
  for (const words of document.querySelectorAll("[data-waits]")) words.hidden = !isWaiting();
  addEventListener("submit", (event) => {
    const question = event.target.dataset.unsent;
    if (question && isWaiting() && !confirm(question)) event.preventDefault();
    else if (question || "forgets" in event.target.dataset) forget();
  });
})();
