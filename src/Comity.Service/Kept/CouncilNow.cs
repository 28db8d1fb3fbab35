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
