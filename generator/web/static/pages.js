// Where pages are likely to end: rules over the sheet, reckoned in lines of the look when there is time for it. It is a
// guess (other fonts, a signature that is kept whole): the word processor's pages count.
let waiting = 0;
const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));

const rows = (sheet) => {
  const style = getComputedStyle(sheet);
  const body = sheet.querySelector(".body");
  const pitch = body ? parseFloat(getComputedStyle(body).lineHeight) : 0;
  const page = (297 / 25.4) * 96 - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  return { pitch, page: Math.floor((page + 1) / pitch) * pitch, top: parseFloat(style.paddingTop) };
};

// The first of the headings right above a block: they do not stay behind on the page before.
function headingAbove(block) {
  const before = block.previousElementSibling;
  return before?.matches("h2,h3,h4,h5") ? (headingAbove(before) ?? before) : null;
}

// Tops of pages from the second on, in pixels of the sheet, before it is zoomed.
function tops(sheet) {
  const { pitch, page, top } = rows(sheet);
  if (!(pitch > 0)) return [];
  const zoom = sheet.currentCSSZoom ?? 1;
  const start = sheet.getBoundingClientRect().top;
  const found = [];
  let end = top + page;
  for (const block of sheet.children) {
    const box = block.getBoundingClientRect();
    const [above, below] = [(box.top - start) / zoom, (box.bottom - start) / zoom];
    if (block.matches(".attachment") && above > top) {
      found.push(above);
      end = above + page;
    }
    while (below > end + pitch / 2 && found.length < 500) {
      const lines = Math.max(0, Math.floor((end - above + pitch / 4) / pitch));
      const row = [...block.querySelectorAll("tr")].find((one) => (one.getBoundingClientRect().bottom - start) / zoom > end);
      const to = row ? (row.getBoundingClientRect().top - start) / zoom : above + lines * pitch;
      // A row taller than a page is torn.
      if (to > (found.at(-1) ?? top)) end = Math.min(end, to);
      if (!lines) end = (headingAbove(block)?.getBoundingClientRect().top - start) / zoom || end;
      found.push(end);
      end += page;
    }
  }
  return found;
}

function draw(sheet, marks, said) {
  const found = tops(sheet);
  while (marks.children.length > found.length) marks.lastElementChild.remove();
  found.forEach((top, at) => {
    let mark = marks.children[at];
    if (!mark) {
      mark = document.createElement("div");
      mark.dataset.page = `约第 ${at + 2} 页`;
      mark.title = "按每页的行数估的，分页以 Word、WPS 里打开的为准";
      marks.append(mark);
    }
    mark.style.top = `${top}px`;
  });
  said(found.length + 1);
}

// Rules in `marks` for the sheet as it is now; `said` is told how many pages there seem to be.
export function reckon(sheet, marks, said) {
  cancel();
  waiting = setTimeout(() => idle(() => draw(sheet, marks, said)), 250);
}

const cancel = () => clearTimeout(waiting);
