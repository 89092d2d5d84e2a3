// What HTML cannot do by itself: try again when saving fails, say how saving goes, move focus after a swap, and tell
// times as the reader's clock has them.
"use strict";

const WAITS = [2, 5, 10, 30]; // seconds between tries; the last one stays
const SLOW = 1000; // milliseconds after which saving is worth a word

let failures = 0;
let nextTry = 0;
let slow = 0;
let again = null; // what to do when the network is back
let unsaved = null; // the form with a change that nobody has acknowledged
let sent = null; // the form and its turn that are on their way

const say = (words) => {
  const status = document.querySelector("[data-save-status]");
  if (status) status.textContent = words;
};

const settle = () => {
  clearTimeout(nextTry);
  clearTimeout(slow);
};

const turnOf = (form) => form?.querySelector?.("[data-turn]");

// A change on the page is one turn: the server drops a request that arrives after one of a later turn.
const count = ({ target }) => {
  const turn = turnOf(target.form);
  if (!turn) return;
  turn.value = Number(turn.value) + 1;
  unsaved = target.form;
};
document.addEventListener("change", count, true);
document.addEventListener("input", count, true);

const sendAgain = (form, sentBy) => {
  if (!form.isConnected) return;
  if (sentBy?.type === "submit") form.requestSubmit(sentBy.submitter);
  else htmx.trigger(form, "retry");
};

const notSaved = ({ detail }) => {
  settle();
  const form = detail.elt;
  const code = detail.xhr?.status ?? 0;
  failures += 1;
  if (code >= 400 && code < 500 && code !== 429) {
    say("Not saved. Your answer is still here: copy it, then open this page again in another tab.");
    return;
  }
  say("Not saved. We will try again; your answer is still here.");
  const wait = WAITS[Math.min(failures, WAITS.length) - 1] * 1000;
  again = () => sendAgain(form, detail.requestConfig?.triggeringEvent);
  nextTry = setTimeout(again, wait);
};
addEventListener("online", () => again?.());
for (const event of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(event, notSaved);

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  settle();
  sent = { form: detail.elt, turn: turnOf(detail.elt)?.value };
  slow = setTimeout(() => say("Saving"), SLOW);
});
document.addEventListener("htmx:beforeOnLoad", ({ detail }) => {
  settle();
  if (detail.xhr.status >= 500) return;
  failures = 0;
  again = null;
  if (detail.xhr.status < 400 && turnOf(sent?.form)?.value === sent?.turn) unsaved = null;
});

// Only what was not saved is worth keeping somebody on the page; what was only just typed goes along without asking.
addEventListener("beforeunload", (event) => {
  if (failures) event.preventDefault();
  else if (unsaved) navigator.sendBeacon(unsaved.action, new FormData(unsaved));
});

const tellTime = (place) => {
  for (const moment of place.querySelectorAll("[data-moment]")) {
    const at = new Date(moment.dateTime);
    const isToday = at.toDateString() === new Date().toDateString();
    const form = isToday ? { timeStyle: "short" } : { dateStyle: "long", timeStyle: "short" };
    moment.textContent = new Intl.DateTimeFormat(undefined, form).format(at);
  }
};

document.addEventListener("htmx:afterSwap", ({ target }) => {
  target.querySelector(".error-summary")?.focus();
  tellTime(target);
});
tellTime(document);
