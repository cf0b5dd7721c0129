// Looking for a figure that a highlight or a point gives, and putting it in; what no form knows goes into the words.
import * as saving from "./saving.js";
import { boxOf, fieldOf, fields, go, split } from "./fields.js";

let asked = 0;

const made = (name, more = {}) => Object.assign(document.createElement(name), more);

fields.addEventListener("input", async (event) => {
  const box = event.target.closest(".pick > input");
  if (!box || event.isComposing) return;
  const words = box.value.trim();
  const list = box.nextElementSibling;
  const mine = (asked += 1);
  if (!words) return void (list.hidden = true);
  const [code, said] = await saving.ask(`/indicators?words=${encodeURIComponent(words)}`);
  if (code !== 200 || mine !== asked) return;
  list.replaceChildren(...said.found.map((one) => hit(box, one)));
  if (said.more) list.append(made("li", { className: "quiet", textContent: `还有 ${said.more} 个，再写一两个字就找得到` }));
  if (box.closest(".data").dataset.own) list.append(ownWords(box, words));
  list.hidden = false;
});

function hit(box, one) {
  const item = made("li");
  const button = made("button", { type: "button", textContent: one.label });
  button.append(made("small", { textContent: `${one.theme}　${one.said}` }));
  button.addEventListener("click", () => put(box, one.id));
  item.append(button);
  return item;
}

async function put(box, id) {
  const data = box.closest(".data");
  const address = `${data.dataset.data}/${id}`;
  const close = () => {
    box.value = "";
    box.nextElementSibling.hidden = true;
  };
  close();
  if (fieldOf(address)) return go(address);
  const figure = await split(address, (fresh) => {
    const held = made("div", { className: "held" });
    const name = fresh.querySelector("legend").textContent;
    const remove = made("button", { type: "button", className: "quiet", textContent: `去掉“${name}”` });
    remove.dataset.remove = address;
    held.append(fresh, remove);
    data.querySelector(".numbers").append(held);
  });
  figure?.querySelector("input").focus();
}

// 做了什么 + 数 + 单位, as a sentence of the words beside.
function ownWords(box, words) {
  const item = made("li", { className: "own-words" });
  const target = boxOf(box.closest(".data").dataset.own);
  const name = target.closest(".field").querySelector("label").firstChild.textContent;
  const parts = [["做了什么", words], ["数", ""], ["单位", ""]].map(([label, value]) =>
    made("input", { value, placeholder: label, ariaLabel: label, autocomplete: "off" }));
  const button = made("button", { type: "button", textContent: `写进“${name}”` });
  const write = () => {
    const [what, number, unit] = parts.map((part) => part.value.trim());
    if (!what || !number) return (what ? parts[1] : parts[0]).focus();
    const before = target.value.trimEnd();
    target.value = `${before}${!before || /[。！？；]$/.test(before) ? "" : "。"}${what}${number}${unit}。`;
    target.dispatchEvent(new InputEvent("input", { bubbles: true }));
    box.value = "";
    box.nextElementSibling.hidden = true;
    target.focus();
  };
  button.addEventListener("click", write);
  item.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && event.target !== button) write();
  });
  item.append(made("span", { textContent: "表里没有的，自己写一句：" }), ...parts, button);
  return item;
}

fields.addEventListener("keydown", (event) => {
  const pick = event.target.closest(".pick");
  if (!pick || event.isComposing) return;
  const [box, list] = pick.children;
  const item = event.target.closest("li");
  const to = event.target === box
    ? { ArrowDown: list.querySelector("button"), Enter: list.querySelector("li > button") }[event.key]
    : { ArrowDown: item?.nextElementSibling?.querySelector("button,input"), ArrowUp: item?.previousElementSibling?.querySelector("button,input") ?? box }[event.key];
  if (event.key === "Escape") {
    list.hidden = true;
    box.focus();
  } else if (event.key === "Enter" && event.target === box) {
    event.preventDefault();
    if (!list.hidden) to?.click();
  } else if (to && event.key.startsWith("Arrow")) {
    event.preventDefault();
    to.focus();
  }
});

document.addEventListener("click", (event) => {
  for (const pick of fields.querySelectorAll(".pick")) if (!pick.contains(event.target)) pick.lastElementChild.hidden = true;
});
