using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>Whom a matter concerns that has been asked: whoever asked it, and the offices that the situation put with it is about.</summary>
public sealed class WhomItConcerns(ComityDb db, MatterParties parties, ContentStore contents)
{
    public async Task<Concerned> OfAsync(Matter matter, CancellationToken cancellationToken)
    {
        var asker = await parties.InAsync(matter, MatterParties.RaisedBy, cancellationToken);
        var about = await SituationAsync(matter, cancellationToken);
        return new Concerned(asker!.PersonId, about?.Concerns() ?? []);
    }

    /// <summary>What had been said in "May I …?" before it was asked; null where nothing was, or it was erased.</summary>
    public async Task<AskedSituation?> SituationAsync(Matter matter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var content = await db
            .Messages.AsNoTracking()
            .Where(message => message.MatterId == matter.Id && message.Kind == AskedSituation.MessageKind)
            .Select(message => (Guid?)message.ContentId)
            .FirstOrDefaultAsync(cancellationToken);
        return content is { } id && await contents.ReadTextAsync(id, cancellationToken) is { } text ? AskedSituation.Read(text) : null;
    }
}
