using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Comity.Service.Record;
using Comity.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Service.Tests.Record;

public sealed partial class RecordLeafTests
{
    private static readonly LogId Log = LogId.OfRecord(Guid.Parse("01930000-0000-7000-8000-000000000001", CultureInfo.InvariantCulture));

    /// <summary>The worked example of docs/record.md.</summary>
    private static RecordLeaf Example =>
        new()
        {
            Log = Log,
            Sequence = 41,
            Instant = new DateTime(2026, 11, 22, 9, 30, 0, 123, 456, DateTimeKind.Utc),
            Kind = "enquiry.replied",
            Actor = "person:01930000-0000-7000-8000-0000000000aa",
            Matter = "01930000-0000-7000-8000-0000000000bb",
            Commitment = RecordCommitment.Of(
                Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(),
                "{\"text\":\"The bin is emptied on Friday.\"}"
            ),
            Previous = MerkleHash.Leaf("the entry before"u8),
        };

    [Fact]
    public void Encode_the_worked_example_gives_the_bytes_and_the_hash_on_paper()
    {
        var page = Checkout.Read("docs/record.md");
        var bytes = HexAfter(page, "leaf bytes");
        var commitment = HexAfter(page, "commitment");
        var hash = HexAfter(page, "leaf hash");

        Example.Commitment.ToString().ShouldBe(commitment);
        Convert.ToHexStringLower(Example.Encode()).ShouldBe(bytes);
        Example.Hash().ToString().ShouldBe(hash);
        RecordLeaf.Decode(Convert.FromHexString(bytes)).ShouldBe(Example);
    }

    [Fact]
    public void Encode_golden_leaves_never_changes()
    {
        // These values are the promise of version 1: a change here means that every record written so far no longer verifies.
        Example.Hash().ToString().ShouldBe("2dea41a3a8d2a6817dd5feaa6775e31328b3e2974f689b2605eed50603c61067");
        (Example with { Matter = null }).Hash().ToString().ShouldBe("c95d0a3faa26a7eae8359db5c2d92d7e2a7e00df2104faa18d48c07d3907e23c");
        (Example with { Sequence = 0, Previous = RecordHash.Zero, Actor = "Siân" })
            .Hash()
            .ToString()
            .ShouldBe("5c80f76e1c6b38250c8a781b5fcc803193a2a35a012df738275e172bcbc511fd");
        (Example with { Instant = new DateTime(1969, 12, 31, 23, 59, 59, 999, DateTimeKind.Utc) })
            .Hash()
            .ToString()
            .ShouldBe("1acfc477ff2cf3e2dcaecd973ed9b35ba80947006830df8d515e04639f3594cd");
    }

    [Fact]
    public void Decode_what_was_encoded_gives_the_same_leaf()
    {
        Prop.ForAll(AnyLeaf(), leaf => RecordLeaf.Decode(leaf.Encode()) == leaf).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Encode_two_different_leaves_gives_different_bytes()
    {
        Prop.ForAll(AnyLeaf(), AnyLeaf(), (one, other) => one == other || !one.Encode().AsSpan().SequenceEqual(other.Encode()))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Encode_texts_that_run_together_gives_different_bytes()
    {
        var one = Example with { Kind = "ab", Actor = "c" };
        var other = Example with { Kind = "a", Actor = "bc" };

        one.Encode().ShouldNotBe(other.Encode());
    }

    [Fact]
    public void Decode_any_leaf_with_one_byte_altered_never_gives_the_same_leaf()
    {
        var bytes = Example.Encode();
        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = (byte[])bytes.Clone();
            altered[i] ^= 0x01;
            try
            {
                RecordLeaf.Decode(altered).ShouldNotBe(Example);
            }
            catch (RecordFormatException)
            {
                // Refused: as good as different.
            }
        }
    }

    [Fact]
    public void Decode_a_leaf_cut_short_or_with_bytes_after_it_is_refused()
    {
        var bytes = Example.Encode();
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Should.Throw<RecordFormatException>(() => RecordLeaf.Decode(cut));
        }

        Should.Throw<RecordFormatException>(() => RecordLeaf.Decode([.. bytes, 0]));
    }

    [Fact]
    public void Encode_an_empty_overlong_or_ill_formed_text_is_refused()
    {
        string[] texts = ["", new string('x', RecordLeaf.MaxTextBytes + 1), "half a pair: " + (char)0xD800];
        foreach (var text in texts)
        {
            Should.Throw<RecordFormatException>(() => (Example with { Actor = text }).Encode());
            Should.Throw<RecordFormatException>(() => (Example with { Matter = text }).Encode());
        }
    }

