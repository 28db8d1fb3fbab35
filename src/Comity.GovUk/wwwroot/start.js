// The address is relative so that it holds under any path the service is mounted at.
import { initAll } from "../../govuk/govuk-frontend.min.js";

initAll();

// ARIA 1.2 knows no expanded state for a radio button, but the scripts set one on a button that reveals a question. The question follows its
// button in reading order, so nothing is lost without it.
const withoutState = () => {
  for (const radio of document.querySelectorAll("input[type=radio][aria-expanded]")) {
    radio.removeAttribute("aria-expanded");
  }
};
new MutationObserver(withoutState).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-expanded"] });
withoutState();
