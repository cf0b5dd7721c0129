"use strict";
// A form: every change is sent at once, one request at a time; what is on disk is what counts.
const main = document.getElementById("main");
const fields = document.getElementById("fields");
const status = document.getElementById("status");
const notice = document.getElementById("notice");
const base = `/form/${encodeURIComponent(main.dataset.name)}`;
const csrf = document.querySelector('meta[name="csrf"]').content;
let version = main.dataset.version;
let known = new Map(); // what the file says, by address; null: not there
let waiting = new Map(); // what the clerk typed since
let sending = false;
let again = 0;
let oneByOne = 0; // so many edits go out alone: one of them was refused
let refused = false;
let formRemarks = []; // about the form: with every change
let textRemarks = []; // about the words of the report: a moment after the last change
let judging = 0;

const owner = (address) => address.replace(/\/(value|last)$/, "");
const worth = (box) => (box.hasAttribute("data-tick") ? tickWords(box) : box.value);

function tickWords(box) {
  const own = box.closest(".field").querySelector("[data-words]");
  return box.checked ? own.value : null;
}

function learn() {
  known = new Map();
  for (const box of fields.querySelectorAll("[data-address]")) known.set(box.dataset.address, worth(box));
  for (const [address, words] of waiting) {
    const box = boxOf(address);
    if (box && !box.hasAttribute("data-tick")) box.value = words ?? "";
  }
}

const boxOf = (address) => fields.querySelector(`[data-address="${CSS.escape(address)}"]`);

function say(words, kind = "") {
  status.textContent = words;
  status.className = kind;
}

function tell(words) {
  notice.textContent = words;
  notice.hidden = !words;
}

