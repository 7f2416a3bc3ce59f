"use strict";
{
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const main = document.querySelector("main"), svg = document.querySelector("svg.links");
  const filters = document.querySelector(".filters"), columns = all(".column");
  const linksOf = (sentence) => sentence.dataset.links.split(" ");
  const sentences = all("a.sentence"), rows = new Map(all("tr[data-link]").map((row) => [row.dataset.link, row]));
  const ends = new Map();
  for (const sentence of sentences)
    for (const link of linksOf(sentence)) ends.set(link, [...(ends.get(link) ?? []), sentence]);
  const shown = (link) => !rows.get(link).hidden;
  const paths = new Map();

  // The curves: one for each match, from the first of its sentences in one column to that in the other.
  function place(sentence) {
    const box = main.getBoundingClientRect(), line = sentence.getClientRects()[0];
    const column = sentence.closest(".column"), edges = column.getBoundingClientRect();
    return {
      number: columns.indexOf(column), y: line.top + line.height / 2 - box.top,
      left: edges.left - box.left + main.scrollLeft, right: edges.right - box.left + main.scrollLeft,
    };
  }
  function draw() {
    svg.setAttribute("width", main.scrollWidth);
    svg.setAttribute("height", main.scrollHeight);
    for (const [link, found] of ends) {
      const places = found.map(place), first = places[0];
      const last = places.find((other) => other.number !== first.number);
      if (!last) continue;
      if (!paths.has(link)) {
        const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
        paths.set(link, svg.appendChild(path));
      }
      const middle = (first.right + last.left) / 2;
      const path = paths.get(link);
      path.setAttribute("d", `M${first.right} ${first.y}C${middle} ${first.y} ${middle} ${last.y} ${last.left} ${last.y}`);
      path.classList.toggle("far", last.number - first.number > 1);
      path.classList.toggle("differs", "differs" in rows.get(link).dataset);
      path.style.display = shown(link) ? "" : "none";
    }
  }

  // Pointing at a sentence, a note or a row of the table lights all that belongs to it.
  function light(element) {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    const sentence = element?.closest("a.sentence"), row = element?.closest("tr[data-link]");
    const links = sentence ? linksOf(sentence) : row ? [row.dataset.link] : [];
    for (const link of links.filter(shown)) {
      paths.get(link)?.classList.add("lit");
      for (const end of ends.get(link) ?? []) end.classList.add("lit");
    }
    const note = element?.closest("[data-notes]");
    if (note)
      for (const name of note.dataset.notes.split(" "))
        for (const other of all(`[data-notes~="${name}"]`)) other.classList.add("lit");
  }
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, (event) => light(event.target));

  // A filter hides; what was hidden is neither lit nor drawn.
  function filter() {
    const chosen = new FormData(filters), kinds = chosen.getAll("kind"), tag = chosen.get("tag") ?? "";
    for (const row of rows.values())
      row.hidden = !kinds.includes(row.dataset.kind) || (chosen.has("differing") && !("differs" in row.dataset));
    for (const sentence of sentences) sentence.classList.toggle("off", !linksOf(sentence).some(shown));
    const under = (tags) => !tag || tags.split(" ").some((one) => `${one}/`.startsWith(`${tag}/`));
    const kept = new Set();
    for (const note of all(".note")) {
      note.hidden = !under(note.dataset.tags);
      if (!note.hidden) kept.add(note.dataset.notes);
    }
    for (const words of all("span[data-notes]"))
      words.classList.toggle("dull", !words.dataset.notes.split(" ").some((name) => kept.has(name)));
    draw();
  }
  filters.hidden = false;
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.reset();
  new ResizeObserver(draw).observe(main);
  draw();
}
