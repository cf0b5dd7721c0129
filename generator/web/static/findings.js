// What is to be said of the form: at its fields, at its parts, in a list with counts, one after the other.
import * as saving from "./saving.js";
import * as sheet from "./preview.js";
import { fields, go } from "./fields.js";

const KINDS = { error: "读不懂", warning: "提醒", info: "提示" };
const RANKS = Object.keys(KINDS);
let ofForm = []; // about the form: with every change
let ofWords = []; // about the words of the report: a moment after the last change
let derived = {};
let judging = 0;
let last = "";

const tellOf = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
const owner = (address) =>
  address.includes("/data/") ? address.replace(/\/(value|last|period|scope|part|sentence|origin|documents(\/.*)?)$/, "") : address;

export function shown(said) {
  sheet.show(said.body);
  derived = said.derived;
  ofForm = said.remarks;
  const place = document.getElementById("progress");
  const bar = Object.assign(document.createElement("progress"), { max: Math.max(said.asked, 1), value: said.filled });
  bar.setAttribute("aria-hidden", "true");
  const gaps = document.createElement("span");
  gaps.className = said.gaps ? "red" : "";
  gaps.textContent = !said.body ? "" : said.gaps ? `待补充 ${said.gaps} 处` : "没有待补充";
  const chars = Object.assign(document.createElement("span"), { className: "chars", textContent: `${said.characters} 字 ` });
  chars.append(document.getElementById("pages") ?? Object.assign(document.createElement("span"), { id: "pages" }));
  place.replaceChildren(`必填 ${said.filled}/${said.asked} `, bar, gaps, chars);
  put();
  clearTimeout(judging);
  judging = setTimeout(judge, 600);
}

async function judge() {
  if (saving.isBusy()) return;
  try {
    const [code, said] = await saving.ask("/remarks");
    if (code !== 200 || !saving.isAt(said.version)) return;
    ofWords = said.remarks;
    put();
  } catch {
    // The next change asks again.
  }
}

// The gravest first.
const all = () => [...ofForm, ...ofWords].sort((a, b) => RANKS.indexOf(a.severity) - RANKS.indexOf(b.severity));

export function put(where = fields) {
  for (const place of where.querySelectorAll("[data-derived]")) {
    place.textContent = derived[place.dataset.derived] ?? "";
  }
  const found = all();
  const at = new Map();
  for (const one of found) {
    const address = owner(one.address);
    if (address) at.set(address, [...(at.get(address) ?? []), one]);
  }
  for (const place of where.querySelectorAll("[data-findings]")) atField(place, at);
  for (const part of fields.querySelectorAll("details.part")) atPart(part, at);
  if (where === fields) inList(found);
  else count(where.closest("details.part"));
}

function atField(place, at) {
  const mine = at.get(place.dataset.findings) ?? ofList(place, at);
  place.hidden = !mine.length;
  const shows = JSON.stringify(mine);
  if (place.shown === shows || (!place.shown && !mine.length)) return;
  place.shown = shows;
  place.replaceChildren(...mine.map((one) => {
    const item = document.createElement("li");
    item.className = one.severity;
    item.append(one.message);
    if (one.hint && one.severity !== "info") {
      item.append(document.createElement("br"), Object.assign(document.createElement("small"), { textContent: one.hint }));
    }
    const act = actOf(one);
    if (act) item.append(" ", act);
    return item;
  }));
}

// What a clerk may answer to a finding, if anything.
function actOf(one) {
  const [words, act] = one.code === "FRM904" ? ["核对过了", () => tellOf("checked", one)]
    : one.severity === "warning" || (one.severity === "info" && !one.code.startsWith("FRM")) ? ["不再提醒", () => tellOf("ignored", one)] : [];
  if (!words) return null;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "link act", textContent: words });
  button.ariaLabel = `${words}：${one.message}`;
  button.addEventListener("click", act);
  return button;
}

