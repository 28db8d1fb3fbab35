using Comity.Protocols;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Rulings;

/// <summary>A change of a ruling begins a new edition of the council's texts. What was decided before names the older one, and replays from it.</summary>
internal static class RulingEdition
{
    /// <summary>The lines of an edition that name rulings: they outlast an upgrade of the other texts.</summary>
    public static IEnumerable<string> LinesOf(string? edition) =>
        (edition ?? "").Split('\n').Where(line => line.StartsWith(RulingTexts.Folder, StringComparison.Ordinal));

    /// <summary>Of these, the ones that can be read beside other texts: what binds under one protocol may be advice under the next.</summary>
    public static IEnumerable<string> LinesBeside(this string? edition, IEnumerable<SourceText> texts)
    {
        var isBinding = texts
            .Where(text => text.Path.EndsWith(".protocol.md", StringComparison.Ordinal))
            .Any(text => ProtocolFile.ReadControl(text).BindingRulings is not null);
        return LinesOf(edition).Where(line => isBinding || !line.StartsWith(RulingTexts.Binding, StringComparison.Ordinal));
    }

    /// <summary>After the change has been saved and before it is committed.</summary>
    /// <param name="read">What is read today, which the new edition takes the place of.</param>
    public static async Task BeginEditionAsync(this ComityDb db, CouncilWrite write, ReadTogether read, CancellationToken ct)
    {
        var rulings = await db.Rulings.AsNoTracking().ToListAsync(ct);
        var texts = RulingTexts.Of(rulings, read.Vocabulary, write.Today);
        foreach (var text in texts)
        {
            var hash = TakeUpTexts.HashOf(text);
            if (!await db.AdoptedTexts.AnyAsync(row => row.Sha256 == hash && row.Path == text.Path, ct))
            {
                db.AdoptedTexts.Add(
                    new AdoptedText
                    {
                        Id = write.NewId(),
                        Path = text.Path,
                        Text = text.Text,
                        Sha256 = hash,
                        RecordedAt = write.At,
                    }
                );
            }
        }

        var edition = TakeUpTexts.EditionOf(
            texts.Select(TakeUpTexts.LineOf).Concat(read.Texts.Split('\n').Except(LinesOf(read.Texts), StringComparer.Ordinal))
        );
        if (edition != read.Texts)
        {
            db.TextEditions.Add(
                new TextEdition
                {
                    Id = write.NewId(),
                    From = write.Today,
                    Texts = edition,
                    RecordedAt = write.At,
                }
            );
        }
    }
}
