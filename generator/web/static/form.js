// The page of a form: what the clerk does, and where it goes.
import * as saving from "./saving.js";
import * as sheet from "./preview.js";
import * as findings from "./findings.js";
import { boxOf, bring, bringAll, fields, go, grow, onPut, refresh, split, tickWords, touched } from "./fields.js";
import "./clash.js";
import "./pick.js";
import * as outline from "./outline.js";

const find = document.getElementById("find");
const found = document.getElementById("found");
const MOST_FOUND = 12;

function view(which) {
  document.body.classList.remove("show-form", "show-sheet", "show-findings");
  document.body.classList.add(`show-${which}`);
  for (const button of document.querySelectorAll("[data-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === which));
  }
  if (which === "findings") document.getElementById("remarks").open = true;
  sheet.fit();
}

// What was typed.
function change(box) {
  if (box.closest(".pick, .rows")) return; // no words of the form
  outline.drawAll(box.closest(".field"));
  touched(box);
  if (box.dataset.words !== undefined) {
    saving.change(box.dataset.words, box.value);
  } else if (box.hasAttribute("data-tick")) {
    box.closest(".field").querySelector("[data-words]").hidden = !box.checked;
    saving.change(box.dataset.address, tickWords(box));
  } else if (box.dataset.answer !== undefined) {
    const list = box.closest("fieldset");
    const kept = list.querySelector("[data-address]");
    kept.value = [...list.querySelectorAll("[data-answer]:checked")].map((one) => one.dataset.answer).join(", ");
    saving.change(kept.dataset.address, kept.value);
  } else if (box.dataset.address !== undefined) {
    saving.change(box.dataset.address, box.value);
  }
  grow(box);
  findings.count(box.closest("details.part"));
}

fields.addEventListener("submit", (event) => event.preventDefault());
fields.addEventListener("input", (event) => {
  if (!event.isComposing) change(event.target); // else an input method is still at work
});
fields.addEventListener("compositionend", (event) => change(event.target));

// Lines pasted into a list become its items.
fields.addEventListener("paste", (event) => {
  const box = event.target.closest(".line [data-address]");
  const lines = event.clipboardData.getData("text").split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  if (!box || lines.length < 2 || box.closest(".line").nextElementSibling?.classList.contains("line")) return;
  event.preventDefault();
  let line = box.closest(".line");
  for (const words of lines) {
    const input = line.querySelector("[data-address]");
    input.value = words;
    change(input);
    line = line.nextElementSibling;
  }
  line.querySelector("[data-address]").focus();
});

async function ofItem(body, words = "") {
  const done = await saving.doAlone("/edit", { edits: [{ was: null, words: null, ...body }] });
  await refresh(done ? words : "");
  return done;
}

// A finding answered: what was guessed is right; a rule is not to be heard again.
document.addEventListener("checked", ({ detail: { address } }) => ofItem({ address, checked: true }));
document.addEventListener("ignored", async ({ detail: { code } }) => {
  await bringAll();
  const lines = [...fields.querySelectorAll('[data-address^="checks/ignore/"]')];
  const free = lines.at(-1);
  if (!free || lines.some((box) => box.value.trim() === code)) return;
  free.value = code;
  change(free);
  await saving.settled();
  saving.tell(`不再提醒 ${code} 这一条规则；要恢复，到“检查”里去掉它`);
});

async function move(address, to) {
  const steps = address.split("/");
  const inside = document.activeElement?.dataset?.address;
  if (!(await ofItem({ address, to }))) return;
  steps[steps.length - 1] = String(to);
  const there = steps.join("/");
  const same = inside?.startsWith(`${address}/`) ? there + inside.slice(address.length) : there;
  if (boxOf(same)) return go(same);
  const on = to + Math.sign(to - Number(address.split("/").pop()));
  const buttons = [...fields.querySelectorAll(`[data-move="${CSS.escape(there)}"]:enabled`)];
  (buttons.find((one) => Number(one.dataset.to) === on) ?? buttons[0])?.focus();
}

// A blank item at the end of a list, or a blank entry of a figure.
async function add(list) {
  const blank = [...list.querySelectorAll(":scope > .entry:not([hidden]) > .amount > [data-address$='/value']")].find((box) => !box.value);
  if (blank) return blank.focus();
  const items = list.dataset.items;
  if (list.matches(".entries")) await split(items);
  else await saving.settled().then(() => refresh());
  const fresh = fields.querySelector(`[data-items="${CSS.escape(items)}"] > .fresh`);
  fresh.hidden = false;
  fresh.querySelector("input,textarea,select").focus();
}

fields.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { remove, move: from, to, split: figure } = button.dataset;
  if (remove !== undefined) {
    await ofItem({ address: remove }, "已去掉；要找回来，点“撤销”");
  } else if (from !== undefined) {
    await move(from, Number(to));
  } else if (figure !== undefined) {
    (await split(figure))?.querySelector(".said input").focus();
  } else if (button.hasAttribute("data-add")) {
    await add(button.closest("[data-items]"));
  }
});