// A list's findings stand below the list.
function ofList(place, at) {
  if (!place.parentElement.matches(".list")) return [];
  const head = place.dataset.findings + "/";
  return [...at].filter(([address]) => address.startsWith(head)).flatMap(([, found]) => found);
}

// What is to be said of a part: also while its fields are not there yet.
function atPart(part, at) {
  const head = part.id.slice(2).split("-").join("/") + "/";
  let count = 0;
  for (const [address, found] of at) {
    if (`${address}/`.startsWith(head)) count += found.filter((one) => one.severity !== "info").length;
  }
  const badge = part.querySelector(".badge");
  badge.hidden = !count;
  badge.textContent = `${count} 处提醒`;
}

// How many measures and figures a part has: as the server said, or as its fields say.
export function count(part) {
  const done = part.querySelector(".done");
  const body = part.querySelector(".body");
  if (!body.hasAttribute("data-later") && body.querySelector("[data-tick],.figure,.figures")) {
    done.dataset.ticked = body.querySelectorAll("[data-tick]:checked").length;
    const filled = (box) => box.value && box.dataset.address.endsWith("/value");
    done.dataset.counted = [...body.querySelectorAll(".amount [data-address]")].filter(filled).length;
  }
  const { ticked, counted } = done.dataset;
  const words = [ticked > 0 ? `勾了 ${ticked} 项` : "", counted > 0 ? `填了 ${counted} 个数` : ""].filter(Boolean).join("，");
  if (done.textContent !== words) done.textContent = words;
}

// The same thing said of several places is one line of the list; each click leads to the next of them.
function alike(found) {
  const groups = new Map();
  for (const one of found) {
    const words = JSON.stringify([one.code, one.severity, one.message, one.hint]);
    groups.set(words, [...(groups.get(words) ?? []), one]);
  }
  return [...groups.values()];
}

function inList(found) {
  const list = document.getElementById("list");
  list.replaceChildren(...alike(found).map((same) => {
    const [one] = same;
    let turn = 0;
    const item = document.createElement("li");
    item.className = one.severity;
    const button = document.createElement("button");
    button.type = "button";
    button.append(Object.assign(document.createElement("b"), { textContent: KINDS[one.severity] }), one.message);
    if (same.length > 1) button.append(Object.assign(document.createElement("i"), { textContent: `${same.length} 处` }));
    if (one.hint) button.append(Object.assign(document.createElement("small"), { textContent: one.hint }));
    if (one.address) button.addEventListener("click", () => visit(same[turn++ % same.length].address));
    else button.disabled = true;
    item.append(button);
    const act = actOf(one);
    if (act) item.append(act);
    return item;
  }));
  const kinds = { error: 0, warning: 0, info: 0 };
  for (const one of found) kinds[one.severity] += 1;
  const counts = document.getElementById("counts");
  counts.replaceChildren(...Object.entries(kinds).filter(([, count]) => count).map(([kind, count]) =>
    Object.assign(document.createElement("span"), { className: `tag ${kind}`, textContent: `${count} 处${KINDS[kind]}` })));
  if (!found.length) counts.textContent = "没有要提醒的";
  document.getElementById("tab-count").textContent = kinds.error + kinds.warning;
  const left = toVisit().length;
  const next = document.getElementById("next");
  next.textContent = left ? `下一处要看的（${left}）›` : "没有要看的了";
  next.disabled = !left;
}

// Fields that want a look, in the order of the form as far as it is there: mistakes, gaps, warnings.
function toVisit() {
  const wanted = all().filter((one) => one.address && (one.severity !== "info" || one.code.startsWith("FRM90")));
  return [...new Set([...wanted.map((one) => owner(one.address)), ...sheet.gaps()])];
}

export function visit(address) {
  document.dispatchEvent(new CustomEvent("view", { detail: "form" }));
  last = owner(address);
  return go(address);
}

export async function next() {
  const places = toVisit();
  for (let tries = places.length; tries; tries -= 1) {
    const address = places[(places.indexOf(last) + 1) % places.length];
    if (await visit(address)) return;
  }
}
