using System.Net;

namespace Comity.Web.Infrastructure;

/// <summary>What whoever runs the service decides about it (section "Comity" of the configuration); docs/runbook/run-it.md has the table.</summary>
public sealed record Settings
{
    public const string Section = "Comity";

    /// <summary>A SQLite file (in the folder of the setting Data, where nothing else is said), or a PostgreSQL connection string ("Host=…").</summary>
    public required string Database { get; init; }

    /// <summary>The folder with the council key, which is kept apart from the database and its backups ("keys" in Data, where nothing else is said).</summary>
    public required string Keys { get; init; }

    /// <summary>The address that people type, for example https://comity.example.gov.uk. Links in mail and the names the service answers to come from it, never from a request.</summary>
    public Uri? Address { get; init; }

    /// <summary>The folder of protocol files.</summary>
    public string? Protocols { get; init; }

    /// <summary>Anybody may become any person of the fictional council.</summary>
    public bool Demonstration { get; init; }

    /// <summary>For whom the start prints a link to a new password; left out again at the next start.</summary>
    public string? LinkFor { get; init; }

    /// <summary>Addresses of the reverse proxies whose word about the visitor's address is taken.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Null: no mail leaves; the clerk hands links over.</summary>
    public MailSettings? Mail { get; init; }

    public bool OnPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when browsers reach the service over TLS.</summary>
    public bool Secure => Address?.Scheme == Uri.UriSchemeHttps;

    public static Settings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var address = Text(section, "Address");
        var data = Text(section, "Data");
        var settings = new Settings
        {
            Database =
                Text(section, "Database")
                ?? Beside(data, "comity.db")
                ?? throw Missing("Database", "the path of a SQLite file or a PostgreSQL connection string"),
            Keys =
                Text(section, "Keys")
                ?? Beside(data, "keys")
                ?? throw Missing("Keys", "the folder with the council key, outside the database and its backups"),
            Address = address is null ? null : ReadAddress(address),
            Protocols = Text(section, "Protocols"),
            Demonstration = section.GetValue("Demonstration", false),
            LinkFor = Text(section, "LinkFor"),
            Proxies = [.. Words(section["Proxies"]).Select(ReadProxy)],
            Mail = MailSettings.Read(section.GetSection("Mail")),
        };
        return settings;
    }

    private static string? Text(IConfigurationSection section, string name) =>
        string.IsNullOrWhiteSpace(section[name]) ? null : section[name];

    private static string? Beside(string? folder, string name) => folder is null ? null : Path.Combine(folder, name);

    private static SettingsException Missing(string name, string meaning) =>
        new($"The setting {Section}:{name} is missing: {meaning}. Or give {Section}:Data, a folder that holds both.");

    private static Uri ReadAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.AbsolutePath == "/"
            ? address
            : throw new SettingsException(
                $"The setting {Section}:Address is \"{text}\": it must be https://NAME with no path (plain http only for this machine itself)."
            );

    private static IPAddress ReadProxy(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address
            : throw new SettingsException($"The setting {Section}:Proxies names \"{text}\", which is not an IP address.");

    private static string[] Words(string? text) =>
        text?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
