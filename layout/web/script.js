// What only script can do: copy a link or a text, and say which chapter the reader is in.
"use strict";
for (const button of document.querySelectorAll("button.copy")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  const words = button.textContent;
  button.addEventListener("click", async () => {
    const what = button.dataset.copy;
    const text = what.startsWith("#") ? location.href.replace(/#.*/, "") + what : what;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return;
    }
    button.textContent = button.dataset.done;
    document.getElementById("said").textContent = button.dataset.done;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
const menu = document.querySelector("details.menu");
if (menu) {
  menu.addEventListener("click", (event) => {
    if (event.target.closest("a")) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
const links = new Map();
for (const link of document.querySelectorAll(".bar a[href^='#']")) {
  const at = document.getElementById(link.hash.slice(1));
  if (at) links.set(at, [...(links.get(at) || []), link]);
}
if ("IntersectionObserver" in window) {
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) seen.add(entry.target); else seen.delete(entry.target);
    }
    const current = [...links.keys()].filter((at) => seen.has(at)).pop();
    for (const [at, all] of links) {
      for (const link of all) {
        if (at === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
  }, {rootMargin: "-30% 0px -65% 0px"});
  for (const at of links.keys()) observer.observe(at);
}
