namespace Comity.Web.Pages.Protocol;

/// <summary>What the council has settled where its protocol is silent.</summary>
public sealed record SettledByCouncil(string Title, string Silence, string Value, string Minute, string Author, string Since);
