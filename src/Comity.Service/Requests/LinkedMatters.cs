using Comity.Service.Concerns;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>The matters that have to do with one, as far as the viewer may see them: of the others there is not even a number.</summary>
public sealed class LinkedMatters(ComityDb db)
{
    /// <param name="Subject">Null where it is sealed.</param>
    /// <param name="FromHere">Whether the link leads from this matter to the other one.</param>
    public sealed record Linked(
        Guid LinkId,
        string Kind,
        bool FromHere,
        Guid MatterId,
        string Reference,
        string? Subject,
        MatterState State
    );

    /// <summary>The news with the facts behind advice, or the advice behind news, of what the viewer may see.</summary>
    public async Task<IReadOnlyList<Linked>> FactsAsync(Matter matter, Viewer viewer, DateTime at, CancellationToken cancellationToken) =>
        [.. (await OfAsync(matter, viewer, at, cancellationToken)).Where(one => one.Kind == MatterLinkKind.Facts)];

    public async Task<IReadOnlyList<Linked>> OfAsync(Matter matter, Viewer viewer, DateTime at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var id = matter.Id;
        var others = db
            .Matters.AsNoTracking()
            .VisibleTo(db, viewer, at)
            .Where(other => other.Kind != DeclareRelationship.Kind && other.Kind != Concern.MatterKind);
        var links = db.MatterLinks.AsNoTracking().Where(link => link.EndedAt == null);
        var from = await links
            .Where(link => link.MatterId == id)
            .Join(
                others,
                link => link.OtherId,
                other => other.Id,
                (link, other) => new Linked(link.Id, link.Kind, true, other.Id, other.Reference, other.Subject, other.State)
            )
            .ToListAsync(cancellationToken);
        var to = await links
            .Where(link => link.OtherId == id)
            .Join(
                others,
                link => link.MatterId,
                other => other.Id,
                (link, other) => new Linked(link.Id, link.Kind, false, other.Id, other.Reference, other.Subject, other.State)
            )
            .ToListAsync(cancellationToken);
        return [.. from.Concat(to).OrderBy(one => one.LinkId)];
    }
}
