// Enhances what already works without it. No page needs this file.
import "./_content/Comity.GovUk/radios.js";
import { initAll } from "./govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
