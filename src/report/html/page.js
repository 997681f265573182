
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 64rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const groups = all(".group");
  let chosen = null;
  root.classList.add("js");

  const sectionOf = (element) => element.closest(".group");
  const shown = (section) => all(".card", section).filter((card) => !card.hidden);
  const marksOf = (card) => all(`.m[data-f~="${card.dataset.n}"]`, sectionOf(card));

  // Brings the first of some marks to a third of the height of its article.
  function bring(pane, mark) {
    const top = pane.scrollTop + mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    pane.scrollTo({ top, behavior: still.matches ? "auto" : "smooth" });
  }

  function choose(card, { scrollList = true } = {}) {
    if (chosen) {
      chosen.classList.remove("on");
      chosen.querySelector(".pick").removeAttribute("aria-current");
      for (const mark of all(".m.on")) {
        mark.classList.remove("on");
        mark.dataset.v = mark.dataset.own;
      }
    }
    chosen = card;
    if (!card) return;
    showGroup(groups.indexOf(sectionOf(card)));
    card.classList.add("on");
    card.querySelector(".pick").setAttribute("aria-current", "true");
    const marks = marksOf(card);
    for (const mark of marks) {
      // Words of several findings show the chosen one's verdict while it is chosen.
      mark.dataset.own = mark.dataset.v;
      mark.dataset.v = card.dataset.v;
      mark.classList.add("on");
    }
    if (wide.matches) {
      for (const pane of all("article", sectionOf(card))) {
        const mark = marks.find((m) => pane.contains(m));
        if (mark) bring(pane, mark);
      }
    }
    if (scrollList) card.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
  }

  function showGroup(number) {
    if (groups.length < 2 || !groups[number]) return;
    groups.forEach((group, at) => { group.hidden = at !== number; });
    document.querySelector(".groups select").value = String(number);
  }

  function filter() {
    const wanted = new Set(all(".filter input:checked").map((box) => box.value));
    for (const card of all(".card")) card.hidden = !wanted.has(card.dataset.v);
    const kept = chosen && !chosen.hidden ? chosen : null;
    choose(null);
    for (const section of groups) {
      const cards = new Map(all(".card", section).map((card) => [card.dataset.n, card]));
      for (const mark of all(".m", section)) {
        const first = mark.dataset.f.split(" ").map((n) => cards.get(n)).find((card) => !card.hidden);
        mark.classList.toggle("off", !first);
        mark.tabIndex = first ? 0 : -1;
        if (first) {
          mark.dataset.v = first.dataset.v;
          mark.setAttribute("href", "#" + first.id);
        }
      }
    }
    if (kept) choose(kept);
  }

  // A card that a link names: itself, or the one whose words it names.
  function named(hash) {
    const id = /^#(g\d+f\d+)(s\d+)?$/.exec(hash);
    return id && document.getElementById(id[1]);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) {
      const card = event.target.closest(".card");
      if (card && String(getSelection()) === "") choose(card, { scrollList: false });
      return;
    }
    if (link.matches(".m")) {
      event.preventDefault();
      if (link.classList.contains("off")) return;
      // A second click goes on to the next finding of the same words.
      const cards = shown(sectionOf(link)).filter((card) => link.dataset.f.split(" ").includes(card.dataset.n));
      choose(cards[(cards.indexOf(chosen) + 1) % cards.length]);
      return;
    }
    const card = named(link.getAttribute("href"));
    if (!card) return;
    if (card.hidden) {
      all(`.filter input[value="${card.dataset.v}"]`).forEach((box) => { box.checked = true; });
      filter();
    }
    const words = link.matches(".place") || link.matches("td .to");
    if (wide.matches || !words) event.preventDefault();
    choose(card, { scrollList: wide.matches || !words });
  });

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return choose(null);
    const list = event.target.closest(".cards");
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!list || !step) return;
    event.preventDefault();
    const cards = shown(sectionOf(list));
    const card = cards[Math.min(Math.max(cards.indexOf(event.target.closest(".card")) + step, 0), cards.length - 1)];
    if (!card) return;
    card.querySelector(".pick").focus();
    choose(card);
  });

  all(".filter input").forEach((box) => box.addEventListener("change", filter));
  all(".groups select").forEach((list) => list.addEventListener("change", () => showGroup(Number(list.value))));
  document.querySelector(".theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  filter();
  showGroup(0);
  const card = named(location.hash);
  if (card) choose(card);
})();
