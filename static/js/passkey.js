// Asks the browser for a passkey when its form is sent, and sends the form with what the browser says.
"use strict";

const MISSING = "This browser offers no passkeys for this address. An authenticator app works everywhere.";
const STOPPED = "No passkey came from the browser, and nothing was changed. Choose the button again to try once more.";

for (const form of document.querySelectorAll("[data-passkey]")) {
  const options = JSON.parse(form.querySelector("script").textContent);
  const said = form.querySelector("[data-passkey-said]");
  const say = (words) => {
    said.textContent = words;
    said.hidden = false;
  };
  const asked = () =>
    form.dataset.passkey === "create"
      ? webauthnJSON.create(options.creation_options)
      : webauthnJSON.get(options.request_options);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!window.PublicKeyCredential) {
      say(MISSING);
      return;
    }
    try {
      form.elements.credential.value = JSON.stringify(await asked());
      form.submit();
    } catch {
      say(STOPPED);
    }
  });
}
