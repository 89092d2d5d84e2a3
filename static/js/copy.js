// Copy buttons: without a script there are none, and the text can be selected or downloaded.
"use strict";

const PARTS = "h3,h4,h5,p,li,dt,dd";

const plain = (element) => {
  const copy = element.cloneNode(true);
  for (const br of copy.querySelectorAll("br")) br.replaceWith("\n");
  const lines = copy.textContent.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return (element.matches("li") ? "- " : "") + lines.filter(Boolean).join("\n");
};

const textOf = (element) =>
  [...element.querySelectorAll(PARTS)]
    .filter((part) => !part.querySelector(PARTS))
    .map(plain)
    .join("\n\n")
    .replaceAll("\n\n- ", "\n- ");

for (const row of document.querySelectorAll("[data-copy-from]")) {
  const button = document.createElement("button");
  const name = document.createElement("span");
  const status = document.createElement("span");
  button.type = "button";
  button.className = "btn quiet small";
  name.className = "vh";
  name.textContent = `: ${row.dataset.copyName}`;
  status.className = "meta";
  status.setAttribute("role", "status");
  button.append("Copy", name);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(textOf(document.getElementById(row.dataset.copyFrom)));
      status.textContent = "Copied";
    } catch {
      status.textContent = "Not copied. Select the text and copy it yourself";
    }
  });
  row.append(button, status);
}
