"use strict";
// A bonus: without it everything on the page can be read, and nothing of the form is shown.
{
  const form = document.getElementById("let");
  const told = document.getElementById("treff");
  const entries = [...document.querySelectorAll("article.entry")];
  const plain = words => words.toLocaleLowerCase("nb").normalize("NFC");
  const texts = new Map(entries.map(one => [one, plain(one.textContent)]));
  function find() {
    const sought = plain(form.elements.ord.value).split(/\s+/).filter(Boolean);
    const group = form.elements.gruppe.value, kind = form.elements.slag.value;
    for (const one of entries) {
      one.hidden = !(sought.every(word => texts.get(one).includes(word))
        && (!group || one.dataset.group === group) && (!kind || one.dataset.kind === kind));
    }
    for (const part of document.querySelectorAll("section.group")) {
      part.hidden = ![...part.querySelectorAll("article.entry")].some(one => !one.hidden);
    }
    const shown = entries.filter(one => !one.hidden).length;
    told.textContent = `Viser ${shown} av ${entries.length}.`;
  }
  form.addEventListener("input", find);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(find));
  form.hidden = false;
  find();
}
