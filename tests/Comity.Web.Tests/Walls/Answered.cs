using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Comity.Web.Tests.Walls;

/// <summary>All that came back for a request, without what changes by the clock.</summary>
internal sealed record Answered(HttpStatusCode Status, string Headers, byte[] Body)
{
    /// <summary>What a reader finds in it; in a file of many, in all of them.</summary>
    public string Text => Body.AsSpan().StartsWith("PK"u8) ? Unpacked() : Encoding.UTF8.GetString(Body);

    public bool IsSameAs(Answered other) => Status == other.Status && Headers == other.Headers && Body.AsSpan().SequenceEqual(other.Body);

    public static async Task<Answered> ReadAsync(HttpResponseMessage response, WalledMatter asked)
    {
        // The way to the sign-in remembers the address that was asked for, whatever it was.
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Select(line =>
                line.StartsWith("Location:", StringComparison.Ordinal)
                    ? line.Replace(asked.Reference, "REFERENCE", StringComparison.Ordinal)
                        .Replace(asked.FileId.ToString("D"), "FILE", StringComparison.Ordinal)
                        .Replace(asked.DraftId.ToString("D"), "DRAFT", StringComparison.Ordinal)
                    : line
            )
            .Order(StringComparer.Ordinal);
        return new Answered(response.StatusCode, string.Join('\n', headers), await response.Content.ReadAsByteArrayAsync());
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)Status}, {Body.Length} bytes\n{Headers}\n{(Text.Length > 400 ? Text[..400] : Text)}"
        );

    private string Unpacked()
    {
        using var zip = new ZipArchive(new MemoryStream(Body));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            text.AppendLine(entry.FullName).AppendLine(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
