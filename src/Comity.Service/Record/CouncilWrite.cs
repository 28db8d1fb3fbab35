using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Comity.Service.Record;

/// <summary>
/// A change under way. What is to be remembered is said with Record; <see cref="CommitAsync"/> appends it to the chain. Disposed
/// without a commit, nothing has happened.
/// </summary>
public sealed class CouncilWrite : IAsyncDisposable
{
    private readonly ComityDb _db;
    private readonly IDbContextTransaction _transaction;
    private readonly ContentStore _contents;
    private readonly ViewerTokens _tokens;
    private readonly List<Pending> _pending = [];
    private bool _isCommitted;

    internal CouncilWrite(
        ComityDb db,
        IDbContextTransaction transaction,
        ContentStore contents,
        ViewerTokens tokens,
        Acting acting,
        DateTime at
    )
    {
        _db = db;
        _transaction = transaction;
        _contents = contents;
        _tokens = tokens;
        Acting = acting;
        At = at;
        Today = LondonTime.DateOf(at);
    }

    public Acting Acting { get; private set; }

    /// <summary>The instant of the change, UTC, in whole microseconds: what both databases keep.</summary>
    public DateTime At { get; }

    /// <summary>The council's date at that instant.</summary>
    public DateOnly Today { get; }

    /// <summary>Remembers something about the council itself.</summary>
    public void Record(string kind, JsonObject content) => _pending.Add(new Pending(kind, Acting, null, null, content));

    /// <summary>Remembers something about a part of a matter. In a sealed matter the words and the actor are sealed too.</summary>
    public void Record(string kind, Matter matter, string part, JsonObject content) =>
        _pending.Add(new Pending(kind, Acting, matter, part, content));

    /// <summary>What follows is the service's own doing: it comes of the person's act, and is not theirs.</summary>
    public void GoOnAsService() => Acting = Acting.Service;

    /// <summary>The acting person's token as it stands in that matter's rows.</summary>
    public string ActorToken(Matter matter) => _tokens.Person(Acting.PersonId, matter.Class);

    /// <summary>Loads a matter for a change and makes sure that it is still what the person saw.</summary>
    /// <exception cref="ChangedSinceOpenedException">It has changed since.</exception>
    public async Task<Matter> MatterAsync(Guid matterId, int version, CancellationToken cancellationToken)
    {
        var matter =
            await _db.Matters.SingleOrDefaultAsync(row => row.Id == matterId, cancellationToken)
            ?? throw new ChangedSinceOpenedException("The matter is no longer there.");
        if (matter.Version != version)
        {
            throw new ChangedSinceOpenedException($"Version {version} was opened; it is now at {matter.Version}.");
        }

        matter.Version++;
        return matter;
    }

    /// <summary>Appends, saves and commits. When it returns, the change survives a power cut.</summary>
    /// <exception cref="ChangedSinceOpenedException">Somebody else changed the same row first.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AppendAsync(cancellationToken);
            await _db.SaveChangesAsync(cancellationToken);
            await _transaction.CommitAsync(cancellationToken);
            _isCommitted = true;
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new ChangedSinceOpenedException("Somebody else changed it first.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        if (!_isCommitted)
        {
            // The context would save what was changed in vain with the next thing that it saves: that somebody read the page of the refusal (seen 2026-11-23).
            _db.ChangeTracker.Clear();
        }
    }

    private async Task AppendAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var head = await _db.RecordHeads.AsNoTracking().SingleAsync(cancellationToken);
        var appender = RecordAppender.Resume(LogId.OfRecord(head.LogId), head.CompactRange, new RecordHash(head.LastHash));
        foreach (var pending in _pending)
        {
            var contentClass = pending.Matter?.Class ?? ContentClass.Indexed;
            var text = CanonicalJson.Write(pending.Content);
            var content = await _contents.AddTextAsync(
                pending.Matter?.Id,
                pending.Part ?? ContentStore.CouncilPart,
                Parts.ClassOf(pending.Matter, pending.Part),
                text,
                cancellationToken
            );
            var commitment = RecordCommitment.Of(content.Salt, text);
            var previous = appender.LastHash;
            var actor = _tokens.Person(pending.Acting.PersonId, contentClass);
            var leaf = appender.Append(At, pending.Kind, actor, pending.Matter?.Id.ToString("D"), commitment);
            _db.RecordEntries.Add(
                new RecordEntry
                {
                    Sequence = leaf.Sequence,
                    At = leaf.Instant,
                    Kind = leaf.Kind,
                    ActorToken = leaf.Actor,
                    MatterId = pending.Matter?.Id,
                    Part = pending.Part,
                    ContentId = content.Id,
                    Commitment = commitment.ToArray(),
                    LeafHash = appender.LastHash.ToArray(),
                    PreviousHash = previous.ToArray(),
                }
            );
        }

        var (size, last, range) = (appender.Size, appender.LastHash.ToArray(), appender.CompactRangeBytes());
        await _db.RecordHeads.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.Size, size).SetProperty(row => row.LastHash, last).SetProperty(row => row.CompactRange, range),
            cancellationToken
        );
        _pending.Clear();
    }

    private sealed record Pending(string Kind, Acting Acting, Matter? Matter, string? Part, JsonObject Content);
}
