// The fields of the form: brought in part by part, put anew where the file changed, found, gone to.
import * as saving from "./saving.js";
import * as sheet from "./preview.js";

export const fields = document.getElementById("fields");
const main = document.getElementById("main");
const bodies = new Map(); // what the server said of each part, until it is put in; then what was put in
let brought = null;
let after = () => {};

export const worth = (box) => (box.hasAttribute("data-tick") ? tickWords(box) : box.value);
export const boxOf = (address) => fields.querySelector(`[data-address="${CSS.escape(address)}"]`);
export const fieldOf = (address) => fields.querySelector(`.field[data-field="${CSS.escape(address)}"]`);
export const onPut = (listener) => (after = listener);

export function tickWords(box) {
  return box.checked ? box.closest(".field").querySelector("[data-words]").value : null;
}

function learn(place) {
  for (const box of place.querySelectorAll("[data-address]")) {
    saving.learn(box.dataset.address, worth(box));
    const words = saving.typed(box.dataset.address);
    if (words !== undefined && !box.hasAttribute("data-tick")) box.value = words ?? "";
  }
  sizeAll(place);
}

const sized = CSS.supports("field-sizing", "content");
export function size(box) {
  if (sized || box.tagName !== "TEXTAREA" || !box.offsetParent) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight + 2}px`;
}
export function sizeAll(place) {
  if (!sized) for (const box of place.querySelectorAll("textarea")) size(box);
}

const bodyOf = (id) => document.getElementById(`p-${id}`)?.querySelector(".body");

function put(id) {
  const body = bodyOf(id);
  if (!body || !body.hasAttribute("data-later") || !bodies.has(id)) return;
  body.innerHTML = bodies.get(id);
  body.removeAttribute("data-later");
  learn(body);
  after(body);
}

// All parts that came later than the page, one at a time while nothing else is to be done.
export function bring() {
  brought ??= load(false).then(() => {
    const rest = [...bodies.keys()];
    const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 20));
    const step = () => {
      const id = rest.shift();
      if (id === undefined) return;
      put(id);
      idle(step);
    };
    idle(step);
  });
  return brought;
}

export async function bringAll() {
  await bring();
  for (const id of bodies.keys()) put(id);
}

async function load(fresh) {
  const [code, said] = await saving.ask("/fields");
  if (code !== 200) return;
  const here = [...fields.querySelectorAll("details.part")].map((part) => part.id.slice(2));
  if (said.trouble || here.sort().join() !== said.parts.map(([id]) => id).sort().join()) {
    if (fresh || said.trouble !== (document.querySelector("#fields>.error p")?.textContent ?? "")) location.reload();
    return;
  }
  if (fresh) saving.at(said.version);
  const kept = keep();
  for (const [id, html, ticked, counted] of said.parts) {
    const done = document.querySelector(`#p-${CSS.escape(id)} .done`);
    done.dataset.ticked = ticked;
    done.dataset.counted = counted;
    const body = bodyOf(id);
    const laid = !body.hasAttribute("data-later");
    if (fresh && laid && bodies.get(id) !== html) replace(body, html);
    // What came with the page is not this where the file has changed since.
    if (fresh || !laid) bodies.set(id, html);
    else if (!bodies.has(id) && saving.isAt(said.version)) bodies.set(id, html);
  }
  kept();
}

// What is focused and scrolled to at this moment, to be so again: the clerk may have gone on while the server answered.
function keep() {
  const active = document.activeElement?.dataset?.address;
  const from = document.activeElement?.selectionStart;
  const top = main.scrollTop;
  return () => {
    main.scrollTop = top;
    const box = active && boxOf(active);
    if (!box || box === document.activeElement) return;
    box.focus({ preventScroll: true });
    if (from !== undefined && from !== null) box.setSelectionRange?.(from, from);
  };
}

// A part anew, with what was open in it left open.
function replace(body, html) {
  const open = new Map([...body.querySelectorAll("details[id]")].map((part) => [part.id, part.open]));
  body.innerHTML = html;
  for (const part of body.querySelectorAll("details[id]")) if (open.has(part.id)) part.open = open.get(part.id);
  learn(body);
  after(body);
}

// The fields as the file has them now; what is focused and scrolled to stays so.
export async function refresh(words = "") {
  await bring();
  await load(true);
  if (words) saving.tell(words);
}

// What was typed into a part and is not what the server last said of it.
export function touched(place) {
  const part = place.closest("details.part");
  if (part) bodies.set(part.id.slice(2), "");
}

const placeOf = (address) => {
  const bare = address.replace(/\/(value|last)$/, "");
  const box = [address, `${address}/value`, `${address}/0`, bare, `${bare}/value`].map(boxOf).find(Boolean);
  return box ?? fields.querySelector(`[data-field="${CSS.escape(address)}"] :is(input,textarea,select)`)
    ?? fields.querySelector(`[data-items="${CSS.escape(address.replace(/\/\d+.*$/, ""))}"] :is(textarea,input,[data-add])`);
};

// Opens what a field is in, and goes there; a section's address leads to its first field.
export async function go(address) {
  if (!placeOf(address)) await bringAll();
  const part = document.getElementById(`p-${address.replaceAll("/", "-")}`);
  const place = placeOf(address) ?? part?.querySelector(":is(input,textarea,select)");
  if (!place) return false;
  const fresh = place.closest(".fresh");
  if (fresh) fresh.hidden = false;
  for (let one = place.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  (place.closest(".field") ?? place).scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
  return true;
}

// The last line of a list is always a blank one.
export function grow(box) {
  size(box);
  const line = box.closest(".list .line");
  if (!line || line.nextElementSibling?.classList.contains("line") || !box.value) return;
  const fresh = line.cloneNode(true);
  const head = `${line.parentElement.dataset.list}/`;
  const next = (address) => address.replace(/^\d+/, (number) => Number(number) + 1);
  for (const input of fresh.querySelectorAll("[data-address]")) {
    input.dataset.address = head + next(input.dataset.address.slice(head.length));
    input.removeAttribute("id");
    input.value = "";
    input.style.height = "";
  }
  const remove = fresh.querySelector("[data-remove]");
  remove.dataset.remove = head + next(remove.dataset.remove.slice(head.length));
  line.querySelector("[data-remove]").hidden = false;
  line.after(fresh);
}

// A figure with all that can be said of it, put in the place of its field or by `place`; the field that it is in now.
export async function split(address, place = (fresh) => fieldOf(address)?.replaceWith(fresh)) {
  await saving.settled();
  const [code, html] = await saving.ask(`/figure?at=${encodeURIComponent(address)}`);
  if (code !== 200) return null;
  const made = document.createElement("template");
  made.innerHTML = html;
  const fresh = made.content.firstElementChild;
  place(fresh);
  if (!fresh.isConnected) return null;
  touched(fresh);
  learn(fresh);
  after(fresh);
  return fresh;
}

fields.addEventListener("toggle", (event) => {
  const part = event.target;
  if (!part.open) return;
  const id = part.classList.contains("part") ? part.id.slice(2) : "";
  if (id && part.querySelector(".body[data-later]")) bring().then(() => put(id));
  sizeAll(part);
}, true);
