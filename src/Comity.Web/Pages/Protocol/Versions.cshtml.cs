using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Protocol;

/// <summary>Every edition of the council's texts, and which texts changed with each.</summary>
public sealed class VersionsModel(ComityDb db, CurrentViewer current) : PageModel
{
    public sealed record Edition(Guid Id, DateOnly From, DateTime RecordedAt, bool InForce, IReadOnlyList<TextOfEdition> Changed);

    public sealed record TextOfEdition(string Path, string? Sha256);

    public IReadOnlyList<Edition> Editions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = await db
            .TextEditions.AsNoTracking()
            .OrderBy(row => row.From)
            .ThenBy(row => row.RecordedAt)
            .ToListAsync(cancellationToken);
        var inForce = rows.LastOrDefault(row => row.From <= current.Today)?.Id;
        var editions = new List<Edition>();
        IReadOnlyDictionary<string, string> before = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            var texts = row
                .Texts.Split('\n')
                .Select(line => line.Split(' '))
                .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
            var changed = texts
                .Where(text => before.GetValueOrDefault(text.Key) != text.Value)
                .Select(text => new TextOfEdition(text.Key, text.Value))
                .Concat(before.Keys.Where(path => !texts.ContainsKey(path)).Select(path => new TextOfEdition(path, null)))
                .OrderBy(text => text.Path, StringComparer.Ordinal);
            editions.Add(new Edition(row.Id, row.From, row.RecordedAt, row.Id == inForce, [.. changed]));
            before = texts;
        }

        editions.Reverse();
        Editions = editions;
    }
}
