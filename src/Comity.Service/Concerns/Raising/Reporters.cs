using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Raising;

/// <summary>Somebody who raised a concern without an account, as the walls see them: whoever has the code, and nobody else.</summary>
public sealed class Reporters(ViewerTokens tokens, ComityDb db, TimeProvider clock)
{
    /// <summary>How to reach them or who they are, where they said so.</summary>
    public const string NameMessage = "reporter-name";

    /// <summary>The same code gives the same viewer each time; nothing has to be looked up, so that a wrong code takes the same way as a right one.</summary>
    public Viewer Of(string? typed)
    {
        var id = tokens.Reporter(ReporterCode.Read(typed));
        return new Viewer(id, "", [], [], [tokens.Person(id, ContentClass.Sealed)]);
    }

    /// <summary>The reference of the concern that was raised with the code; null for a code that nobody was given.</summary>
    public Task<string?> ReferenceAsync(Viewer reporter, CancellationToken cancellationToken) =>
        db
            .Matters.AsNoTracking()
            .VisibleTo(db, reporter, clock.GetUtcNow().UtcDateTime)
            .Where(matter => matter.Kind == Concern.MatterKind)
            .Select(matter => matter.Reference)
            .FirstOrDefaultAsync(cancellationToken);
}
