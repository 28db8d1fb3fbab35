using System.Text.Json;
using Comity.Service.Content;
using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Information;

/// <summary>The register of what was let out: who holds it and for which purpose, of the matters whose words the viewer may read.</summary>
public sealed class ReleasedModel(ComityDb db, ContentStore contents, MatterParties parties, CurrentViewer current) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<ReleasedShown> Released { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var (tokens, at) = ((await current.GetAsync(cancellationToken)).Tokens, current.Now);
        var items = await db.SpelledOut(() =>
                from item in db.InformationItems
                where item.ToldAt != null && (item.Outcome == ItemOutcome.All || item.Outcome == ItemOutcome.Part)
                join matter in db.Matters.VisibleTo(db, tokens, at) on item.MatterId equals matter.Id
                where db.Grants.Any(grant => grant.MatterId == matter.Id && grant.Part == Parts.Content && grant.IsHeldBy(tokens, at))
                orderby item.ToldAt descending, item.Id
                select new { Item = item, Matter = matter }
            )
            .AsNoTracking()
            .Take(Most)
            .ToListAsync(cancellationToken);
        var texts = await contents.ReadTextsAsync(
            [.. items.SelectMany(row => new[] { row.Item.AskedContentId, row.Item.NeedContentId }).OfType<Guid>()],
            cancellationToken
        );
        var people = await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var shown = new List<ReleasedShown>();
        foreach (var row in items)
        {
            var asker = await parties.InAsync(row.Matter, MatterParties.RaisedBy, cancellationToken);
            shown.Add(
                new ReleasedShown(
                    row.Matter.Reference,
                    row.Item.Number,
                    texts.TryGetValue(row.Item.AskedContentId, out var asked) ? asked.Text : "Erased",
                    asker is not null && people.TryGetValue(asker.PersonId, out var name) ? name : "somebody who has left",
                    row.Item.NeedContentId is { } need && texts.TryGetValue(need, out var text)
                        ? JsonSerializer.Deserialize<StatedNeed>(text.Text)?.Purpose
                        : null,
                    row.Item.Confidential,
                    row.Item.ToldAt!.Value
                )
            );
        }

        Released = shown;
    }
}

/// <summary>Something that was let out, as the register shows it.</summary>
public sealed record ReleasedShown(
    string Reference,
    int Number,
    string What,
    string Holder,
    string? Purpose,
    bool Confidential,
    DateTime ToldAt
);
