// Signing out clears what the device keeps: whoever has marks that are not sent yet is asked first.
"use strict";
addEventListener("submit", (event) => {
  const question = event.target.dataset.unsent;
  const waits = question && Object.keys(localStorage).some((one) => one.startsWith("marks:"));
  if (waits && !confirm(question)) event.preventDefault();
});
