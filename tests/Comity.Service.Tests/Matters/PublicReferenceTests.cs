using Comity.Service.Matters;

namespace Comity.Service.Tests.Matters;

public sealed class PublicReferenceTests
{
    [Fact]
    public void Draw_a_reference_carries_at_least_forty_random_bits() =>
        Math.Log2(Math.Pow(PublicReference.Alphabet.Length, PublicReference.Length - 1)).ShouldBeGreaterThan(40);

    [Fact]
    public void Draw_many_references_uses_the_whole_alphabet_in_every_place_and_reads_each_back()
    {
        var drawn = Enumerable.Range(0, 3000).Select(_ => PublicReference.New()).ToList();

        drawn.ShouldAllBe(r => Read(r.Value) == r);
        drawn.Distinct().Count().ShouldBe(drawn.Count);
        for (var place = 0; place < PublicReference.Length; place++)
        {
            drawn.Select(r => Characters(r)[place]).Distinct().Count().ShouldBe(PublicReference.Alphabet.Length);
        }
    }

    [Fact]
    public void Read_a_reference_with_any_one_character_wrong_is_refused()
    {
        // Exhaustive: the check is linear modulo a prime, so that whether an error is found depends on its place and the two characters alone.
        // All places × all pairs of characters are covered by the references that hold each character at each place.
        foreach (var (place, was) in EveryCharacterAtEveryPlace())
        {
            foreach (var wrong in PublicReference.Alphabet.Where(c => c != was.Characters[place]))
            {
                var mistyped = was.Characters.ToArray();
                mistyped[place] = wrong;
                PublicReference.TryParse(new string(mistyped), out _).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void Read_a_reference_with_any_two_neighbours_swapped_is_refused()
    {
        var tried = new HashSet<(int, char, char)>();
        var all = PublicReference.Alphabet.Length * (PublicReference.Alphabet.Length - 1) * (PublicReference.Length - 1);
        while (tried.Count < all)
        {
            var characters = Characters(PublicReference.New());
            for (var place = 0; place < PublicReference.Length - 1; place++)
            {
                var (left, right) = (characters[place], characters[place + 1]);
                if (left == right)
                {
                    continue;
                }

                tried.Add((place, left, right));
                var swapped = characters.ToArray();
                (swapped[place], swapped[place + 1]) = (right, left);
                PublicReference.TryParse(new string(swapped), out _).ShouldBeFalse();
            }
        }

        tried.Count.ShouldBe(all);
    }

    [Fact]
    public void Read_a_reference_as_people_write_it_gives_the_stored_form()
    {
        var reference = Enumerable
            .Range(0, 100_000)
            .Select(_ => PublicReference.New())
            .First(r => r.Value.Contains('0') && r.Value.Contains('1'));
        var spoken = reference.Value.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace('-', ' ');

        Read(spoken).ShouldBe(reference);
        Read($"  {reference.Value.Replace("-", "", StringComparison.Ordinal).Replace('1', 'I')} ").ShouldBe(reference);
        reference.Value.Length.ShouldBe(12);
        reference.ToString().ShouldBe(reference.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("WXQ4")]
    [InlineData("0000-0000-000")]
    [InlineData("0000-0000-0000")]
    [InlineData("0000-0000-0U")]
    [InlineData("0000-0000-0é")]
    public void Read_what_is_no_reference_is_refused(string? text) => PublicReference.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Read_a_golden_reference_never_changes() => Read("2BCD-FGHJ-K8").Value.ShouldBe("2BCD-FGHJ-K8");

    private static PublicReference Read(string text)
    {
        PublicReference.TryParse(text, out var reference).ShouldBeTrue(text);
        return reference!;
    }

    private static string Characters(PublicReference reference) => reference.Value.Replace("-", "", StringComparison.Ordinal);

    private static IEnumerable<(int Place, (string Characters, PublicReference Reference) Was)> EveryCharacterAtEveryPlace()
    {
        var seen = new HashSet<(int, char)>();
        while (seen.Count < PublicReference.Length * PublicReference.Alphabet.Length)
        {
            var reference = PublicReference.New();
            var characters = Characters(reference);
            for (var place = 0; place < PublicReference.Length; place++)
            {
                if (seen.Add((place, characters[place])))
                {
                    yield return (place, (characters, reference));
                }
            }
        }
    }
}
