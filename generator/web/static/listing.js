"use strict";
// One box that ticks all forms.
const all = document.getElementById("all");
all?.addEventListener("change", () => {
  for (const box of document.querySelectorAll('#shelf input[name="name"]')) box.checked = all.checked;
});
