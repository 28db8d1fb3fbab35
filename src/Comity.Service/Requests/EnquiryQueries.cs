using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Requests;

/// <summary>What the page of an enquiry asks the database, compiled once. All but the first are about a matter that the first has let the viewer see.</summary>
internal sealed class EnquiryQueries
{
    /// <summary>The matter of a reference, if the wall lets somebody with these tokens see it.</summary>
    public Func<ComityDb, string[], DateTime, string, CancellationToken, Task<Matter?>> Visible { get; } =
        EF.CompileAsyncQuery(
            Visibility.Spelled<Func<ComityDb, string[], DateTime, string, CancellationToken, Matter?>>(
                (db, tokens, at, reference, _) =>
                    db
                        .Matters.AsNoTracking()
                        .VisibleTo(db, tokens, at)
                        .SingleOrDefault(row => row.Reference == reference && row.Kind != DeclareRelationship.Kind)
            )
        );

    public Func<ComityDb, Guid, DateTime, IAsyncEnumerable<Grant>> Grants { get; } =
        EF.CompileAsyncQuery<ComityDb, Guid, DateTime, Grant>(
            (db, matterId, at) =>
                db
                    .Grants.AsNoTracking()
                    .Where(grant => grant.MatterId == matterId && grant.From <= at && (grant.Until == null || grant.Until > at))
                    .OrderBy(grant => grant.From)
        );

    public Func<ComityDb, Guid, IAsyncEnumerable<MatterParty>> Parties { get; } =
        EF.CompileAsyncQuery<ComityDb, Guid, MatterParty>(
            (db, matterId) => db.MatterParties.AsNoTracking().Where(party => party.MatterId == matterId).OrderBy(party => party.Since)
        );

    public Func<ComityDb, Guid, IAsyncEnumerable<Message>> Messages { get; } =
        EF.CompileAsyncQuery<ComityDb, Guid, Message>(
            (db, matterId) =>
                db
                    .Messages.AsNoTracking()
                    .Include(message => message.Attachments)
                    .Where(message => message.MatterId == matterId)
                    .OrderBy(message => message.SentAt)
                    .ThenBy(message => message.Id)
        );

    public Func<ComityDb, Guid, IAsyncEnumerable<Duty>> Duties { get; } =
        EF.CompileAsyncQuery<ComityDb, Guid, Duty>(
            (db, matterId) =>
                db
                    .Duties.AsNoTracking()
                    .Include(duty => duty.Ledger)
                    .Where(duty => duty.MatterId == matterId)
                    .OrderByDescending(duty => duty.CreatedAt)
        );
}
