// The list of forms: one box that ticks all, what is ticked, sorting, finding.
const rows = () => [...document.querySelectorAll("#shelf tbody tr")];
const box = (row) => row.querySelector('input[name="name"]');
const all = document.getElementById("all");
const filter = document.getElementById("filter");

function count() {
  const ticked = rows().filter((row) => box(row).checked).length;
  document.getElementById("ticked").textContent = ticked ? `勾了 ${ticked} 份` : "";
}

all?.addEventListener("change", () => {
  for (const row of rows()) if (!row.hidden) box(row).checked = all.checked;
  count();
});
document.getElementById("shelf")?.addEventListener("change", count);

filter?.addEventListener("input", () => {
  for (const row of rows()) {
    row.hidden = !row.querySelector("th").textContent.includes(filter.value.trim());
    if (row.hidden) box(row).checked = false;
  }
  count();
});
filter?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") event.preventDefault(); // it would draft
});

for (const button of document.querySelectorAll("[data-sort]")) {
  button.addEventListener("click", () => {
    const head = button.closest("th");
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.querySelectorAll("[aria-sort]")) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => row.querySelector(`[data-name="${button.textContent}"]`)?.dataset.key ?? "";
    const order = (a, b) => key(a).localeCompare(key(b), "zh-CN", { numeric: true }) * (down ? -1 : 1);
    document.querySelector("#shelf tbody").append(...rows().sort(order));
  });
}

// What last year's report tells need not be typed.
const last = document.getElementById("last");
last.addEventListener("change", () => {
  for (const id of ["unit", "level"]) document.getElementById(id).required = !last.files.length;
});

// What the rules of words say takes longer than the list: it is added form by form.
async function judge() {
  for (const row of rows()) {
    const cell = row.querySelector('[data-name="提醒"]');
    if (!cell) continue;
    const answer = await fetch(`/form/${encodeURIComponent(box(row).value)}/remarks`, { headers: { Accept: "application/json" } });
    if (!answer.ok) continue;
    const told = (await answer.json()).remarks.filter((one) => one.severity !== "info").length;
    const sum = Number(cell.dataset.key) + told;
    cell.dataset.key = sum;
    cell.replaceChildren(sum ? Object.assign(document.createElement("span"), { className: "count amber", textContent: sum }) : "0");
  }
  document.getElementById("shelf")?.setAttribute("data-judged", "");
}
judge().catch(() => {}); // the page was left, or the program ended
