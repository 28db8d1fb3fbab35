using Comity.Service.Storage;

namespace Comity.Service.Kept;

/// <summary>
/// The council's facts in memory, for one council's process. They are used only while the database has the stamp that they were read under,
/// which is asked each time.
/// </summary>
public sealed class KeptFacts
{
    private volatile UnderStamp? _kept;

    /// <summary>The facts as they were when they were last asked for, which may be old; null where they never were.</summary>
    internal CouncilFacts? Last => _kept?.Facts;

    /// <summary>Whether these are the facts under a stamp that the database has just given.</summary>
    internal bool Hold(CouncilFacts facts, string stamp) => _kept is { } kept && kept.Facts == facts && kept.Stamp == stamp;

    /// <summary>The facts as they are now. Within a transaction: as that transaction sees them.</summary>
    public async Task<CouncilFacts> GetAsync(ComityDb db, CancellationToken cancellationToken)
    {
        var question = Compiled.Of(db, static context => new StampQuery(context));
        var stamp = await question.AskAsync(db, cancellationToken);
        while (true)
        {
            if (stamp is not null && _kept is { } kept && kept.Stamp == stamp)
            {
                return kept.Facts;
            }

            // Read between two looks at the stamp, so that all of it was true at once.
            var facts = await CouncilFacts.ReadAsync(db, cancellationToken);
            var after = await question.AskAsync(db, cancellationToken);
            if (after == stamp)
            {
                // Without a stamp nothing could say that they are old.
                _kept = stamp is null ? null : new UnderStamp(stamp, facts);
                return facts;
            }

            stamp = after;
        }
    }

    private sealed record UnderStamp(string Stamp, CouncilFacts Facts);

    private sealed class StampQuery(ComityDb model)
    {
        private readonly Dictionary<string, object?> _nothing = [];

        private readonly AskedTogether _question = new(model, new Dictionary<string, Type>(), CouncilStamp.Now(model));

        public Task<string?> AskAsync(ComityDb db, CancellationToken cancellationToken) =>
            _question.AskAsync(
                db,
                _nothing,
                static async (answers, ct) => await answers.ReadAsync(ct) ? answers.GetString(0) : null,
                cancellationToken
            );
    }
}
