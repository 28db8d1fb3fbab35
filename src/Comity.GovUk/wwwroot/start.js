// The addresses are relative so that they hold under any path the service is mounted at.
import "./radios.js";
import { initAll } from "../../govuk/govuk-frontend.min.js";

initAll();
