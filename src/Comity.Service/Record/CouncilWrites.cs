using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;

namespace Comity.Service.Record;

/// <summary>Begins the one kind of transaction in which anything changes: the change and its entries in the record are committed together or not at all.</summary>
public sealed class CouncilWrites(ComityDb db, ContentStore contents, ViewerTokens tokens, TimeProvider clock)
{
    /// <summary>The council's date now.</summary>
    public DateOnly Today => clock.Today();

    public async Task<CouncilWrite> BeginAsync(Acting acting, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        return new CouncilWrite(db, transaction, contents, tokens, acting, RecordLeaf.ToMicroseconds(clock.GetUtcNow().UtcDateTime));
    }
}
