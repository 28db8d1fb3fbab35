// Runs before the page is drawn: styles hide only what a script will show again. A file and not an inline script, so that no policy has to
// allow inline scripts.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
