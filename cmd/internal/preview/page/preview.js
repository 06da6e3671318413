// Shows the edition that the server tells of. The address says what is shown: #screen/7 is the view and
// the number of the leaf. Nothing is put on the screen before all of it is there.
"use strict";
const $ = (id) => document.getElementById(id);
const VIEWS = ["screen", "print", "booklet", "web"];
const view = {name: "screen", at: 0, zoom: 1, spread: true, inks: "cmyk", ...JSON.parse(sessionStorage.view || "{}")};
let now = null; // the edition that is shown
let words = {}; // what the page itself says, in the language of the report
let pictures = new Map(); // SVG by id and inks
let shown = []; // the leaves in sight: {leaf, node, key}

const remember = () => { sessionStorage.view = JSON.stringify({zoom: view.zoom, spread: view.spread}); };
const parts = (place) => place.match(/^(.*):(\d+):(\d+)$/).slice(1);
const make = (name, props, ...inside) => {
  const node = Object.assign(document.createElement(name), props);
  node.append(...inside);
  return node;
};
const count = (n, [one, more]) => `${n} ${n === 1 ? one : more}`;
const leaves = () => (now && now.views[view.name]) || [];
// The editor's address of a place in the content, "file:line:column".
function source(place) {
  const [file, line, column] = parts(place);
  const path = (now.root + "/" + file).replace(/^\//, "").split("/").map(encodeURIComponent).join("/");
  return now.editor.replace("{path}", path.replace("%3A", ":")).replace("{line}", line)
    .replace("{column}", column);
}

// Which leaves stand beside each other: the cover alone, then left and right pages.
function insight(at) {
  const all = leaves();
  if (all.length === 0) return [];
  const wide = $("stage").clientWidth > 700;
  if (!view.spread || !wide || view.name === "booklet" || at === 0) return [at];
  const left = at % 2 ? at : at - 1;
  return left + 1 < all.length ? [left, left + 1] : [left];
}

const inksOf = () => (view.name === "print" ? "-" + view.inks : "");
async function picture(key) {
  if (pictures.has(key)) return pictures.get(key);
  const answer = await fetch(`/picture/${key}.svg`);
  if (!answer.ok) throw new Error(`${key}: ${answer.status}`);
  pictures.set(key, await answer.text());
  return pictures.get(key);
}

// Ids inside a picture are made its own: two pictures in a page may have the same.
let copies = 0;
function drawn(text) {
  const own = `p${++copies}-`;
  const svg = new DOMParser().parseFromString(text.replace(/\bid="|url\(#/g, (m) => m + own), "image/svg+xml");
  return document.importNode(svg.documentElement, true);
}

// Shows the leaves of the address, when their pictures are there.
let showing = 0;
async function show(before) {
  const turn = ++showing;
  if (view.name === "web") return showWeb();
  const all = leaves();
  view.at = Math.max(0, Math.min(view.at, all.length - 1));
  const at = insight(view.at);
  const texts = await Promise.all(at.map((i) => picture(all[i].id + inksOf()))).catch(() => null);
  if (turn !== showing || !texts) return; // something newer is on its way
  document.body.classList.remove("framed");
  const old = shown;
  shown = at.map((i, n) => {
    const key = all[i].id + inksOf();
    if (old[n] && old[n].key === key) return {...old[n], leaf: all[i], at: i};
    const node = make("div", {className: "leaf", role: "group", ariaLabel: `${words.page} ${all[i].label}`}, drawn(texts[n]));
    return {leaf: all[i], at: i, node, key, text: texts[n], was: old[n]};
  });
  const nodes = shown.map((s) => s.node);
  if (nodes.length !== $("spread").childNodes.length || nodes.some((n, i) => n !== $("spread").childNodes[i])) {
    $("spread").replaceChildren(...nodes);
  }
  size();
  for (const s of shown) mark(s, before);
  listSources(), currentThumb();
}

function showWeb() {
  document.body.classList.add("framed");
  shown = [];
  const address = `/web/${now.version}/index.html`;
  const old = $("web");
  if (old && old.dataset.version === String(now.version)) return;
  const frame = make("iframe", {id: old ? "" : "web", src: address, title: words.web});
  frame.dataset.version = now.version;
  frame.addEventListener("load", () => {
    if (!old) return;
    frame.contentWindow.scrollTo({top: old.contentWindow.scrollY, behavior: "instant"});
    old.remove();
    frame.id = "web";
    frame.classList.remove("coming");
  });
  if (!old) return $("spread").replaceChildren(frame);
  frame.classList.add("coming");
  $("spread").append(frame);
}

// Makes leaves as large as the room lets them be, times the zoom.
function size() {
  const stage = $("stage"), style = getComputedStyle(stage), gap = 22;
  const wide = stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const high = stage.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  const across = shown.reduce((sum, s) => sum + s.leaf.w, 0);
  const scale = view.zoom * Math.min((wide - gap * (shown.length - 1)) / across,
    wide > 500 ? high / Math.max(...shown.map((s) => s.leaf.h)) : Infinity);
  for (const s of shown) {
    s.node.style.width = `${s.leaf.w * scale}px`;
    s.node.style.height = `${s.leaf.h * scale}px`;
    s.areas = null;
    for (const b of s.node.querySelectorAll(".box")) position(s, b);
  }
}

// Where the things of each origin lie on a leaf, in shares of its size.
function areas(s) {
  if (s.areas) return s.areas;
  const page = s.node.getBoundingClientRect(), all = [];
  for (const g of s.node.querySelectorAll("[data-o]")) {
    const r = g.getBoundingClientRect();
    if (r.width === 0 || r.height === 0) continue;
    all.push({origin: g.dataset.o, g, x: (r.left - page.left) / page.width, y: (r.top - page.top) / page.height,
      w: r.width / page.width, h: r.height / page.height});
  }
  return (s.areas = all);
}

function box(s, area, kind) {
  const b = make("div", {className: "box " + kind});
  b.area = area;
  position(s, b);
  s.node.append(b);
  return b;
}

function position(s, b) {
  const {x, y, w, h} = b.area, more = 3;
  const width = parseFloat(s.node.style.width), height = parseFloat(s.node.style.height);
  b.style.left = `${x * width - more}px`;
  b.style.top = `${y * height - more}px`;
  b.style.width = `${w * width + 2 * more}px`;
  b.style.height = `${h * height + 2 * more}px`;
}

// What a group shows, without where it stands: paragraphs that only moved have not changed.
const look = (g) => g.innerHTML.replace(/ (x|y|data-o|transform|clip-path)="[^"]*"/g, "").replace(/d="m-?[\d.]+[ -][\d.]+/g, "");

// Marks what is wrong on a leaf, and for two seconds what has changed.
function mark(s, before) {
  for (const b of s.node.querySelectorAll(".box:not(.changed)")) b.remove();
  if (view.name === "screen") {
    for (const p of now.problems) {
      if (p.page !== s.at) continue;
      for (const a of areas(s)) if (a.origin === p.at) box(s, a, p.severity);
    }
  }
  if (!before || !s.was || s.was.at !== s.at && s.was.leaf.label !== s.leaf.label) return;
  const had = new Set([...s.was.node.querySelectorAll("[data-o]")].map(look));
  s.was = null;
  for (const a of areas(s)) {
    if (had.has(look(a.g))) continue;
    const b = box(s, a, "changed");
    setTimeout(() => b.remove(), 2000);
  }
}

// The place in the content that a point on a leaf comes from: the smallest thing there.
function under(event) {
  const s = shown.find((one) => one.node.contains(event.target));
  if (!s || !now) return null;
  const hit = event.target.closest("[data-o]");
  const page = s.node.getBoundingClientRect();
  const x = (event.clientX - page.left) / page.width, y = (event.clientY - page.top) / page.height;
  let best = null;
  for (const a of areas(s)) {
    if (a.g === hit) return {s, area: a};
    const inside = x >= a.x && x <= a.x + a.w && y >= a.y && y <= a.y + a.h;
    if (inside && (!best || a.w * a.h < best.w * best.h)) best = a;
  }
  return best && {s, area: best};
}

function hover(event) {
  const at = under(event), tip = $("tip");
  for (const b of document.querySelectorAll(".box.hover")) b.remove();
  tip.hidden = !at;
  if (!at) return;
  box(at.s, at.area, "hover");
  const [file, line] = parts(at.area.origin);
  tip.textContent = `${file}:${line}`;
  tip.href = source(at.area.origin);
  tip.style.left = `${Math.min(event.clientX + 12, innerWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(event.clientY + 16, innerHeight - tip.offsetHeight - 8)}px`;
}

function listSources() {
  const items = [], seen = new Set();
  for (const s of shown) {
    for (const a of areas(s)) {
      if (seen.has(a.origin)) continue;
      seen.add(a.origin);
      const [file, line] = parts(a.origin);
      const said = a.g.textContent.replace(/\s+/g, " ").trim().slice(0, 40);
      items.push(make("li", {}, make("a", {href: source(a.origin)}, `${file.split("/").pop()}:${line}`), " " + said));
    }
  }
  $("sources").replaceChildren(...items);
}

// Thumbnails are drawn when they come near to being seen.
const near = new IntersectionObserver((entries) => {
  for (const e of entries) if (e.isIntersecting) fill(e.target);
}, {root: $("thumbs"), rootMargin: "600px"});

async function fill(thumb) {
  const key = thumb.dataset.id;
  if (thumb.dataset.has === key) return;
  const text = await picture(key).catch(() => null);
  if (!text || thumb.dataset.id !== key) return;
  thumb.dataset.has = key;
  thumb.replaceChildren(drawn(text));
}

function listThumbs() {
  const list = $("thumbs").firstElementChild;
  document.body.classList.toggle("booklet", view.name === "booklet");
  document.body.classList.toggle("print", view.name === "print");
  if (list.dataset.view !== view.name + inksOf()) {
    list.replaceChildren();
    list.dataset.view = view.name + inksOf();
  }
  const all = leaves();
  while (list.childNodes.length > all.length) list.lastChild.remove();
  while (list.childNodes.length < all.length) {
    const thumb = make("div", {className: "thumb", ariaHidden: "true"});
    list.append(make("li", {}, make("a", {}, thumb, make("span", {className: "vh"}), make("span"))));
    near.observe(thumb);
  }
  all.forEach((leaf, i) => {
    const link = list.childNodes[i].firstChild, [thumb, kind, label] = link.childNodes;
    link.href = `#${view.name}/${i + 1}`;
    label.textContent = leaf.label;
    kind.textContent = words.page + " ";
    thumb.style.aspectRatio = `${leaf.w} / ${leaf.h}`;
    const key = leaf.id + inksOf();
    if (thumb.dataset.id === key) return;
    thumb.dataset.id = key;
    near.unobserve(thumb);
    near.observe(thumb);
  });
  currentThumb();
}

function currentThumb() {
  [...$("thumbs").firstElementChild.childNodes].forEach((li, i) => {
    if (i !== view.at) return li.firstChild.removeAttribute("aria-current");
    if (li.firstChild.hasAttribute("aria-current")) return;
    li.firstChild.setAttribute("aria-current", "true");
    li.scrollIntoView({block: "nearest"});
  });
}

function listProblems() {
  const errors = now.problems.filter((p) => p.severity === "error").length, rest = now.problems.length - errors;
  const both = [errors && count(errors, words.errors), rest && count(rest, words.warnings)].filter(Boolean).join(", ");
  $("count").textContent = both || words.fine;
  if ($("said").textContent !== $("count").textContent) $("said").textContent = $("count").textContent;
  $("problems").replaceChildren(...now.problems.map((p, i) => {
    const place = `${p.file}:${p.line}:${p.column}`, where = [];
    if (p.page >= 0) {
      const label = now.views.screen[p.page].label;
      where.push(" · ", make("a", {href: `#screen/${p.page + 1}`}, `${words.page} ${label}`));
    }
    where.push(` · ${p.file.split("/").pop()}, ${words.line} ${p.line}`);
    const item = make("li", {id: `problem-${i + 1}`, className: p.severity, tabIndex: -1},
      make("div", {}, make("b", {}, p.severity === "error" ? words.error : words.warning), ...where));
    if (p.words.join("").trim()) item.append(make("code", {}, p.words[0], make("mark", {}, p.words[1]), p.words[2]));
    for (const said of [p.text, p.hint]) if (said) item.append(make("p", {}, said));
    const act = make("p", {className: "act"}, make("a", {href: source(place), className: "open"}, words.open));
    if (p.fix) {
      const button = make("button", {type: "button"}, `${words.copy} ${p.fix}`);
      button.onclick = async () => {
        await navigator.clipboard.writeText(p.fix);
        button.textContent = words.copied;
      };
      act.append(button);
    }
    item.append(act);
    return item;
  }));
  $("help").textContent = (now.stale ? (leaves().length ? words.stale : words.none) + " " : "") + words.help;
  document.body.classList.toggle("stale", now.stale);
  document.body.classList.toggle("wrong", errors > 0);
  $("state").textContent = [`${words.updated} ${Math.round(now.took)} ${words.ms}`,
    count(now.views.screen ? now.views.screen.length : 0, words.pageCount), both].filter(Boolean).join(" · ");
  $("title").textContent = now.title.replace(/\u00ad/g, "") || "rapport";
  document.title = `${errors ? "● " : ""}${$("title").textContent} – rapport`;
}

// The tools of a view, and the tabs.
function listTools() {
  document.documentElement.lang = now.language || "nb";
  words = now.words;
  for (const node of document.querySelectorAll("[data-label]")) node.ariaLabel = words[node.dataset.label];
  $("sources-title").textContent = words.sources;
  $("keys-label").textContent = words.keys;
  $("views").replaceChildren(...VIEWS.filter((v) => (now.views[v === "web" ? "screen" : v] || []).length).map((v) => {
    const link = make("a", {href: v === "web" ? "#web" : `#${v}/${elsewhere(v) + 1}`}, words[v]);
    if (v === view.name) link.ariaCurrent = "page";
    return link;
  }));
  if (view.name === "web") return $("tools").replaceChildren();
  const button = (text, label, onclick) => make("button", {type: "button", onclick, ariaLabel: label}, text);
  const tools = [button("−", words.zoomOut, () => zoom(1 / 1.25)), button("+", words.zoomIn, () => zoom(1.25)),
    button(words.fit, words.fit, () => zoom(0))];
  if (view.name !== "booklet") {
    const act = () => { view.spread = !view.spread; remember(); listTools(); show(); };
    tools.push(make("button", {type: "button", onclick: act}, view.spread ? words.single : words.spread));
  }
  if (view.name === "print") {
    const inks = ["c", "m", "y", "k"].map((ink) => {
      const input = make("input", {type: "checkbox", checked: view.inks.includes(ink)});
      input.onchange = () => {
        view.inks = ["c", "m", "y", "k"].filter((i) => (i === ink ? input.checked : view.inks.includes(i))).join("");
        listThumbs();
        show();
      };
      return make("label", {}, input, " " + words[ink]);
    });
    tools.push(make("div", {role: "group", ariaLabel: words.inks}, ...inks));
  }
  $("tools").replaceChildren(...tools);
}

// Where what one looks at is in another view.
function elsewhere(name) {
  const all = (now.views[name] || []).length, here = leaves().length;
  if (name === view.name) return view.at;
  if (name !== "booklet" && view.name !== "booklet") return Math.min(view.at, all - 1);
  const label = here && leaves()[view.at].label.split(" | ")[0];
  const at = (now.views[name] || []).findIndex((l) => l.label.split(" | ").includes(label));
  return Math.max(0, at);
}

function zoom(by) {
  const stage = $("stage");
  const x = (stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth;
  const y = (stage.scrollTop + stage.clientHeight / 2) / stage.scrollHeight;
  view.zoom = by ? Math.max(0.5, Math.min(8, view.zoom * by)) : 1;
  remember(), size();
  stage.scrollTo(x * stage.scrollWidth - stage.clientWidth / 2, y * stage.scrollHeight - stage.clientHeight / 2);
}

function go(at) { // at once, and not when the address tells: another key may come before it does
  view.at = Math.max(0, Math.min(at, leaves().length - 1));
  location.hash = `${view.name}/${view.at + 1}`;
}

// Reads the address.
function route() {
  const m = location.hash.match(/^#(screen|print|booklet|web)(?:\/(\d+))?$/);
  if (m) [view.name, view.at] = [m[1], m[2] ? m[2] - 1 : 0];
}

// Where a leaf has come to lie: where its words are now, or else as far from a neighbour as it was.
function moved(at, old, all) {
  if (!old[at] || (all[at] && all[at].key === old[at].key)) return at;
  const once = (list) => {
    const seen = new Map();
    list.forEach((l, i) => seen.set(l.key, seen.has(l.key) ? -1 : i));
    return seen;
  };
  const before = once(old), after = once(all);
  for (let far = 0; far < old.length; far++) {
    for (const i of [at - far, at + far]) {
      if (!old[i] || before.get(old[i].key) !== i || !(after.get(old[i].key) >= 0)) continue;
      return Math.max(0, Math.min(after.get(old[i].key) + at - i, all.length - 1));
    }
  }
  return at;
}

async function take(edition) {
  if (now && edition.run !== now.run) return location.reload();
  const before = now;
  const old = leaves();
  now = edition;
  for (const [id, text] of Object.entries(edition.pictures || {})) pictures.set(id, text);
  if (!before) route();
  else if (view.name !== "web") {
    const at = moved(view.at, old, leaves());
    if (at !== view.at) {
      view.at = at;
      history.replaceState(null, "", `#${view.name}/${at + 1}`);
    }
  }
  listTools();
  await show(before);
  if (now !== edition) return;
  listProblems();
  document.body.classList.remove("busy", "lost");
  document.documentElement.dataset.version = edition.version;
  requestAnimationFrame(() => setTimeout(() => {
    window.painted = {version: edition.version, at: performance.timeOrigin + performance.now()};
    listThumbs(), forget();
  }));
}

// Pictures of editions before are let go.
function forget() {
  const ids = new Set(Object.values(now.views).flat().map((l) => l.id));
  for (const key of pictures.keys()) if (!ids.has(key.split("-")[0])) pictures.delete(key);
}

// Listens to the server. A connection that has been silent for long, as after sleep, is made anew.
let events = null, heard = 0;
function listen() {
  if (events) events.close();
  heard = Date.now();
  events = new EventSource("/events");
  events.onmessage = (e) => { heard = Date.now(); take(JSON.parse(e.data)); };
  events.addEventListener("building", (e) => {
    document.body.classList.toggle("busy", e.data === "true");
    if (e.data === "true") $("state").textContent = words.building;
    else if (now) listProblems();
  });
  events.addEventListener("beat", () => { heard = Date.now(); });
  events.onopen = () => { heard = Date.now(); document.body.classList.remove("lost"); };
  events.onerror = () => {
    document.body.classList.add("lost");
    $("state").textContent = words.lost;
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 500);
  };
}
const wake = () => { if (!document.hidden && Date.now() - heard > 25000) listen(); };
setInterval(wake, 5000);
addEventListener("online", listen);
// A browser has six connections to a server: a tab that nobody sees lets go of its own after a while.
let hiding = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(hiding);
  if (document.hidden) hiding = setTimeout(() => events.close(), 10000);
  else if (events.readyState === EventSource.CLOSED) listen();
  else wake();
});

addEventListener("hashchange", () => {
  const name = view.name;
  route();
  if (!now) return;
  if (name !== view.name) $("spread").replaceChildren();
  listTools();
  if (view.name !== "web") listThumbs();
  $("stage").scrollTo(0, 0);
  show();
});
new ResizeObserver(() => { if (now) { size(); show(); } }).observe($("stage"));
$("stage").addEventListener("pointermove", hover);
$("stage").addEventListener("pointerleave", () => { $("tip").hidden = true; });
$("stage").addEventListener("click", (event) => {
  const at = under(event);
  if (!at || !getSelection().isCollapsed) return;
  $("tip").href = source(at.area.origin);
  $("tip").click();
});
addEventListener("keydown", (event) => {
  if (!$("keys").checked || event.ctrlKey || event.metaKey || event.altKey || !now) return;
  if (event.target.closest("input, textarea, select")) return;
  const step = shown.length || 1;
  const act = {
    ArrowRight: () => go(view.at + step), PageDown: () => go(view.at + step), ArrowLeft: () => go(view.at - step),
    PageUp: () => go(view.at - step), Home: () => go(0), End: () => go(leaves().length - 1),
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(1 / 1.25), "0": () => zoom(0),
    e: () => firstProblem(),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

function firstProblem() {
  const i = now.problems.findIndex((p) => p.severity === "error");
  const p = now.problems[Math.max(i, 0)];
  if (!p) return;
  if (p.page >= 0) location.hash = `screen/${p.page + 1}`;
  const item = $(`problem-${Math.max(i, 0) + 1}`);
  item.classList.add("found");
  item.focus();
  item.scrollIntoView({block: "nearest"});
}

route();
listen();
