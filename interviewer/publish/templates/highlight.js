"use strict";
// A bonus: without it every figure tells the same.  What is chosen once stands out in all of them.
{
  const marked = [...document.querySelectorAll("[data-of]")];
  const names = one => one.dataset.of.split(";").filter(Boolean);
  const chosen = [];
  function highlight(name) {
    for (const one of marked) one.classList.toggle("lit", Boolean(name) && names(one).includes(name));
    for (const one of chosen) one.value = [...one.options].some(option => option.value === name) ? name : "";
  }
  for (const figure of document.querySelectorAll("figure")) {
    const found = [...figure.querySelectorAll("[data-of]")].flatMap(names);
    const several = new Set(found);
    if (several.size < 2) continue;
    const label = document.createElement("label");
    label.className = "highlight on-screen";
    label.textContent = "Framhev ";
    const select = document.createElement("select");
    select.append(new Option("ingen", ""), ...[...several].map(name => new Option(name, name)));
    select.addEventListener("change", () => highlight(select.value));
    label.append(select);
    figure.querySelector("details").before(label);
    chosen.push(select);
  }
}
