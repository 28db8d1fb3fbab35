using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Service.Record;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>Puts texts into the council's library and reads them together from today, unless they are what is read already.</summary>
public sealed class TakeUpTexts(ComityDb db, CouncilWrites writes)
{
    /// <returns>True when a new edition began.</returns>
    public async Task<bool> ExecuteAsync(IReadOnlyCollection<SourceText> texts, Acting acting, CancellationToken cancellationToken)
    {
        var latest = await db
            .TextEditions.OrderByDescending(row => row.From)
            .ThenByDescending(row => row.RecordedAt)
            .Select(row => row.Texts)
            .FirstOrDefaultAsync(cancellationToken);

        // Rulings are the council's own and stand in no folder of texts.
        var edition = EditionOf(texts.Select(LineOf).Concat(latest.LinesBeside(texts)));
        if (latest == edition)
        {
            return false;
        }

        await using var write = await writes.BeginAsync(acting, cancellationToken);
        foreach (var text in texts)
        {
            var hash = HashOf(text);
            if (!await db.AdoptedTexts.AnyAsync(row => row.Sha256 == hash && row.Path == text.Path, cancellationToken))
            {
                db.AdoptedTexts.Add(
                    new AdoptedText
                    {
                        Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                        Path = text.Path,
                        Text = text.Text,
                        Sha256 = hash,
                        RecordedAt = write.At,
                    }
                );
            }
        }

        db.TextEditions.Add(
            new TextEdition
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                From = write.Today,
                Texts = edition,
                RecordedAt = write.At,
            }
        );
        write.Record(
            "texts-taken-up",
            new JsonObject { ["from"] = write.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["texts"] = edition }
        );
        await write.CommitAsync(cancellationToken);
        return true;
    }

    internal static string HashOf(SourceText text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)));

    internal static string LineOf(SourceText text) => $"{text.Path} {HashOf(text)}";

    internal static string EditionOf(IEnumerable<string> lines) =>
        string.Join('\n', lines.OrderBy(line => line.Split(' ')[0], StringComparer.Ordinal));
}
