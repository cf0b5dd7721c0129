// Every change is sent at once, one request at a time; what is on disk is what counts.
const main = document.getElementById("main");
const status = document.getElementById("status");
const notice = document.getElementById("notice");
const base = `/form/${encodeURIComponent(main.dataset.name)}`;
const csrf = document.querySelector('meta[name="csrf"]').content;
const news = new EventTarget(); // shown: what the server said of the form; merged; clash
const known = new Map(); // what the file says, by address; null: not there
let version = main.dataset.version;
let waiting = new Map(); // what the clerk typed since
let sent = new Map(); // what is on its way
const unanswered = new Map(); // by address, words that went out and may be in the file: no answer came
let sending = false;
let again = 0;
let oneByOne = 0; // so many edits go out alone: one of them was refused
let refused = false;

const tellOf = (name, detail) => news.dispatchEvent(new CustomEvent(name, { detail }));
const open = () => document.getElementById("clash").open;
export const on = (name, listener) => news.addEventListener(name, (event) => listener(event.detail));
export const isBusy = () => sending || waiting.size > 0;
export const isAt = (other) => other === version;
export const typed = (address) => waiting.get(address);
export const isTyped = (address) => waiting.has(address);
export const learn = (address, words) => known.set(address, words);

export function say(words, kind = "") {
  if (status.textContent !== words) status.textContent = words;
  status.className = kind;
}

export function tell(words) {
  notice.textContent = words;
  notice.hidden = !words;
}

export async function ask(path, body) {
  const answer = await fetch(base + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-Csrf": csrf },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = answer.headers.get("Content-Type")?.startsWith("application/json");
  return [answer.status, json ? await answer.json() : await answer.text()];
}

export function at(now) {
  version = now;
}

export function change(address, words) {
  waiting.set(address, words);
  say("正在保存…", "busy");
  clearTimeout(again);
  again = setTimeout(send, 15);
}

// After a choice between two versions: the file's words are known, mine go out or are forgotten.
export function chosen(address, theirs, mine) {
  known.set(address, theirs);
  if (mine === undefined) waiting.delete(address);
  else waiting.set(address, mine);
}

export async function send() {
  if (sending || !waiting.size) return;
  sending = true;
  const batch = oneByOne ? new Map([waiting.entries().next().value]) : waiting;
  waiting = oneByOne ? new Map([...waiting].slice(1)) : new Map();
  oneByOne = Math.max(0, oneByOne - 1);
  const edits = editsOf(batch);
  sent = batch;
  try {
    const [code, said] = await ask("/edit", { version, edits });
    if (code === 200) {
      for (const [address, words] of batch) {
        known.set(address, words);
        unanswered.delete(address);
      }
      took(said);
    } else if (code === 409 && said.clashes) {
      const own = said.clashes.filter((one) => unanswered.get(one.address)?.has(one.theirs));
      for (const one of own) known.set(one.address, one.theirs);
      const clashes = said.clashes.filter((one) => !own.includes(one));
      const lost = new Set(clashes.map((one) => one.address));
      for (const [address, words] of batch) if (!lost.has(address) && !waiting.has(address)) waiting.set(address, words);
      if (clashes.length) {
        say("等您选一种", "bad");
        tellOf("clash", clashes);
      }
    } else if (code === 422 && batch.size > 1) {
      waiting = new Map([...batch, ...waiting]);
      oneByOne = waiting.size;
    } else {
      refuse(said);
    }
  } catch {
    // Nothing is lost: what was not saved goes out again, newer words first.
    waiting = new Map([...batch, ...waiting]);
    for (const [address, words] of batch) unanswered.set(address, new Set(unanswered.get(address)).add(words));
    say("没有连上程序，未保存的改动留在这一页，正在重试…", "bad");
    again = setTimeout(send, 800);
    sending = false;
    return;
  }
  sending = false;
  if (waiting.size) send();
  else if (!refused && !open()) say("已存好");
  if (!sending) refused = false;
}

const editsOf = (batch) => [...batch].map(([address, words]) => ({ address, was: known.get(address) ?? null, words }));

function took(said) {
  version = said.version;
  tellOf("shown", said);
  if (!refused) tell("");
  say("正在保存…", "busy");
  if (said.merged) tellOf("merged");
}

function refuse(said) {
  refused = true;
  say("有一栏没有存上", "bad");
  tell(`没有存上：${said.message ?? "程序没有收下"}${said.hint ? "（" + said.hint + "）" : ""}`);
}

// A change of a list, or a step back: alone, after all that was typed; whether it was done.
export async function doAlone(path, body) {
  await settled();
  sending = true;
  say("正在保存…", "busy");
  try {
    const [code, said] = await ask(path, { version, ...body });
    if (code === 200) took(said);
    else tell(said.message + (said.hint ? `（${said.hint}）` : ""));
    say("已存好");
    return code === 200;
  } catch {
    say("没有连上程序；它还开着吗？", "bad");
    return false;
  } finally {
    sending = false;
    if (waiting.size) send();
  }
}

export async function settled() {
  while (sending || waiting.size) await new Promise((done) => setTimeout(done, 20));
}

// The page goes away: what still waits goes out with it.
window.addEventListener("pagehide", () => {
  if (!waiting.size) return;
  for (const [address, words] of sending ? sent : []) known.set(address, words);
  const headers = { "Content-Type": "application/json", Accept: "application/json", "X-Csrf": csrf };
  const body = JSON.stringify({ version, edits: editsOf(waiting) });
  fetch(`${base}/edit`, { method: "POST", headers, body, keepalive: true }).catch(() => {});
});

window.addEventListener("beforeunload", (event) => {
  if (isBusy()) event.preventDefault();
});

// Another window or an editor may change the file: asked every two seconds while the page is seen.
setInterval(async () => {
  if (document.hidden || isBusy() || open()) return;
  try {
    const [code, said] = await ask("/state");
    if (isBusy()) return;
    if (code === 200 && said.version !== version) tellOf("elsewhere");
    else if (code === 200 && status.classList.contains("bad") && notice.hidden) say("已存好");
    else if (code === 403) say("程序重新启动过，请用新的网址打开", "bad");
  } catch {
    say("没有连上程序；它还开着吗？", "bad");
  }
}, 2000);
