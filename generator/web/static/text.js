// The text of a form: which line the cursor is in, and the line that a mistake is told of.
const box = document.getElementById("words");
const at = document.getElementById("at");

const told = /第 (\d+) 行/.exec(box.dataset.trouble);
if (told) {
  const lines = box.value.split("\n");
  const line = Math.min(Number(told[1]), lines.length) - 1;
  const start = lines.slice(0, line).join("\n").length + (line ? 1 : 0);
  box.focus();
  box.setSelectionRange(start, start + lines[line].length);
  box.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(box).lineHeight));
}

function show() {
  at.textContent = `第 ${box.value.slice(0, box.selectionStart).split("\n").length} 行`;
}
document.addEventListener("selectionchange", show);
show();

let changed = false;
box.addEventListener("input", () => (changed = true));
box.form.addEventListener("submit", () => (changed = false));
window.addEventListener("beforeunload", (event) => {
  if (changed) event.preventDefault();
});
box.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "s") {
    event.preventDefault();
    box.form.requestSubmit();
  }
});
