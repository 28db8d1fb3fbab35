using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Search;

/// <summary>
/// Keeps what somebody looks for again and again. Like a draft it is nobody's business but their own: it is not in the record, and for everybody else it
/// does not exist.
/// </summary>
public sealed class SavedViews(ComityDb db, TimeProvider clock)
{
    /// <summary>Enough for anybody, and few enough to be read at a glance.</summary>
    public const int Most = 30;

    public async Task<IReadOnlyList<SavedView>> OfAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await db
            .SavedViews.AsNoTracking()
            .Where(view => view.PersonId == viewer.PersonId)
            .OrderBy(view => view.Name)
            .ToListAsync(cancellationToken);

    public async Task<SavedView?> FindAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        await db
            .SavedViews.AsNoTracking()
            .FirstOrDefaultAsync(view => view.Id == id && view.PersonId == viewer.PersonId, cancellationToken);

    /// <returns>Why it was not kept, in the person's words; null when it was.</returns>
    public async Task<string?> SaveAsync(Viewer viewer, string? name, string? query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var wanted = (query ?? "").Trim().TrimStart('?');
        if (wanted.Length > SavedView.LongestQuery)
        {
            return "This looks for too much at once to be kept. Narrow it down by fewer things";
        }

        var known = await OfAsync(viewer, cancellationToken);
        if (WhyNot(name, known) is { } why)
        {
            return why;
        }

        if (known.Count >= Most)
        {
            return $"You keep {Most} views already. Remove one first";
        }

        db.SavedViews.Add(
            new SavedView
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PersonId = viewer.PersonId,
                Name = name!.Trim(),
                Query = wanted,
                SavedAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <returns>Why it was not renamed; null when it was.</returns>
    public async Task<string?> RenameAsync(Guid id, Viewer viewer, string? name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var known = await OfAsync(viewer, cancellationToken);
        if (WhyNot(name, [.. known.Where(view => view.Id != id)]) is { } why)
        {
            return why;
        }

        var wanted = name!.Trim();
        await db
            .SavedViews.Where(view => view.Id == id && view.PersonId == viewer.PersonId)
            .ExecuteUpdateAsync(set => set.SetProperty(view => view.Name, wanted), cancellationToken);
        return null;
    }

    public async Task RemoveAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        await db.SavedViews.Where(view => view.Id == id && view.PersonId == viewer.PersonId).ExecuteDeleteAsync(cancellationToken);

    private static string? WhyNot(string? name, IReadOnlyList<SavedView> others) =>
        string.IsNullOrWhiteSpace(name) ? "Enter a name"
        : name.Trim().Length > SavedView.LongestName ? $"The name must be {SavedView.LongestName} characters or fewer"
        : others.Any(view => string.Equals(view.Name, name.Trim(), StringComparison.OrdinalIgnoreCase))
            ? "You have a view of that name. Choose another name"
        : null;
}
