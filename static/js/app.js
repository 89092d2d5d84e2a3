// What HTML cannot do by itself: move focus to the error summary after a swap, and say when saving failed.
"use strict";

document.addEventListener("htmx:afterSwap", () => {
  document.querySelector(".error-summary")?.focus();
});

const notSaved = () => {
  const status = document.querySelector("[data-save-status]");
  if (status) status.textContent = "Not saved. Your answer is still here: press Save and continue.";
};
document.addEventListener("htmx:sendError", notSaved);
document.addEventListener("htmx:responseError", notSaved);
