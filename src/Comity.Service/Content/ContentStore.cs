using System.Text;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Content;

/// <summary>
/// Keeps and gives back content, indexed or sealed. One for each request: opened keys live as long as it does. It does not ask who wants
/// to read: that is decided before, by the grants.
/// </summary>
public sealed class ContentStore(ComityDb db, CouncilKeyRing keys, TimeProvider clock) : IDisposable
{
    /// <summary>The part under which content stands that belongs to no matter.</summary>
    public const string CouncilPart = "council";

    private readonly Dictionary<Guid, ContentKey> _opened = [];

    public Task<StoredContent> AddTextAsync(
        Guid? matterId,
        string part,
        ContentClass contentClass,
        string text,
        CancellationToken cancellationToken
    ) =>
        contentClass == ContentClass.Sealed
            ? AddSealedAsync(matterId, part, Encoding.UTF8.GetBytes(text), cancellationToken)
            : Task.FromResult(AddIndexed(matterId, part, text, bytes: null));

    public Task<StoredContent> AddBytesAsync(
        Guid matterId,
        string part,
        ContentClass contentClass,
        byte[] bytes,
        CancellationToken cancellationToken
    ) =>
        contentClass == ContentClass.Sealed
            ? AddSealedAsync(matterId, part, bytes, cancellationToken)
            : Task.FromResult(AddIndexed(matterId, part, text: null, bytes));

    /// <summary>The text, or null when it was erased.</summary>
    public async Task<string?> ReadTextAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadTextsAsync([id], cancellationToken)).GetValueOrDefault(id)?.Text;

    /// <summary>The texts that are still there, with their salts, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, SaltedText>> ReadTextsAsync(
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, SaltedText>();
        }

        var items = await Compiled.Of<Queries>(db).Items(db, [.. ids]).ToListAsync(cancellationToken);
        var texts = new Dictionary<Guid, SaltedText>(items.Count);
        foreach (var item in items.Where(item => item.ErasedAt is null))
        {
            if (item.Class == ContentClass.Indexed)
            {
                texts[item.Id] = new SaltedText(item.Text!, item.Salt!);
            }
            else
            {
                var plain = await OpenAsync(item, cancellationToken);
                texts[item.Id] = new SaltedText(
                    Encoding.UTF8.GetString(plain.AsSpan(RecordCommitment.SaltBytes)),
                    plain[..RecordCommitment.SaltBytes]
                );
            }
        }

        return texts;
    }

    /// <summary>The bytes of a file, or null when they were erased.</summary>
    public async Task<byte[]?> ReadBytesAsync(Guid id, CancellationToken cancellationToken)
    {
        var item = await db.Contents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return item switch
        {
            null or { ErasedAt: not null } => null,
            { Class: ContentClass.Indexed } => item.Bytes,
            _ => (await OpenAsync(item, cancellationToken))[RecordCommitment.SaltBytes..],
        };
    }

    public void Dispose()
    {
        foreach (var key in _opened.Values)
        {
            key.Dispose();
        }

        _opened.Clear();
    }

    private StoredContent AddIndexed(Guid? matterId, string part, string? text, byte[]? bytes)
    {
        var stored = NewContent();
        db.Contents.Add(
            new ContentItem
            {
                Id = stored.Id,
                MatterId = matterId,
                Class = ContentClass.Indexed,
                Part = part,
                Text = text,
                Bytes = bytes,
                Salt = stored.Salt,
            }
        );
        return stored;
    }

    private async Task<StoredContent> AddSealedAsync(Guid? matterId, string part, byte[] plain, CancellationToken cancellationToken)
    {
        var matter = matterId ?? throw new InvalidOperationException("Sealed content belongs to a matter: its key is the matter's.");
        var key = await KeyOfAsync(matter, cancellationToken);
        if (key is null)
        {
            var (opened, wrapped) = keys.NewContentKey(matter);
            _opened[matter] = key = opened;
            db.MatterKeys.Add(
                new MatterKey
                {
                    MatterId = matter,
                    CouncilKeyId = wrapped.CouncilKeyId,
                    WrappedKey = wrapped.Wrapped.ToArray(),
                }
            );
        }

        // The salt is sealed with what it salts: with it in the clear, a guess at the content could be tried against the record.
        var stored = NewContent();
        db.Contents.Add(
            new ContentItem
            {
                Id = stored.Id,
                MatterId = matter,
                Class = ContentClass.Sealed,
                Part = part,
                Bytes = key.Seal(new SealedPlace(keys.CouncilId, matter, part, stored.Id), [.. stored.Salt, .. plain]),
            }
        );
        return stored;
    }

    private async Task<byte[]> OpenAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var matter = item.MatterId!.Value;
        var key =
            await KeyOfAsync(matter, cancellationToken)
            ?? throw new SealedContentException(SealedFailure.KeyErased, "the key of this matter is no longer there");
        return key.Open(new SealedPlace(keys.CouncilId, matter, item.Part, item.Id), item.Bytes);
    }

    private async Task<ContentKey?> KeyOfAsync(Guid matterId, CancellationToken cancellationToken)
    {
        if (_opened.TryGetValue(matterId, out var opened))
        {
            return opened;
        }

        var row = await db.MatterKeys.AsNoTracking().SingleOrDefaultAsync(key => key.MatterId == matterId, cancellationToken);
        return row is null ? null : _opened[matterId] = keys.Unwrap(new WrappedContentKey(matterId, row.CouncilKeyId, row.WrappedKey));
    }

    private StoredContent NewContent() => new(Guid.CreateVersion7(clock.GetUtcNow()), RecordCommitment.NewSalt());

    private sealed class Queries
    {
        public Func<ComityDb, Guid[], IAsyncEnumerable<ContentItem>> Items { get; } =
            EF.CompileAsyncQuery((ComityDb db, Guid[] ids) => db.Contents.AsNoTracking().Where(item => Enumerable.Contains(ids, item.Id)));
    }
}
