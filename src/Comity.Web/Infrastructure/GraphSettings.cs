namespace Comity.Web.Infrastructure;

/// <summary>The council's mailbox at Microsoft 365, and the application by which it is opened (client credentials).</summary>
public sealed record GraphSettings(string Tenant, string ClientId, string ClientSecret, string Mailbox, Uri SignIn, Uri Root)
{
    private const string DefaultSignIn = "https://login.microsoftonline.com/";
    private const string DefaultRoot = "https://graph.microsoft.com/";

    public static GraphSettings? Read(IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (string.IsNullOrWhiteSpace(section["Tenant"]))
        {
            return null;
        }

        return new GraphSettings(
            section["Tenant"]!,
            Needed(section, "ClientId"),
            Needed(section, "ClientSecret"),
            Needed(section, "Mailbox"),
            Address(section, "SignIn", DefaultSignIn),
            Address(section, "Root", DefaultRoot)
        );
    }

    private static string Needed(IConfigurationSection section, string name) =>
        string.IsNullOrWhiteSpace(section[name])
            ? throw new SettingsException($"The setting {section.Path}:{name} is missing: Microsoft 365 lets nobody in without it.")
            : section[name]!;

    // A secret goes there: never in the clear to another machine.
    private static Uri Address(IConfigurationSection section, string name, string otherwise) =>
        Uri.TryCreate(section[name] ?? otherwise, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingsException($"The setting {section.Path}:{name} is \"{section[name]}\": it must be https://NAME/.");
}
