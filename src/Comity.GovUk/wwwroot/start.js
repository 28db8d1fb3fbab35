// The address is relative so that it holds under any path the service is mounted at.
import { initAll } from "../../govuk/govuk-frontend.min.js";

initAll();
