// The day's list while it is being marked: the number on the button follows, the list is narrowed, and nothing is
// sent of somebody of whom only half is said. Without a script the list works too: the server asks the same.
"use strict";
(() => {
  const form = document.getElementById("marks");
  if (!form) return;
  const rows = () => [...document.querySelectorAll(".line-marks > li")];
  const rest = document.getElementById("rest");

  const follow = () => {
    if (!rest) return;
    const left = rows().filter((row) => "rest" in row.dataset && !row.querySelector("[name^=mark-]:checked")).length;
    rest.hidden = !left;
    rest.textContent = left === 1 ? rest.dataset.one : rest.dataset.many.replace("{}", left);
  };
  // Away takes a yes or a no, late takes a time: said by the browser, at the field, before anything is sent.
  const ask = (row) => {
    const chosen = row.querySelector("[name^=mark-]:checked")?.value;
    for (const told of row.querySelectorAll("[name^=told-]")) {
      const answered = row.querySelector("[name^=told-]:checked");
      told.setCustomValidity(chosen === "away" && !answered ? form.dataset.tell : "");
    }
    const times = [...row.querySelectorAll("[name^=came-], [name^=left-]")];
    const said = times.some((one) => (one.type === "radio" ? one.checked : one.value.trim()));
    const typed = times.find((one) => one.type !== "radio");
    typed?.setCustomValidity(chosen === "partly" && !said ? form.dataset.when : "");
  };
  const shown = (row, words) => {
    const found = row.dataset.find.toLocaleLowerCase();
    return words.every((word) => found.includes(word));
  };
  const sift = document.querySelector(".sift");
  const narrow = () => {
    const words = sift.querySelector("input").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows()) row.hidden = !shown(row, words);
    const status = sift.querySelector("[role=status]");
    status.textContent = words.length
      ? status.dataset.shown.replace("{}", rows().filter((row) => !row.hidden).length)
      : "";
  };

  form.addEventListener("change", (event) => {
    const row = event.target.closest("li");
    if (!row) return;
    if (event.target.type === "radio" && event.target.name.startsWith("came-")) {
      row.querySelector("[name^=came-]:not([type=radio])").value = "";
    }
    const now = row.querySelector("[data-now]");
    if (now && !now.checked) {
      const at = new Date();
      now.value = `${at.getHours()}.${String(at.getMinutes()).padStart(2, "0")}`;
      now.nextElementSibling.querySelector("span").textContent = now.value;
    }
    ask(row);
    follow();
  });
  form.addEventListener("input", (event) => {
    const row = event.target.closest("li");
    if (row) ask(row);
  });
  // A row that lacks something is shown, whatever the list was narrowed to.
  form.addEventListener(
    "invalid",
    (event) => {
      const row = event.target.closest("li");
      if (row) row.hidden = false;
      for (let fold = event.target.closest("details"); fold; fold = fold.parentElement.closest("details"))
        fold.open = true;
    },
    true,
  );
  if (sift) {
    sift.hidden = false;
    sift.addEventListener("input", narrow);
  }
  const begin = () => {
    rows().forEach(ask);
    follow();
  };
  form.addEventListener("drawn", begin); // the list without network draws its rows later
  begin();
})();