    [Fact]
    public void Encode_an_instant_that_a_database_would_cut_or_shift_is_refused()
    {
        Should.Throw<RecordFormatException>(() => (Example with { Instant = Example.Instant.AddTicks(1) }).Encode());
        Should.Throw<RecordFormatException>(() =>
            (Example with { Instant = DateTime.SpecifyKind(Example.Instant, DateTimeKind.Unspecified) }).Encode()
        );
    }

    [Fact]
    public void Commit_to_the_same_content_with_another_salt_gives_another_commitment()
    {
        var salt = RecordCommitment.NewSalt();

        RecordCommitment.Of(salt, "x").ShouldBe(RecordCommitment.Of(salt, "x"));
        RecordCommitment.Of(RecordCommitment.NewSalt(), "x").ShouldNotBe(RecordCommitment.Of(salt, "x"));
        RecordCommitment.Of(salt, "y").ShouldNotBe(RecordCommitment.Of(salt, "x"));
        Should.Throw<RecordFormatException>(() => RecordCommitment.Of(salt.AsSpan(1), "x"));
    }

    [Fact]
    public void Append_entries_chains_them_and_goes_on_from_what_was_stored()
    {
        var appender = RecordAppender.Start(Log);
        var leaves = new List<RecordLeaf>();
        for (var i = 0; i < 20; i++)
        {
            leaves.Add(appender.Append(Example.Instant.AddTicks(3), "matter.opened", "person:1", null, RecordHash.Zero));
            appender = RecordAppender.Resume(Log, appender.CompactRangeBytes(), appender.LastHash);
        }

        leaves.Select(l => l.Sequence).ShouldBe(Enumerable.Range(0, 20).Select(i => (long)i));
        leaves[0].Previous.ShouldBe(RecordHash.Zero);
        leaves.Zip(leaves.Skip(1)).ShouldAllBe(pair => pair.Second.Previous == pair.First.Hash());
        leaves[0].Instant.ShouldBe(Example.Instant);
        appender.Checkpoint().ShouldBe(new Checkpoint(Log, 20, MerkleProof.Root([.. leaves.Select(l => l.Hash())])));
    }

    [Theory]
    [InlineData(
        """{"b":1,"a":"é\u0007\n\"\\/","c":[true,false,null,-5,{}]}""",
        "{\"a\":\"é\\u0007\\n\\\"\\\\/\",\"b\":1,\"c\":[true,false,null,-5,{}]}"
    )]
    [InlineData("""[]""", "[]")]
    public void Write_canonical_json_sorts_and_escapes_as_rfc_8785_does(string json, string expected) =>
        CanonicalJson.Write(JsonNode.Parse(json)).ShouldBe(expected);

    [Theory]
    [InlineData("1.5")]
    [InlineData("9007199254740992")]
    [InlineData("1e3")]
    public void Write_canonical_json_refuses_numbers_that_readers_disagree_on(string number) =>
        Should.Throw<RecordFormatException>(() => CanonicalJson.Write(JsonNode.Parse(number)));

    private static Arbitrary<RecordLeaf> AnyLeaf()
    {
        var text = ArbMap
            .Default.GeneratorFor<NonEmptyString>()
            .Select(s => s.Get)
            .Where(s => s.EnumerateRunes().All(r => r.Value != 0xFFFD));
        var hash = Gen.ArrayOf(Gen.Choose(0, 255), 32).Select(bytes => new RecordHash(bytes.Select(b => (byte)b).ToArray()));
        var generator =
            from sequence in Gen.Choose(0, int.MaxValue)
            from micros in Gen.Choose(int.MinValue, int.MaxValue)
            from kind in text
            from actor in text
            from matter in Gen.OneOf(text, Gen.Constant<string?>(null)!)
            from commitment in hash
            from previous in hash
            select new RecordLeaf
            {
                Log = Log,
                Sequence = sequence,
                Instant = DateTime.UnixEpoch.AddTicks(micros * 123_457L * TimeSpan.TicksPerMicrosecond),
                Kind = kind,
                Actor = actor,
                Matter = matter,
                Commitment = commitment,
                Previous = previous,
            };
        return generator.ToArbitrary();
    }

    private static string HexAfter(string page, string heading)
    {
        var block = HexBlock().Matches(page).Single(m => m.Groups["name"].Value == heading).Groups["hex"].Value;
        return string.Concat(block.Where(char.IsAsciiHexDigit));
    }

    [GeneratedRegex(@"\*\*(?<name>[a-z ]+)\*\*\n\n```hex\n(?<hex>[0-9a-f\s]+)```")]
    private static partial Regex HexBlock();
}
