// The order of the themes in the report: rows to be moved, left out, or put under the heading of the row before.
import { boxOf, fields } from "./fields.js";

const boxOfList = (place) => boxOf(place.closest("[data-outline]").dataset.outline);
const rowsOf = (place) => [...place.closest("[data-outline]").querySelectorAll("li")];

// Rows as the words of the field say; themes that they leave out stand behind, not ticked.
function rows(words, usual, apart) {
  const groups = words.replace(/^\s*[[［【]|[\]］】]\s*$/g, "").split(/[,，、\n]/).map((group) => group.split(/[+＋]/));
  const named = groups.flatMap((group) => group.map((name, at) => ({ name: name.trim(), within: at > 0, on: true })));
  const known = named.filter((row) => [...usual, ...apart].includes(row.name));
  const left = (names, on) => names.filter((name) => !known.some((row) => row.name === name)).map((name) => ({ name, on, within: false }));
  return [...known, ...left(usual, !known.length), ...left(apart, false)];
}

function row({ name, within, on }) {
  const item = document.createElement("li");
  const tick = (label, checked, what) => {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked });
    box.dataset[what] = "";
    const held = Object.assign(document.createElement("label"), { className: "tick" });
    held.append(box, label);
    return held;
  };
  const button = (words, by) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words });
    made.ariaLabel = `${name}${by < 0 ? "上移" : "下移"}`;
    made.dataset.by = by;
    return made;
  };
  item.dataset.theme = name;
  item.append(tick(name, on, "on"), button("↑", -1), button("↓", 1), tick("与上一个合写", within, "within"));
  return item;
}

export function drawAll(place) {
  for (const list of place?.querySelectorAll("[data-outline]") ?? []) draw(list);
}

function draw(list) {
  const split = (words) => words.split(",").filter(Boolean);
  const shown = rows(boxOfList(list).value, split(list.dataset.themes), split(list.dataset.apart)).map(row);
  list.firstElementChild.replaceChildren(...shown);
  for (const one of shown) {
    const on = one.querySelector("[data-on]").checked;
    one.querySelector("[data-within]").disabled = !on || one === shown[0];
    one.querySelector("[data-by='-1']").disabled = !on || one === shown[0];
    one.querySelector("[data-by='1']").disabled = !on || !one.nextElementSibling?.querySelector("[data-on]").checked;
  }
}

// What the rows say, as the words of the field; the field saves them, and the rows are drawn anew.
function write(place) {
  const groups = [];
  for (const item of rowsOf(place)) {
    if (!item.querySelector("[data-on]").checked) continue;
    if (groups.length && item.querySelector("[data-within]").checked) groups.at(-1).push(item.dataset.theme);
    else groups.push([item.dataset.theme]);
  }
  say(place, groups.map((group) => group.join("+")).join(", "));
}

function say(place, words) {
  const box = boxOfList(place);
  box.value = words;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

fields.addEventListener("change", (event) => {
  const item = event.target.closest("[data-outline] li");
  if (!item) return;
  const { theme } = item.dataset;
  const which = event.target.dataset.on === undefined ? "[data-within]" : "[data-on]";
  const list = item.parentElement;
  write(item);
  list.querySelector(`[data-theme="${CSS.escape(theme)}"] ${which}`)?.focus();
});

fields.addEventListener("click", (event) => {
  const button = event.target.closest("[data-outline] button");
  if (!button) return;
  if (button.dataset.usual !== undefined) return say(button, "");
  const item = button.closest("li");
  const { theme } = item.dataset;
  const list = item.parentElement;
  if (button.dataset.by < 0) item.previousElementSibling.before(item);
  else item.nextElementSibling.after(item);
  write(item);
  const moved = list.querySelector(`[data-theme="${CSS.escape(theme)}"]`);
  [...moved.querySelectorAll("[data-by]")].find((one) => one.dataset.by === button.dataset.by && !one.disabled)?.focus();
});
