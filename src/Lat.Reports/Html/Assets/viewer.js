"use strict";
// Images with their labels side by side. Everything that comes from data is set as text or attribute, never as markup.
(() => {
  const block = document.getElementById("viewer-data");
  if (!block) return;
  const { images, transfers } = JSON.parse(block.textContent);
  const get = id => document.getElementById(`viewer-${id}`);
  const origins = ["the dataset’s own", "pseudo-label", "transferred", "reviewed"];
  const agreements = ["", "shared", "not shared: another class there", "not shared: nothing there"];
  const state = { transfer: 0, item: 0, box: -1 };
  const svg = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const element = (name, text, attributes = {}) => {
    const node = document.createElement(name);
    if (text !== undefined) node.textContent = text;
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  for (const holder of document.querySelectorAll(".pictures")) {
    for (const image of images.filter(entry => entry.dataset === holder.dataset.dataset).slice(0, 3)) {
      holder.append(element("img", undefined, { src: image.src, alt: `${image.name} of ${image.dataset}`, loading: "lazy" }));
    }
  }

  const transfer = () => transfers[state.transfer];
  const item = () => transfer().items[state.item];
  const classesOf = panel => panel.source ? transfer().sourceClasses : transfer().targetClasses;
  // A class has one colour in both label spaces where they share its name.
  const colour = name => {
    const { targetClasses, sourceClasses } = transfer();
    const own = targetClasses.indexOf(name);
    const index = own >= 0 ? own : targetClasses.length + sourceClasses.indexOf(name);
    return `hsl(${Math.round((index * 137.508 + 45) % 360)} 88% 62%)`;
  };

  function isShown(panel, box) {
    const wanted = get("class").value;
    const agreement = get("agreement").value;
    if (wanted && wanted !== `${panel.source ? "s" : "t"}${box[4]}`) return false;
    if (box[5] < Number(get("score").value) - 1e-9) return false;
    return agreement === "" || (agreement === "differ" ? box[7] > 1 : box[7] === Number(agreement));
  }

  const words = (panel, box) =>
    `${classesOf(panel)[box[4]]} · score ${box[5].toFixed(2)} · ${origins[box[6]]}${box[7] ? ` · ${agreements[box[7]]}` : ""}`;

  const tip = element("div", "", { class: "tip", hidden: "" });
  document.body.append(tip);
  function hover(event, text) {
    tip.textContent = text;
    tip.hidden = false;
    tip.style.left = `${Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${Math.min(event.clientY + 14, innerHeight - tip.offsetHeight - 8)}px`;
  }

  let boxes = [];
  function choose(index) {
    boxes[state.box]?.node.classList.remove("chosen");
    state.box = boxes.length === 0 ? -1 : (index + boxes.length) % boxes.length;
    const chosen = boxes[state.box];
    chosen?.node.classList.add("chosen");
    get("status").textContent = chosen ? `${chosen.panel.name}: ${words(chosen.panel, chosen.box)} (box ${state.box + 1} of ${boxes.length})` : "No box is shown.";
  }

  function drawPanel(panel, image) {
    const shown = panel.boxes.filter(box => isShown(panel, box));
    const figure = element("figure", undefined, { class: "panel" });
    const caption = element("figcaption");
    caption.append(element("b", panel.source ? `${panel.name} (own labels)` : panel.name), element("span", `${shown.length} of ${panel.boxes.length} boxes`, { class: "muted" }));
    const canvas = svg("svg", { viewBox: `0 0 ${image.w} ${image.h}`, role: "img", "aria-label": `${panel.name}: ${shown.length} boxes on ${image.name}` });
    canvas.append(svg("image", { href: image.src, width: image.w, height: image.h, preserveAspectRatio: "none" }));
    for (const box of [...shown].sort((a, b) => (b[2] - b[0]) * (b[3] - b[1]) - (a[2] - a[0]) * (a[3] - a[1]))) {
      const at = { x: box[0], y: box[1], width: Math.max(0.5, box[2] - box[0]), height: Math.max(0.5, box[3] - box[1]), rx: 1 };
      const node = svg("g", { class: `box${box[7] > 1 ? " differs" : ""}` });
      node.style.setProperty("--box", colour(classesOf(panel)[box[4]]));
      node.append(svg("rect", { ...at, class: "halo" }), svg("rect", at));
      node.addEventListener("pointermove", event => hover(event, words(panel, box)));
      node.addEventListener("pointerleave", () => { tip.hidden = true; });
      const place = boxes.push({ node, panel, box }) - 1;
      node.addEventListener("click", () => choose(place));
      canvas.append(node);
    }
    figure.append(caption, canvas);
    return figure;
  }

  function draw() {
    const current = item();
    const image = images[current.image];
    boxes = [];
    state.box = -1;
    tip.hidden = true;
    get("title").textContent = `${image.name} · ${state.item + 1} of ${transfer().items.length} · ${current.differ} not shared · ${current.typical ? "chosen at even distance" : "chosen for its disagreements"}`;
    get("score-text").textContent = Number(get("score").value).toFixed(2);
    get("panels").replaceChildren(...current.panels.map(panel => drawPanel(panel, image)));
    get("status").textContent = boxes.length === 0 ? "No box passes the filters." : `${boxes.length} boxes shown.`;
    get("rows").replaceChildren(...boxes.map(({ panel, box }) => {
      const row = element("tr");
      row.append(element("th", panel.name, { scope: "row" }), element("td", classesOf(panel)[box[4]], { dir: "auto" }), element("td", box[5].toFixed(2), { class: "number" }),
        element("td", origins[box[6]]), element("td", agreements[box[7]] || "–"), element("td", box.slice(0, 4).map(value => value.toFixed(0)).join(", "), { class: "number" }));
      return row;
    }));
    [...get("thumbs").children].forEach((thumb, index) => thumb.setAttribute("aria-pressed", String(index === state.item)));
  }

  function show(index) {
    state.item = (index + transfer().items.length) % transfer().items.length;
    draw();
    const strip = get("thumbs");
    const thumb = strip.children[state.item];
    strip.scrollLeft = thumb.offsetLeft - strip.offsetLeft - strip.clientWidth / 2 + thumb.clientWidth / 2;
  }

  function open(index) {
    state.transfer = index;
    state.item = 0;
    const group = (label, classes, mark) => {
      const options = element("optgroup", undefined, { label });
      classes.forEach((name, place) => options.append(new Option(name, `${mark}${place}`)));
      return options;
    };
    const { source, target, sourceClasses, targetClasses, threshold, items } = transfer();
    get("class").replaceChildren(new Option("all", ""), group(`of ${target}`, targetClasses, "t"), group(`of ${source}`, sourceClasses, "s"));
    get("score").value = String(threshold);
    get("thumbs").replaceChildren(...items.map((entry, place) => {
      const image = images[entry.image];
      const button = element("button", undefined, { type: "button", "aria-label": `${image.name}, ${entry.differ} boxes not shared` });
      button.append(element("img", undefined, { src: image.src, alt: "" }), element("span", String(entry.differ), { "aria-hidden": "true" }));
      button.addEventListener("click", () => show(place));
      return button;
    }));
    draw();
  }

  transfers.forEach((entry, index) => get("transfer").append(new Option(`${entry.source} → ${entry.target}`, String(index))));
  get("transfer").addEventListener("change", event => open(Number(event.target.value)));
  for (const id of ["class", "agreement"]) get(id).addEventListener("change", draw);
  get("score").addEventListener("input", draw);
  get("previous").addEventListener("click", () => show(state.item - 1));
  get("next").addEventListener("click", () => show(state.item + 1));
  const step = by => {
    get("score").value = String(Number(get("score").value) + by);
    draw();
  };
  const keys = {
    ArrowLeft: () => show(state.item - 1), ArrowRight: () => show(state.item + 1),
    n: () => choose(state.box + 1), p: () => choose(state.box < 0 ? -1 : state.box - 1),
    d: () => { get("agreement").value = get("agreement").value === "differ" ? "" : "differ"; draw(); },
    "+": () => step(0.05), "=": () => step(0.05), "-": () => step(-0.05),
  };
  document.getElementById("viewer").addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || ["SELECT", "INPUT"].includes(event.target.tagName)) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.getElementById("viewer").hidden = false;
  open(0);
})();
