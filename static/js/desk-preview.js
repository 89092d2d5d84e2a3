// Shows in the preview beside a form what the form is about, and shows it anew once something was saved. An address that
// ends in the section would do without a script, but browsers then scroll the page around the frame, too.
"use strict";
{
  const TRIES = 20; // frames: what is drawn on the way there changes how long the way is

  const show = (frame, tries = TRIES) => {
    const target = frame.contentDocument?.getElementById(frame.dataset.at);
    if (!target || !tries) return;
    const { contentWindow: view } = frame;
    view.scrollTo({ top: target.getBoundingClientRect().top + view.scrollY, behavior: "instant" });
    view.requestAnimationFrame(() => show(frame, tries - 1));
  };

  for (const frame of document.querySelectorAll("iframe[data-at]")) {
    frame.addEventListener("load", () => show(frame));
    document.addEventListener("desk:saved", () => frame.contentWindow.location.reload());
    show(frame);
  }
}
