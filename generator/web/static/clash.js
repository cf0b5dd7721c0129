// A field changed here and elsewhere: both are shown, the clerk chooses.
import * as saving from "./saving.js";
import { boxOf, refresh } from "./fields.js";

const dialog = document.getElementById("clash");
const rows = document.getElementById("clashes");

saving.on("clash", (clashes) => {
  let left = clashes.length;
  const done = (row) => {
    row.remove();
    left -= 1;
    if (left) return rows.querySelector("button")?.focus();
    dialog.close();
    if (!saving.isBusy()) saving.say("已存好");
    saving.settled().then(() => refresh());
    saving.send();
  };
  rows.replaceChildren(...clashes.map((one) => choice(one, done)));
  if (!dialog.open) dialog.showModal();
});
dialog.addEventListener("cancel", (event) => event.preventDefault());

function choice(one, done) {
  const row = document.createElement("div");
  row.className = "clash";
  const name = boxOf(one.address)?.closest(".field")?.querySelector("label,legend")?.textContent ?? one.address;
  row.append(Object.assign(document.createElement("strong"), { textContent: name }));
  for (const [title, words, mine] of [["我刚写的", one.mine, true], ["文件里的", one.theirs, false]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: `用${title}` });
    button.addEventListener("click", () => {
      saving.chosen(one.address, one.theirs, mine ? one.mine : undefined);
      const box = boxOf(one.address);
      if (!mine && box && !box.hasAttribute("data-tick")) box.value = one.theirs ?? "";
      done(row);
    });
    row.append(Object.assign(document.createElement("p"), { textContent: `${title}：` }),
      Object.assign(document.createElement("blockquote"), { textContent: words ?? "（没有）" }), button);
  }
  return row;
}
