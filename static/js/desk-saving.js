// Forms of the editors' desk: what is typed is saved to the draft by itself, or kept where that cannot be; nobody leaves
// with something that no server has; and colleagues at work on the same guide are named.
"use strict";

const PAUSE = 2000; // milliseconds after the last key
const WAITS = [2, 5, 10, 30]; // seconds between tries; the last one stays
const PATIENCE = 20_000; // milliseconds until an answer is given up
const HEARTBEAT = 20_000;
const TOKEN = "csrfmiddlewaretoken";

const status = document.querySelector("[data-autosave]");
const form = status?.closest("form");
const place = document.querySelector("[data-presence]");

const say = (words, link) => {
  if (status.textContent !== words) status.textContent = words;
  if (link) status.append(" ", Object.assign(document.createElement("a"), { href: location.pathname, textContent: link }));
};

const clock = (iso) => new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

let typed = 0; // changes on the page
let acknowledged = 0; // changes that a server has
let sent = null; // what is on its way, or waits to be tried again as it is: it may have arrived before
let timer = 0;
let failures = 0;
let isSending = false;
let isLeaving = false;
let waiting = null; // a form that is sent by its button once everything typed has arrived

const content = () => new URLSearchParams(new FormData(form)).toString();
let noted = ""; // what stood in the form at the last change

const isOpen = () => typed > acknowledged;

const post = (address, body) =>
  fetch(address, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });

const snapshot = () => {
  const body = new FormData(form);
  body.set("_autosave", "1");
  return { body, upTo: typed };
};

const after = (milliseconds) => {
  clearTimeout(timer);
  timer = setTimeout(save, milliseconds);
};

const again = (words) => {
  failures += 1;
  say(words);
  after(WAITS[Math.min(failures, WAITS.length) - 1] * 1000);
};

// Whoever signs in in another tab gets another token: the page of the form has it.
const freshToken = async () => {
  const answer = await fetch(location.pathname, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector(`form [name=${TOKEN}]`)?.value;
  return token && token !== form.elements[TOKEN].value ? token : null;
};

const sendForm = () => {
  isLeaving = true;
  const { button } = waiting;
  waiting = null;
  form.requestSubmit(button?.isConnected ? button : null);
};

const settle = () => {
  failures = 0;
  acknowledged = sent.upTo;
  sent = null;
  if (waiting && !isOpen()) sendForm();
  else if (isOpen()) after(waiting ? 0 : PAUSE);
};

const take = async (answer) => {
  const told = await answer.json();
  if (told.seen) {
    form.elements.seen.value = told.seen;
    noted = content();
  }
  if (told.state === "saved") {
    say(`Saved to the draft at ${clock(told.at)}`);
    document.dispatchEvent(new Event("desk:saved"));
  } else {
    say(`${told.words}.`, told.link);
  }
  if (told.state !== "refused") return settle();
  sent = null;
  waiting = null;
};

const forbidden = async () => {
  const token = await freshToken().catch(() => null);
  if (!token) {
    sent = waiting = null;
    return say("Not saved: you may not change this any more. Copy your text before you leave.");
  }
  for (const input of document.querySelectorAll(`[name=${TOKEN}]`)) input.value = token;
  sent.body.set(TOKEN, token);
  after(0);
};

const signedOut = () => {
  // The form itself is kept while its person signs in, and shown again then.
  if (waiting) return sendForm();
  again("You are signed out: sign in in another tab, your text stays here.");
};

const hear = (answer) => {
  if (answer.type === "opaqueredirect") return signedOut();
  if (answer.headers.get("Content-Type")?.startsWith("application/json")) return take(answer);
  if (answer.status === 403) return forbidden();
  if (answer.status < 400 || answer.status >= 500 || answer.status === 429) return again("Not saved, we will try again.");
  sent = waiting = null;
  return say("Not saved: the site does not take this form. Copy your text before you leave.");
};

async function save() {
  clearTimeout(timer);
  if (isSending || (!sent && !isOpen())) return;
  isSending = true;
  sent ??= snapshot();
  try {
    await hear(await post(location.pathname, sent.body));
  } catch {
    again("Not saved, we will try again.");
  } finally {
    isSending = false;
  }
}

// Leaving a field tells of the same change once more.
const note = () => {
  const now = content();
  if (now === noted) return;
  noted = now;
  typed += 1;
  if (!failures) after(PAUSE);
};

// What is on its way and the form itself would overtake each other: the form goes last.
const submit = (event) => {
  // A preview opens beside the form and leaves it as it is.
  if (event.submitter?.formTarget) return;
  if (isLeaving || !isOpen()) {
    isLeaving = true;
    return;
  }
  event.preventDefault();
  waiting = { button: event.submitter };
  save();
};

const ask = (event) => {
  if (isLeaving || !isOpen()) return;
  event.preventDefault();
  save();
};

const leave = () => {
  if (!isLeaving && isOpen()) navigator.sendBeacon(location.pathname, snapshot().body);
};

if (form) {
  noted = content();
  form.addEventListener("input", note);
  form.addEventListener("change", note);
  for (const event of ["formset:added", "formset:removed"]) document.addEventListener(event, note);
  form.addEventListener("submit", submit);
  addEventListener("beforeunload", ask);
  addEventListener("pagehide", leave);
  addEventListener("online", save);
  // A page that the browser had put aside may have been saved since.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}

const arrive = async () => {
  const token = document.querySelector(`[name=${TOKEN}]`)?.value;
  const body = new URLSearchParams({ page: place.dataset.page, [TOKEN]: token });
  const answer = await post(place.dataset.presence, body).catch(() => null);
  if (!answer?.ok) return;
  const names = (await answer.text()).trim();
  // Said once: a reader of the page aloud hears only what is new.
  if (names !== place.dataset.told) place.innerHTML = place.dataset.told = names;
};

if (place) {
  place.dataset.told = place.innerHTML.trim();
  arrive();
  setInterval(arrive, HEARTBEAT);
}
