// ARIA 1.2 knows no expanded state for a radio button, but govuk-frontend sets one on a button that reveals a question. The question follows
// its button in reading order, so nothing is lost without it.
const withoutState = () => {
  for (const radio of document.querySelectorAll("input[type=radio][aria-expanded]")) {
    radio.removeAttribute("aria-expanded");
  }
};
new MutationObserver(withoutState).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-expanded"] });
withoutState();
