// The page of the report: kept apart in a shadow tree, so that its style and the window's do not meet.
import { reckon } from "./pages.js";

export const host = document.getElementById("sheet");
const root = host.attachShadow({ mode: "open" });
const style = new CSSStyleSheet();
style.replaceSync(`
  :host{display:block}
  .desk{position:relative;zoom:var(--zoom,1);width:210mm;max-width:100%;margin:0 auto}
  .sheet{cursor:default;margin:0}
  .marks{position:absolute;inset:0;pointer-events:none}
  .marks>div{position:absolute;left:0;right:0;border-top:1px dashed #9aa5b1;height:0}
  .marks>div::after{content:attr(data-page);position:absolute;right:2mm;top:.5mm;font:17px sans-serif;color:#5a6673;pointer-events:auto}
  mark[data-kind=gap]{background:#fdecea!important;color:#b3140f!important}
  [data-field]{cursor:pointer;border-radius:2px}
  [data-field]:hover{background:#e3effc}
  [data-field].here{background:#cfe4ff;box-shadow:0 0 0 2px #cfe4ff}
  @media print{.desk{zoom:1;width:auto;max-width:none}.marks{display:none}.sheet{width:auto!important;min-height:0!important;margin:0!important;padding:0!important;box-shadow:none!important}
    mark[data-kind=gap]{background:none!important}[data-field].here{background:none;box-shadow:none}}`);
const link = document.createElement("link");
link.rel = "stylesheet";
link.href = host.dataset.style;
const sheet = document.createElement("div");
sheet.className = "sheet";
sheet.lang = "zh-CN";
const marks = document.createElement("div");
marks.className = "marks";
marks.ariaHidden = "true";
const desk = document.createElement("div");
desk.className = "desk";
desk.append(sheet, marks);
root.append(link, desk);
root.adoptedStyleSheets = [style];
let marked = "";

export function fit() {
  const pane = getComputedStyle(host.parentElement);
  const wide = host.parentElement.clientWidth - parseFloat(pane.paddingLeft) - parseFloat(pane.paddingRight);
  const full = (210 / 25.4) * 96;
  if (wide > 0) desk.style.setProperty("--zoom", Math.min(1, wide / full).toFixed(3));
}
const pages = (count) => {
  document.getElementById("pages").textContent = `约 ${count} 页`;
};
new ResizeObserver(fit).observe(host.parentElement);

// Only blocks that changed are put in: what is read or marked elsewhere stays.
export function show(html) {
  const made = document.createElement("template");
  made.innerHTML = html;
  const fresh = [...made.content.children];
  fresh.forEach((block, at) => {
    const old = sheet.children[at];
    const source = block.outerHTML;
    if (old && old.source === source) return;
    for (const part of [block, ...block.querySelectorAll("[data-style]")]) {
      if (part.dataset.style) part.style.cssText = part.dataset.style;
    }
    block.source = source;
    if (old) old.replaceWith(block);
    else sheet.append(block);
  });
  while (sheet.children.length > fresh.length) sheet.lastElementChild.remove();
  mark(marked, false);
  reckon(sheet, marks, pages);
}

// Shows where a field stands in the report.
export function mark(address, scroll = true) {
  marked = address;
  for (const old of root.querySelectorAll(".here")) old.classList.remove("here");
  if (!address) return;
  let first = null;
  for (const part of root.querySelectorAll("[data-field]")) {
    if (part.dataset.field === address) {
      part.classList.add("here");
      first ??= part;
    }
  }
  if (scroll && first) first.scrollIntoView({ block: "nearest" });
}

// The fields of the placeholders, in the order of the page.
export const gaps = () => [...root.querySelectorAll("mark[data-kind=gap][data-field]")].map((one) => one.dataset.field);

root.addEventListener("click", (event) => {
  const part = event.target.closest("[data-field]");
  if (part) host.dispatchEvent(new CustomEvent("field", { detail: part.dataset.field }));
});