fields.addEventListener("focusin", (event) => {
  const field = event.target.closest("[data-field]");
  for (const old of fields.querySelectorAll(".field.here")) old.classList.remove("here");
  if (!field) return;
  field.classList.add("here");
  const list = field.querySelector(":scope > .list");
  sheet.mark(list ? (event.target.dataset.address ?? field.dataset.field) : field.dataset.field);
});

// Looking for a field by any word of it.
find.addEventListener("input", async () => {
  const words = find.value.trim();
  await bringAll();
  const hits = [];
  for (const field of words ? fields.querySelectorAll(".field") : []) {
    const name = (field.querySelector("label strong") ?? field.querySelector("label, legend"))?.textContent ?? "";
    const part = field.closest("details.part");
    if (!field.closest(".fresh") && (name + (field.querySelector(".printed,.hint")?.textContent ?? "")).includes(words)) {
      hits.push([!name.includes(words), name, part.querySelector("h2,h3").textContent, field.dataset.field]);
    }
  }
  hits.sort((a, b) => a[0] - b[0]);
  found.replaceChildren(...hits.slice(0, MOST_FOUND).map(([, name, part, address]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.append(Object.assign(document.createElement("small"), { textContent: part }));
    button.addEventListener("click", () => {
      found.hidden = true;
      find.value = "";
      go(address);
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  if (words && !hits.length) found.append(Object.assign(document.createElement("li"), { textContent: "没有这样的栏；写到那个主题的“其他数据”或“补充”" }));
  found.hidden = !words;
});
find.addEventListener("keydown", (event) => {
  if (event.key === "Escape") found.hidden = true;
  if (event.key === "Enter") found.querySelector("button")?.click();
  if (event.key === "ArrowDown") found.querySelector("button")?.focus();
});
found.addEventListener("keydown", (event) => {
  const item = event.target.closest("li");
  const to = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[event.key];
  if (event.key === "Escape") find.focus();
  to?.querySelector("button")?.focus();
  if (to || event.key === "Escape") event.preventDefault();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest(".find")) found.hidden = true;
});

async function undo() {
  if (await saving.doAlone("/undo", {})) await refresh("已撤销上一步");
}

const KEYS = {
  n: () => findings.next(),
  z: undo,
  f: () => (view("form"), find.focus(), find.select()),
  p: () => (document.activeElement.closest("#pane") ? (view("form"), document.getElementById("main").focus()) : (view("sheet"), document.getElementById("pane").focus())),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "s") {
    event.preventDefault();
    saving.send();
    return;
  }
  if (!event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
  const key = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
  if (KEYS[key]) {
    event.preventDefault();
    KEYS[key]();
  } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    const by = event.key === "ArrowUp" ? -1 : 1;
    const item = event.target.closest?.(".item:not(.fresh)");
    const button = item?.querySelector(`[data-move="${CSS.escape(item.dataset.item)}"][data-to="${Number(item.dataset.item.split("/").pop()) + by}"]`);
    if (!button) return;
    event.preventDefault();
    if (!button.disabled) move(item.dataset.item, Number(button.dataset.to));
  }
});
fields.addEventListener("keydown", (event) => {
  const line = event.target.closest(".line");
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || !line) return;
  event.preventDefault();
  line.nextElementSibling?.querySelector("[data-address]")?.focus();
});

sheet.host.addEventListener("field", (event) => findings.visit(event.detail));
document.addEventListener("view", (event) => view(event.detail));
document.getElementById("undo").addEventListener("click", undo);
document.getElementById("next").addEventListener("click", () => findings.next());
document.getElementById("print").addEventListener("click", () => window.print());
document.getElementById("keys").addEventListener("click", () => document.getElementById("help").showModal());
const menu = document.querySelector(".menu");
document.addEventListener("click", (event) => {
  if (!menu.contains(event.target) || event.target.closest(".card")) menu.open = false;
});
for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => view(button.dataset.show));
}

saving.on("shown", findings.shown);
saving.on("merged", () => renew("文件在别处改过，两边的改动已经合在一起"));
saving.on("elsewhere", () => renew("文件在别处改过，这一页已经更新"));
onPut((place) => {
  findings.put(place);
  outline.drawAll(place);
});

async function renew(words) {
  await refresh(words);
  const [code, said] = await saving.ask("/preview");
  if (code === 200) findings.shown(said);
}

for (const part of fields.querySelectorAll("details.part")) findings.count(part);
outline.drawAll(fields);
saving.ask("/preview").then(([code, said]) => {
  if (code === 200) findings.shown(said);
  else saving.tell(said.message);
  bring();
});
