using Comity.Protocols;
using Comity.Service.Kept;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>The council's texts, from its own database: the edition of a day, or one that an old decision names.</summary>
public sealed class Library(ComityDb db, CompiledTexts compiled, CouncilNow now)
{
    /// <summary>The edition read on a day.</summary>
    /// <exception cref="InvalidOperationException">No texts had been taken up by then.</exception>
    public async Task<ReadTogether> OnAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var texts =
            (await now.GetAsync(cancellationToken)).TextsOn(date)
            ?? throw new InvalidOperationException("The council has not taken up a protocol yet.");
        return await ReadAsync(texts, cancellationToken);
    }

    /// <summary>The edition that these "path sha256" lines name.</summary>
    public async Task<ReadTogether> ReadAsync(string texts, CancellationToken cancellationToken)
    {
        if (compiled.Find(texts) is { } found)
        {
            return found;
        }

        var wanted = texts
            .Split('\n')
            .Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        var hashes = wanted.Values.ToList();
        var rows = await db.AdoptedTexts.AsNoTracking().Where(row => hashes.Contains(row.Sha256)).ToListAsync(cancellationToken);
        var sources = wanted.Select(pair =>
            rows.FirstOrDefault(row => row.Path == pair.Key && row.Sha256 == pair.Value) is { } row
                ? new SourceText(row.Path, row.Text)
                : throw new InvalidOperationException($"The text {pair.Key} ({pair.Value[..12]}) is not in the council's library.")
        );
        return compiled.Compile(texts, [.. sources]);
    }
}
