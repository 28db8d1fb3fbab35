using System.Text;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Content;

/// <summary>The council key is changed, everything is wrapped again, and the old key is destroyed.</summary>
public sealed class RewrapKeysTests
{
    private const string Secret = "moved out at night with two children";

    [Theory]
    [EveryDatabase]
    public async Task Rewrap_after_a_change_of_key_leaves_nothing_that_needs_the_old_one(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var matter = await council.MatterAsync(await AskSealedAsync(council));
        await using var db = council.Database.Open();
        db.StoredKeys.Add(
            new StoredKey
            {
                Id = Guid.CreateVersion7(),
                Name = "key-of-cookies",
                Sealed = council.Keys.Current.Seal(StoredKey.DataProtection, "ring"u8),
            }
        );
        await db.SaveChangesAsync();
        using var next = CouncilKey.Generate(council.Keys.CouncilId);
        using var both = new CouncilKeyRing([next, council.Keys.Current]);
        using var onlyNext = new CouncilKeyRing([next]);
        var token = (await ViewerTokenKey.OpenAsync(db, council.Keys)).Person(council.People.Member, ContentClass.Sealed);

        var count = await new RewrapKeys(db, both).ExecuteAsync(CancellationToken.None);

        // The matter's key, the key of the viewer tokens, the ring, and each letter about the sealed matter.
        var letters = await db.Outbox.AsNoTracking().Where(mail => mail.SealedAddress != null).ToListAsync();
        letters.ShouldNotBeEmpty();
        count.ShouldBe(3 + letters.Count);
        (await new RewrapKeys(db, both).ExecuteAsync(CancellationToken.None)).ShouldBe(0, "it is done once");
        using var contents = new ContentStore(db, onlyNext, council.Clock);
        var ids = await db.Messages.Where(message => message.MatterId == matter.Id).Select(message => message.ContentId).ToListAsync();
        (await contents.ReadTextsAsync(ids, CancellationToken.None)).Values.ShouldContain(text => text.Text.Contains(Secret));
        (await ViewerTokenKey.OpenAsync(db, onlyNext)).Person(council.People.Member, ContentClass.Sealed).ShouldBe(token);
        var ring = await db.StoredKeys.AsNoTracking().SingleAsync(key => key.Name == "key-of-cookies");
        onlyNext.Open(ring.Purpose, ring.Sealed).ShouldBe("ring"u8.ToArray());
        letters
            .Select(mail => Encoding.UTF8.GetString(onlyNext.Open(Notices.SealedAddressPurpose, mail.SealedAddress!)))
            .ShouldAllBe(address => address.Contains('@'));
    }

    [Theory]
    [EveryDatabase]
    public async Task Rewrap_passes_over_a_key_that_was_erased(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var matter = await council.MatterAsync(await AskSealedAsync(council));
        await using var db = council.Database.Open();
        await db.MatterKeys.ExecuteUpdateAsync(set => set.SetProperty(key => key.WrappedKey, Array.Empty<byte>()));
        using var both = new CouncilKeyRing([CouncilKey.Generate(council.Keys.CouncilId), council.Keys.Current]);

        await new RewrapKeys(db, both).ExecuteAsync(CancellationToken.None);

        (await db.MatterKeys.AsNoTracking().SingleAsync(key => key.MatterId == matter.Id)).WrappedKey.ShouldBeEmpty();
    }

    private static async Task<string> AskSealedAsync(TestCouncil council) =>
        (await council.AskAsync(request => request with { Question = $"They {Secret}. What can housing do tonight?", Sealed = true }))
            .ShouldBeOfType<AskOfficerResult.Asked>()
            .Reference;
}
