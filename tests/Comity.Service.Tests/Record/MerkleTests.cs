using Comity.Service.Record;
using FsCheck;
using FsCheck.Fluent;

namespace Comity.Service.Tests.Record;

public sealed class MerkleTests
{
    /// <summary>The leaves of the reference tree that the Certificate Transparency implementations share as test vectors.</summary>
    private static readonly string[] ReferenceLeaves =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    private static readonly string[] ReferenceRoots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Root_of_no_leaves_is_the_hash_of_nothing() =>
        new CompactRange().Root().ToString().ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Fact]
    public void Root_of_the_reference_tree_is_the_published_one_at_every_size()
    {
        var range = new CompactRange();
        for (var i = 0; i < ReferenceLeaves.Length; i++)
        {
            range.Append(MerkleHash.Leaf(Convert.FromHexString(ReferenceLeaves[i])));
            range.Root().ToString().ShouldBe(ReferenceRoots[i]);
        }
    }

    [Fact]
    public void Proofs_in_the_reference_tree_are_the_published_ones()
    {
        var leaves = ReferenceLeaves.Select(l => MerkleHash.Leaf(Convert.FromHexString(l))).ToArray();

        MerkleProof
            .Inclusion(leaves, 5)
            .Select(h => h.ToString())
            .ShouldBe([
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]);
        MerkleProof
            .Consistency(leaves, 6)
            .Select(h => h.ToString())
            .ShouldBe([
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]);
    }

    [Fact]
    public void Append_leads_to_the_root_of_the_plain_recursive_definition_at_every_size()
    {
        var leaves = Leaves(200);
        var range = new CompactRange();
        for (var size = 1; size <= leaves.Length; size++)
        {
            range.Append(leaves[size - 1]);
            range.Root().ShouldBe(PlainRoot(leaves[..size]));
            range = CompactRange.FromBytes(range.ToBytes());
            range.Size.ShouldBe(size);
        }
    }

    [Fact]
    public void Inclusion_of_every_leaf_at_every_size_is_proved_and_no_other_leaf_passes()
    {
        var leaves = Leaves(70);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var tree = leaves[..size];
            var root = PlainRoot(tree);
            for (var index = 0; index < size; index++)
            {
                var path = MerkleProof.Inclusion(tree, index);
                MerkleProof.VerifyInclusion(tree[index], index, size, path, root).ShouldBeTrue($"{index} of {size}");
                MerkleProof.VerifyInclusion(MerkleHash.Empty, index, size, path, root).ShouldBeFalse();
                MerkleProof.VerifyInclusion(tree[index], (index + 1) % size, size, path, root).ShouldBe(size == 1);
                MerkleProof.VerifyInclusion(tree[index], index, size, [.. path, root], root).ShouldBeFalse();
                if (path.Count > 0)
                {
                    MerkleProof.VerifyInclusion(tree[index], index, size, [.. path.SkipLast(1)], root).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void Consistency_between_every_two_sizes_is_proved_and_a_rewritten_past_does_not_pass()
    {
        var leaves = Leaves(70);
        var roots = Enumerable.Range(0, leaves.Length + 1).Select(n => PlainRoot(leaves[..n])).ToArray();
        for (var size = 0; size <= leaves.Length; size++)
        {
            for (var old = 0; old <= size; old++)
            {
                var path = MerkleProof.Consistency(leaves.AsSpan(0, size), old);
                MerkleProof.VerifyConsistency(old, roots[old], size, roots[size], path).ShouldBeTrue($"{old} to {size}");
                MerkleProof.VerifyConsistency(old, MerkleHash.Leaf([1]), size, roots[size], path).ShouldBeFalse($"{old} to {size}");
                MerkleProof.VerifyConsistency(old, roots[old], size, MerkleHash.Leaf([1]), path).ShouldBe(old == 0, $"{old} to {size}");
                MerkleProof.VerifyConsistency(old, roots[old], size, roots[size], [.. path, roots[1]]).ShouldBeFalse($"{old} to {size}");
            }
        }
    }

    [Fact]
    public void Root_differs_whenever_a_leaf_differs()
    {
        Prop.ForAll(
                ArbMap.Default.ArbFor<(PositiveInt Size, NonNegativeInt Index)>(),
                drawn =>
                {
                    var leaves = Leaves(drawn.Size.Get % 300 + 1);
                    var before = MerkleProof.Root(leaves);
                    leaves[drawn.Index.Get % leaves.Length] = MerkleHash.Leaf("other"u8);
                    return MerkleProof.Root(leaves) != before;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_a_compact_range_of_the_wrong_length_is_refused()
    {
        var range = new CompactRange();
        range.Append(MerkleHash.Leaf([1]));
        range.Append(MerkleHash.Leaf([2]));
        range.Append(MerkleHash.Leaf([3]));
        var bytes = range.ToBytes();

        Should.Throw<RecordFormatException>(() => CompactRange.FromBytes(bytes.AsSpan(0, bytes.Length - 1)));
        Should.Throw<RecordFormatException>(() => CompactRange.FromBytes([.. bytes, .. new byte[32]]));
        Should.Throw<RecordFormatException>(() => CompactRange.FromBytes(bytes.AsSpan(0, 7)));
    }

    private static RecordHash[] Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i)))];

    /// <summary>RFC 6962 §2.1 word for word, slow and plain.</summary>
    private static RecordHash PlainRoot(RecordHash[] leaves)
    {
        if (leaves.Length == 0)
        {
            return MerkleHash.Empty;
        }

        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return MerkleHash.Node(PlainRoot(leaves[..split]), PlainRoot(leaves[split..]));
    }
}