async function ask(path, body) {
  const answer = await fetch(base + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-Csrf": csrf },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return [answer.status, await answer.json()];
}

function change(address, words) {
  waiting.set(address, words);
  say("正在保存…", "busy");
  clearTimeout(again);
  again = setTimeout(send, 15);
}

async function send() {
  if (sending || !waiting.size) return;
  sending = true;
  const batch = oneByOne ? new Map([waiting.entries().next().value]) : waiting;
  waiting = oneByOne ? new Map([...waiting].slice(1)) : new Map();
  oneByOne = Math.max(0, oneByOne - 1);
  const edits = [...batch].map(([address, words]) => ({ address, was: known.get(address) ?? null, words }));
  try {
    const [code, said] = await ask("/edit", { version, edits });
    if (code === 200) {
      for (const [address, words] of batch) known.set(address, words);
      version = said.version;
      shown(said);
      if (!refused) tell("");
      say("正在保存…", "busy");
      if (said.merged) await refresh("文件在别处改过，两边的改动已经合在一起");
    } else if (code === 409 && said.clashes) {
      version = said.version;
      choose(said.clashes, batch);
    } else if (code === 422 && batch.size > 1) {
      waiting = new Map([...batch, ...waiting]);
      oneByOne = waiting.size;
    } else {
      refused = true;
      say("有一栏没有存上", "bad");
      tell(`没有存上：${said.message}${said.hint ? "（" + said.hint + "）" : ""}`);
    }
  } catch {
    // Nothing is lost: what was not saved goes out again, newer words first.
    waiting = new Map([...batch, ...waiting]);
    say("没有连上程序，未保存的改动留在这一页，正在重试…", "bad");
    again = setTimeout(send, 800);
    sending = false;
    return;
  }
  sending = false;
  if (waiting.size) send();
  else if (!refused && !document.getElementById("clash").open) say("已存好");
  if (!sending) refused = false;
}

async function settled() {
  while (sending || waiting.size) await new Promise((done) => setTimeout(done, 20));
}

// Fields made anew from the file, with what was open, focused and scrolled to left as it was.
async function refresh(words = "") {
  const [code, said] = await ask("/fields");
  if (code !== 200) return;
  const open = new Map([...fields.querySelectorAll("details[id]")].map((part) => [part.id, part.open]));
  const active = document.activeElement?.dataset?.address;
  const from = document.activeElement?.selectionStart;
  const top = main.scrollTop;
  fields.innerHTML = said.html;
  version = said.version;
  for (const part of fields.querySelectorAll("details[id]")) {
    if (open.has(part.id)) part.open = open.get(part.id);
  }
  learn();
  main.scrollTop = top;
  const box = active && boxOf(active);
  if (box) {
    box.focus({ preventScroll: true });
    if (from !== undefined && from !== null) box.setSelectionRange?.(from, from);
  }
  const [, preview] = await ask("/preview");
  if (preview.body !== undefined) shown(preview);
  if (words) tell(words);
}

function shown(said) {
  Sheet.show(said.body);
  for (const place of fields.querySelectorAll("[data-derived]")) {
    place.textContent = said.derived[place.dataset.derived] ?? "";
  }
  document.getElementById("progress").textContent =
    `必填 ${said.filled}/${said.asked} · 待补充 ${said.gaps} 处 · ${said.characters} 字`;
  formRemarks = said.remarks;
  remarks([...formRemarks, ...textRemarks]);
  clearTimeout(judging);
  judging = setTimeout(judge, 600);
}

async function judge() {
  if (sending || waiting.size) return;
  try {
    const [code, said] = await ask("/remarks");
    if (code !== 200 || said.version !== version) return;
    textRemarks = said.remarks;
    remarks([...formRemarks, ...textRemarks]);
  } catch {
    // The next change asks again.
  }
}

function remarks(found) {
  const at = new Map();
  const list = document.getElementById("list");
  list.replaceChildren();
  for (const one of found) {
    const item = document.createElement("li");
    item.className = one.severity;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = one.message + (one.hint ? `：${one.hint}` : "");
    if (one.address) button.addEventListener("click", () => go(one.address));
    else button.disabled = true;
    item.append(button);
    list.append(item);
    const address = owner(one.address);
    if (address) at.set(address, [...(at.get(address) ?? []), one]);
  }
  const parts = new Map();
  for (const place of fields.querySelectorAll("[data-findings]")) {
    const mine = at.get(place.dataset.findings) ?? nearList(place, at);
    place.hidden = !mine.length;
    if (place.shown === JSON.stringify(mine)) continue;
    place.shown = JSON.stringify(mine);
    place.replaceChildren(...mine.map((one) => {
      const item = document.createElement("li");
      item.className = one.severity;
      item.append(one.message);
      if (one.hint && one.severity !== "info") item.append(document.createElement("br"), Object.assign(document.createElement("small"), { textContent: one.hint }));
      return item;
    }));
  }
  for (const part of fields.querySelectorAll("details.part")) {
    const count = part.querySelectorAll(".findings:not([hidden]) li:not(.info)").length;
    parts.set(part.id, count);
    const badge = part.querySelector(".badge");
    badge.hidden = !count;
    badge.textContent = `${count} 处提醒`;
  }
  const kinds = { error: 0, warning: 0, info: 0 };
  for (const one of found) kinds[one.severity] += 1;
  document.getElementById("counts").textContent =
    `${kinds.error} 处读不懂，${kinds.warning} 处提醒，${kinds.info} 处提示`;
  const count = document.getElementById("tab-count");
  count.textContent = kinds.error + kinds.warning;
}

// A list's findings stand below the list.
function nearList(place, at) {
  if (!place.parentElement.classList.contains("list")) return [];
  const head = place.dataset.findings + "/";
  return [...at].filter(([address]) => address.startsWith(head)).flatMap(([, found]) => found);
}

// Opens what a field is in, and goes there.
function go(address) {
  view("form");
  const place = [address, `${address}/value`, `${address}/0`, owner(address)].map(boxOf).find(Boolean)
    ?? fields.querySelector(`[data-field="${CSS.escape(address)}"] input`);
  if (!place) return;
  for (let part = place.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  place.closest(".field")?.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
}

function view(which) {
  document.body.classList.remove("show-form", "show-sheet", "show-findings");
  document.body.classList.add(`show-${which}`);
  for (const button of document.querySelectorAll("[data-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === which));
  }
  if (which === "findings") document.getElementById("remarks").open = true;
  Sheet.fit();
}

function choose(clashes, batch) {
  const dialog = document.getElementById("clash");
  const rows = document.getElementById("clashes");
  rows.replaceChildren();
  const lost = new Set(clashes.map((one) => one.address));
  for (const [address, words] of batch) if (!lost.has(address) && !waiting.has(address)) waiting.set(address, words);
  let left = clashes.length;
  const done = (row) => {
    row.remove();
    left -= 1;
    if (left) return rows.querySelector("button")?.focus();
    dialog.close();
    settled().then(() => refresh());
    send();
  };
  for (const one of clashes) {
    const row = document.createElement("div");
    row.className = "clash";
    const name = boxOf(one.address)?.closest(".field")?.querySelector("label,legend")?.textContent ?? one.address;
    row.append(Object.assign(document.createElement("strong"), { textContent: name }));
    for (const [title, words, mine] of [["我刚写的", one.mine, true], ["文件里的", one.theirs, false]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: `用${title}` });
      button.addEventListener("click", () => {
        known.set(one.address, one.theirs);
        if (mine) waiting.set(one.address, one.mine);
        else {
          waiting.delete(one.address);
          const box = boxOf(one.address);
          if (box && !box.hasAttribute("data-tick")) box.value = one.theirs ?? "";
        }
        done(row);
      });
      row.append(Object.assign(document.createElement("p"), { textContent: `${title}：` }),
        Object.assign(document.createElement("blockquote"), { textContent: words ?? "（没有）" }), button);
    }
    rows.append(row);
  }
  say("等您选一种", "bad");
  if (!dialog.open) dialog.showModal();
}
document.getElementById("clash").addEventListener("cancel", (event) => event.preventDefault());

fields.addEventListener("submit", (event) => event.preventDefault());
fields.addEventListener("input", (event) => {
  const box = event.target;
  if (event.isComposing) return; // an input method is still at work
  if (box.dataset.words !== undefined) return change(box.dataset.words, box.value);
  if (box.hasAttribute("data-tick")) {
    const own = box.closest(".field").querySelector("[data-words]");
    own.hidden = !box.checked;
    return change(box.dataset.address, tickWords(box));
  }
  if (box.dataset.answer !== undefined) {
    const list = box.closest("fieldset");
    const kept = list.querySelector("[data-address]");
    kept.value = [...list.querySelectorAll("[data-answer]:checked")].map((one) => one.dataset.answer).join(", ");
    return change(kept.dataset.address, kept.value);
  }
  if (box.dataset.address === undefined) return;
  change(box.dataset.address, box.value);
  grow(box);
});
fields.addEventListener("compositionend", (event) => {
  const address = event.target.dataset.address ?? event.target.dataset.words;
  if (address === undefined) return;
  change(address, event.target.value);
  grow(event.target);
});

// The last line of a list is always a blank one.
function grow(box) {
  const line = box.closest(".list .line");
  if (!line || line.nextElementSibling?.classList.contains("line") || !box.value) return;
  const fresh = line.cloneNode(true);
  const input = fresh.querySelector("input");
  const steps = input.dataset.address.split("/");
  steps.push(String(Number(steps.pop()) + 1));
  input.dataset.address = steps.join("/");
  input.removeAttribute("id");
  input.value = "";
  line.after(fresh);
}

fields.addEventListener("click", async (event) => {
  const remove = event.target.closest("[data-remove]");
  const add = event.target.closest("[data-add]");
  if (remove) {
    await settled();
    change(remove.dataset.remove, null);
    await settled();
    await refresh();
  } else if (add) {
    const items = add.closest("[data-items]").dataset.items;
    await settled();
    await refresh();
    const section = fields.querySelector(`[data-items="${CSS.escape(items)}"]`);
    const fresh = section.querySelector(".fresh");
    fresh.hidden = false;
    fresh.querySelector("input,textarea,select").focus();
  }
});
fields.addEventListener("focusin", (event) => {
  const field = event.target.closest("[data-field]");
  for (const old of fields.querySelectorAll(".field.here")) old.classList.remove("here");
  if (!field) return;
  field.classList.add("here");
  const address = event.target.dataset.address ?? field.dataset.field;
  Sheet.mark(field.classList.contains("list") ? address : field.dataset.field);
});
Sheet.host.addEventListener("field", (event) => go(event.detail));
document.getElementById("undo").addEventListener("click", async () => {
  await settled();
  const [code, said] = await ask("/undo", {});
  if (code === 200) await refresh("已撤销上一步");
  else tell(said.message);
});
document.getElementById("print").addEventListener("click", () => window.print());
for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => view(button.dataset.show));
}
window.addEventListener("beforeunload", (event) => {
  if (waiting.size || sending) event.preventDefault();
});

// Another window or an editor may change the file: asked every two seconds while the page is seen.
setInterval(async () => {
  if (document.hidden || sending || waiting.size || document.getElementById("clash").open) return;
  try {
    const [code, said] = await ask("/state");
    if (sending || waiting.size) return;
    if (code === 200 && said.version !== version) await refresh("文件在别处改过，这一页已经更新");
    else if (code === 200 && status.classList.contains("bad") && notice.hidden) say("已存好");
    else if (code === 403) say("程序重新启动过，请用新的网址打开", "bad");
  } catch {
    say("没有连上程序；它还开着吗？", "bad");
  }
}, 2000);

learn();
ask("/preview").then(([code, said]) => {
  if (code === 200) shown(said);
  else tell(said.message);
});
