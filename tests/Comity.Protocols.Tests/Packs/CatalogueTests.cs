using Comity.Protocols.Language;

namespace Comity.Protocols.Tests.Packs;

/// <summary>Each protocol against <c>norms.txt</c> beside it: the norms that a reading of the printed text found.</summary>
public class CatalogueTests
{
    /// <summary>Numbers that the print does not have: it jumps over them, or the text there is not numbered.</summary>
    private static readonly (string Protocol, string Clause)[] NotPrinted =
    [
        ("west-lavington", "2.2.1"),
        ("west-lavington", "4.4"),
        ("wigan", "2.1"),
        ("wigan", "3.1"),
        ("town", "1.1"),
        ("town", "2.1"),
        ("town", "5.1"),
        ("town", "9.1"),
        ("town", "11.1"),
    ];

    public static TheoryData<string> Keys => [.. Catalogues().Select(found => found.Key)];

    public static TheoryData<string, string> Phantoms =>
        [.. NotPrinted.Where(clause => Repository.Library.File(clause.Protocol) is not null)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Pack_has_every_norm_of_its_catalogue_and_no_other(string key)
    {
        var printed = Rows(key).Select(row => row[0]).ToList();
        var present = Repository.Library.File(key)!.Norms.Select(norm => norm.Id).ToList();

        printed.Except(present).ShouldBeEmpty("missing from the pack");
        present.Except(printed).ShouldBeEmpty("not in the catalogue");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Norm_speaks_of_the_act_that_the_catalogue_gives_it(string key) =>
        NormsWithRows(key)
            .Where(pair =>
                !pair
                    .Norm.Rules.SelectMany(rule => rule.Scope.Acts)
                    .Select(act => act.Text)
                    .Intersect(pair.Row[4].Split(',', StringSplitOptions.TrimEntries))
                    .Any()
            )
            .Select(pair => pair.Norm.Id)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Norm_is_as_strong_as_the_catalogue_says(string key) =>
        NormsWithRows(key)
            .Where(pair => !pair.Norm.Rules.SelectMany(rule => rule.Effects).Any(effect => IsAsStrongAs(effect, pair.Row[2])))
            .Select(pair => $"{pair.Norm.Id} ({pair.Row[2]})")
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Norm_that_the_catalogue_calls_more_than_guidance_does_more(string key) =>
        NormsWithRows(key).Where(pair => pair.Row[3] != "guide" && !pair.Norm.IsActionable).Select(pair => pair.Norm.Id).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Phantoms))]
    public void Number_that_is_not_printed_is_refused(string key, string clause)
    {
        var example = new SourceText(
            $"{key}/cases/phantom.case",
            $"case {key}/{clause}/a: not printed\nact reply\nexpect not cites {clause}\n"
        );

        var library = ProtocolLibrary.Read([.. Repository.Texts(), example]);

        library.File(key)!.Clauses.ShouldNotContain(found => found.Number == clause);
        library
            .Diagnostics.Where(found => found.Path == example.Path)
            .Select(found => $"{found.Id} {found.Line}")
            .ShouldBe(["CP0106 1", "CP0106 3"]);
    }

    private static bool IsAsStrongAs(Effect effect, string strength) =>
        strength switch
        {
            "must-not" => effect is ForbidEffect { Strength: Strength.Must },
            "must" => effect.Strength is Strength.Must,
            "should" => effect.Strength is Strength.Should,
            "may" => effect.Strength is Strength.May,
            "right" => effect.Strength is Strength.Right,
            _ => effect.Strength is Strength.Is,
        };

    private static IEnumerable<(Norm Norm, string[] Row)> NormsWithRows(string key) =>
        Repository.Library.File(key)!.Norms.Join(Rows(key), norm => norm.Id, row => row[0], (norm, row) => (norm, row));

    private static IEnumerable<string[]> Rows(string key) =>
        File.ReadLines(Catalogues()[key]).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'));

    private static Dictionary<string, string> Catalogues() =>
        Repository
            .Library.Files.Select(file => file.Control.Protocol)
            .Select(key => (Key: key, Path: Path.Combine(Repository.Root, "protocols", key, "norms.txt")))
            .Where(found => File.Exists(found.Path))
            .ToDictionary(found => found.Key, found => found.Path);
}
