// Signing in with a passkey, and adding one. Where the browser has none of this, the form stays hidden and the password does.
const form = document.querySelector("form[data-passkey]");
const supported =
  window.PublicKeyCredential &&
  PublicKeyCredential.parseRequestOptionsFromJSON &&
  PublicKeyCredential.parseCreationOptionsFromJSON;

if (form && supported) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    const credential = form.elements.namedItem("Credential");
    if (credential.value) {
      return;
    }
    event.preventDefault();
    const message = form.querySelector("[data-passkey-message]");
    message.textContent = "";
    try {
      const body = new FormData(form);
      body.delete("Credential");
      const answer = await fetch(form.dataset.options, { method: "POST", body, credentials: "same-origin" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const json = await answer.json();
      const made =
        form.dataset.passkey === "get"
          ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) })
          : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) });
      credential.value = JSON.stringify(made);
      form.requestSubmit();
    } catch {
      message.textContent = form.dataset.failed ?? "That did not work. Try again, or use your password.";
    }
  });
}
