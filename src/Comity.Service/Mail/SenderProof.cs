using System.Text.RegularExpressions;

namespace Comity.Service.Mail;

/// <summary>Whether an email is from the address that it names, by the word of the council's own mail server.</summary>
public enum Proof
{
    /// <summary>Nothing says so.</summary>
    None,

    Failed,
    Passed,
}

/// <summary>
/// Reads Authentication-Results (RFC 8601). It counts alone what the council's own mail server wrote, and a method alone that speaks for the address in "From":
/// somebody else's signature on a letter proves somebody else.
/// </summary>
public static partial class SenderProof
{
    public static Proof Of(ReadMail mail, string address, TrustedServer trusted)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(trusted);
        if (trusted.Name is null && mail.IsInternal)
        {
            // Exchange Online takes this header off everything that comes from outside the organisation.
            return Proof.Passed;
        }

        // The uppermost of its lines was written last, and by itself; what the sender wrote stands below the line by which the server received it.
        var results = mail.AuthenticationResults.Select(Parse).FirstOrDefault(line => IsBy(line.Server, trusted));
        return results.Methods is null ? Proof.None : Judge(results.Methods, address);
    }

    private static bool IsBy(string server, TrustedServer trusted) =>
        trusted.Name is null ? server.Length == 0 : server.Equals(trusted.Name, StringComparison.OrdinalIgnoreCase);

    private static Proof Judge(IReadOnlyList<Method> methods, string address)
    {
        var domain = address[(address.LastIndexOf('@') + 1)..];
        var dmarc = methods.FirstOrDefault(method => method.Name == "dmarc");
        if (dmarc is { Result: "fail" or "permerror" })
        {
            return Proof.Failed;
        }

        var passes =
            (dmarc is { Result: "pass" } && Same(dmarc["header.from"], domain))
            || methods.Any(method =>
                method.Result == "pass"
                && method.Name switch
                {
                    // Somebody signed in to the council's own mail server under this very address.
                    "auth" => Same(method["smtp.auth"] ?? method["smtp.mailfrom"], address),
                    "dkim" => SpeaksFor(method["header.d"] ?? After(method["header.i"]), domain),
                    "spf" => SpeaksFor(After(method["smtp.mailfrom"]), domain),
                    _ => false,
                }
            );
        return passes ? Proof.Passed
            : methods.Any(method => method.Name is "spf" or "dkim" or "dmarc" or "auth" && method.Result is "fail" or "softfail")
                ? Proof.Failed
            : Proof.None;
    }

    private static bool Same(string? one, string other) => one is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The domain itself, or one above it (RFC 7489, 3.1.1).</summary>
    private static bool SpeaksFor(string? signer, string domain) =>
        !string.IsNullOrEmpty(signer)
        && signer.Contains('.', StringComparison.Ordinal)
        && (Same(signer, domain) || domain.EndsWith("." + signer, StringComparison.OrdinalIgnoreCase));

    private static string? After(string? address) => address?[(address.LastIndexOf('@') + 1)..];

    private static (string Server, IReadOnlyList<Method>? Methods) Parse(string text)
    {
        var parts = Comment().Replace(text, " ").Split(';', StringSplitOptions.TrimEntries);
        var first = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isNamed = first.Length > 0 && !first[0].Contains('=', StringComparison.Ordinal);
        return (isNamed ? first[0] : "", [.. parts.Skip(isNamed ? 1 : 0).Select(Method.Of).OfType<Method>()]);
    }

    // A comment may hold anything, a semicolon and the name of a method too.
    [GeneratedRegex(@"\((?:[^()\\]|\\.)*\)", RegexOptions.None, 1000)]
    private static partial Regex Comment();

    private sealed record Method(string Name, string Result, IReadOnlyList<KeyValuePair<string, string>> Properties)
    {
        public string? this[string property] =>
            Properties.FirstOrDefault(one => one.Key.Equals(property, StringComparison.OrdinalIgnoreCase)).Value;

        public static Method? Of(string text)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Split('=', 2))
                .Where(pair => pair.Length == 2)
                .Select(pair => KeyValuePair.Create(pair[0], pair[1].Trim('"')))
                .ToList();
            return words.Count == 0 ? null : new Method(words[0].Key.ToLowerInvariant(), words[0].Value.ToLowerInvariant(), words[1..]);
        }
    }
}
