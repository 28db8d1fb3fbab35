using System.Globalization;
using System.Text;
using Comity.Service.Content;

namespace Comity.Service.Tests.Content;

public sealed class SealedContentTests
{
    private static readonly Guid Council = Id(1);
    private static readonly Guid Matter = Id(2);
    private static readonly SealedPlace Place = new(Council, Matter, "content", Id(3), 1);

    [Fact]
    public void Open_what_was_sealed_gives_it_back()
    {
        using var council = CouncilKey.Generate(Council);
        var (key, stored) = council.NewContentKey(Matter);
        using var ring = new CouncilKeyRing([council]);
        var box = key.Seal(Place, "Cllr Siân Å. raised a concern");
        key.Dispose();

        using var opened = ring.Unwrap(stored);

        opened.OpenText(Place, box).ShouldBe("Cllr Siân Å. raised a concern");
        opened.Open(Place, opened.Seal(Place, ReadOnlySpan<byte>.Empty)).ShouldBeEmpty();
    }

    [Fact]
    public void Seal_the_same_content_twice_gives_nothing_in_common_and_shows_no_plain_text()
    {
        using var council = CouncilKey.Generate(Council);
        using var key = council.NewContentKey(Matter).Open;
        var one = key.Seal(Place, "the reporter is Jo Bloggs");
        var other = key.Seal(Place, "the reporter is Jo Bloggs");

        NonceOf(one).ShouldNotBe(NonceOf(other));
        one[21..].ShouldNotBe(other[21..]);
        Encoding.Latin1.GetString(one).ShouldNotContain("Bloggs");
    }

    [Fact]
    public void Seal_many_contents_never_uses_a_nonce_twice()
    {
        using var council = CouncilKey.Generate(Council);
        using var key = council.NewContentKey(Matter).Open;

        Enumerable.Range(0, 5000).Select(_ => NonceOf(key.Seal(Place, "x"))).Distinct().Count().ShouldBe(5000);
    }

    [Fact]
    public void Open_in_any_other_place_than_it_was_sealed_for_is_refused()
    {
        using var council = CouncilKey.Generate(Council);
        using var key = council.NewContentKey(Matter).Open;
        var box = key.Seal(Place, "x");
        SealedPlace[] others =
        [
            Place with
            {
                CouncilId = Id(9),
            },
            Place with
            {
                MatterId = Id(9),
            },
            Place with
            {
                Part = "private notes",
            },
            Place with
            {
                ContentId = Id(9),
            },
            Place with
            {
                Version = 2,
            },
        ];

        foreach (var other in others)
        {
            FailureOf(() => key.Open(other, box)).ShouldBe(SealedFailure.Tampered);
        }
    }

    [Fact]
    public void Open_with_any_byte_altered_is_refused()
    {
        using var council = CouncilKey.Generate(Council);
        using var key = council.NewContentKey(Matter).Open;
        var box = key.Seal(Place, "x and some more");
        for (var i = 0; i < box.Length; i++)
        {
            box[i] ^= 0x10;
            FailureOf(() => key.Open(Place, box))
                .ShouldBe(
                    i switch
                    {
                        0 => SealedFailure.UnknownFormat,
                        <= 8 => SealedFailure.WrongKey,
                        _ => SealedFailure.Tampered,
                    },
                    $"byte {i}"
                );
            box[i] ^= 0x10;
        }

        FailureOf(() => key.Open(Place, box.AsSpan(0, 20))).ShouldBe(SealedFailure.UnknownFormat);
        FailureOf(() => key.Open(Place, box.AsSpan(0, box.Length - 1))).ShouldBe(SealedFailure.Tampered);
    }

    [Fact]
    public void Open_with_the_key_of_another_matter_says_that_the_key_is_wrong()
    {
        using var council = CouncilKey.Generate(Council);
        using var key = council.NewContentKey(Matter).Open;
        using var other = council.NewContentKey(Matter).Open;

        FailureOf(() => other.Open(Place, key.Seal(Place, "x"))).ShouldBe(SealedFailure.WrongKey);
    }

