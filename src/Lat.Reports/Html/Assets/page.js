"use strict";
// Theme, navigation and lists that show one of several views. Without this script the page still shows all of its tables.
(() => {
  const root = document.documentElement;
  const themes = ["automatic", "light", "dark"];
  const button = document.getElementById("theme");
  let theme = 0;
  try { theme = Math.max(0, themes.indexOf(localStorage.getItem("lat-theme"))); } catch { /* A page from a file may have no storage. */ }

  function applyTheme() {
    if (theme === 0) delete root.dataset.theme; else root.dataset.theme = themes[theme];
    button.textContent = `Theme: ${themes[theme]}`;
    try { localStorage.setItem("lat-theme", themes[theme]); } catch { /* As above. */ }
    document.dispatchEvent(new CustomEvent("lat:redraw"));
  }

  button.hidden = false;
  button.addEventListener("click", () => { theme = (theme + 1) % themes.length; applyTheme(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new CustomEvent("lat:redraw")));
  applyTheme();

  for (const switcher of document.querySelectorAll(".switcher")) {
    const options = [...switcher.children];
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.append(`${switcher.dataset.label} `, select);
    for (const option of options) select.append(new Option(option.dataset.name));
    const show = () => {
      options.forEach((option, index) => { option.hidden = index !== select.selectedIndex; });
      document.dispatchEvent(new CustomEvent("lat:redraw"));
    };
    select.addEventListener("change", show);
    switcher.prepend(label);
    show();
  }

  const links = new Map([...document.querySelectorAll("nav a")].map(link => [link.hash.slice(1), link]));
  const mark = id => {
    for (const [name, link] of links) {
      if (name === id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
    const bar = document.querySelector("nav");
    const current = links.get(id);
    if (current && bar.scrollWidth > bar.clientWidth) bar.scrollLeft = current.offsetLeft - bar.clientWidth / 3;
  };
  const follow = () => {
    const sections = [...document.querySelectorAll("main > section")];
    const atEnd = innerHeight + scrollY >= document.body.scrollHeight - 4;
    const passed = sections.filter(section => section.getBoundingClientRect().top < innerHeight * 0.3);
    mark((atEnd ? sections.at(-1) : passed.at(-1) ?? sections[0]).id);
  };
  let waits = false;
  addEventListener("scroll", () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => { waits = false; follow(); });
  }, { passive: true });
  follow();
})();
