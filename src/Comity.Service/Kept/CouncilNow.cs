using Comity.Service.Storage;

namespace Comity.Service.Kept;

/// <summary>
/// The council's facts for one request: the database is asked once whether they still hold. A change under way asks each time, so that it
/// sees what it has changed itself.
/// </summary>
public sealed class CouncilNow(ComityDb db, KeptFacts kept)
{
    private CouncilFacts? _asked;
    private int _saves;

    /// <summary>
    /// What the facts are taken to be by a question that asks for the stamp beside its own rows: it goes by its answer only if they are confirmed. Null
    /// where they have to be asked for, or were asked for already.
    /// </summary>
    internal CouncilFacts? Supposed => _asked is null && db.Database.CurrentTransaction is null ? kept.Last : null;

    /// <summary>Takes the facts for this request's if the stamp that was just read is theirs.</summary>
    internal bool Confirm(CouncilFacts supposed, string stamp)
    {
        if (!kept.Hold(supposed, stamp))
        {
            return false;
        }

        (_asked, _saves) = (supposed, db.Saves);
        return true;
    }

    public async ValueTask<CouncilFacts> GetAsync(CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            _asked = null;
            return await kept.GetAsync(db, cancellationToken);
        }

        if (_asked is null || _saves != db.Saves)
        {
            _saves = db.Saves;
            _asked = await kept.GetAsync(db, cancellationToken);
        }

        return _asked;
    }
}