    [Fact]
    public void Unwrap_a_key_in_the_place_of_another_matters_is_refused()
    {
        using var council = CouncilKey.Generate(Council);
        using var ring = new CouncilKeyRing([council]);
        var stored = ring.NewContentKey(Matter).Stored;

        FailureOf(() => ring.Unwrap(stored with { MatterId = Id(9) })).ShouldBe(SealedFailure.Tampered);
    }

    [Fact]
    public void Unwrap_without_the_council_key_names_the_key_that_is_missing()
    {
        using var lost = CouncilKey.Generate(Council);
        using var ring = new CouncilKeyRing([CouncilKey.Generate(Council)]);
        var stored = lost.NewContentKey(Matter).Stored;

        var refusal = Should.Throw<SealedContentException>(() => ring.Unwrap(stored));

        refusal.Failure.ShouldBe(SealedFailure.KeyMissing);
        refusal.Message.ShouldContain(lost.Id);
        FailureOf(() => ring.Unwrap(stored with { CouncilKeyId = ring.Current.Id })).ShouldBe(SealedFailure.WrongKey);
    }

    [Fact]
    public void Open_after_the_matters_key_was_erased_is_impossible_and_says_so()
    {
        using var ring = new CouncilKeyRing([CouncilKey.Generate(Council)]);
        var (key, stored) = ring.NewContentKey(Matter);
        var box = key.Seal(Place, "x");
        key.Dispose();

        var erased = stored.Erase();

        erased.Wrapped.Length.ShouldBe(0);
        FailureOf(() => ring.Unwrap(erased)).ShouldBe(SealedFailure.KeyErased);
        ring.Rewrap(erased).ShouldBe(erased);
        // The wiped key in memory opens nothing either.
        FailureOf(() => key.Open(Place, box)).ShouldBe(SealedFailure.WrongKey);
    }

    [Fact]
    public void Rotate_the_council_key_rewraps_and_leaves_the_content_as_it_is()
    {
        using var old = CouncilKey.Generate(Council);
        using var next = CouncilKey.Generate(Council);
        var (key, stored) = old.NewContentKey(Matter);
        var box = key.Seal(Place, "x");
        using var both = new CouncilKeyRing([next, old]);

        var rewrapped = both.Rewrap(stored);

        rewrapped.CouncilKeyId.ShouldBe(next.Id);
        both.Rewrap(rewrapped).ShouldBe(rewrapped);
        using var onlyNext = new CouncilKeyRing([next]);
        using var opened = onlyNext.Unwrap(rewrapped);
        opened.OpenText(Place, box).ShouldBe("x");
        FailureOf(() => onlyNext.Unwrap(stored)).ShouldBe(SealedFailure.KeyMissing);
    }

    [Fact]
    public void Seal_for_one_purpose_does_not_open_for_another_nor_in_another_council()
    {
        using var council = CouncilKey.Generate(Council);
        var box = council.Seal("data-protection", "ring"u8);

        council.Open("data-protection", box).ShouldBe("ring"u8.ToArray());
        FailureOf(() => council.Open("other", box)).ShouldBe(SealedFailure.WrongKey);
        using var elsewhere = CouncilKey.FromBytes(Id(9), council.Bytes);
        FailureOf(() => elsewhere.Open("data-protection", box)).ShouldBe(SealedFailure.Tampered);
    }

    [Fact]
    public void Make_a_ring_without_keys_or_with_another_councils_key_is_refused()
    {
        FailureOf(() => RingOf()).ShouldBe(SealedFailure.KeyMissing);
        FailureOf(() => RingOf(CouncilKey.Generate(Council), CouncilKey.Generate(Id(9)))).ShouldBe(SealedFailure.WrongKey);
    }

    private static CouncilKeyRing RingOf(params CouncilKey[] keys) => new(keys);

    private static string NonceOf(byte[] box) => Convert.ToHexString(box.AsSpan(9, 12));

    private static Guid Id(int n) => Guid.ParseExact(n.ToString("D32", CultureInfo.InvariantCulture), "N");

    private static SealedFailure FailureOf(Action act) => Should.Throw<SealedContentException>(act).Failure;
}
