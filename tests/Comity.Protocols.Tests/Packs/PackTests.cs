using Comity.Protocols.Cases;

namespace Comity.Protocols.Tests.Packs;

public class PackTests
{
    public static TheoryData<string> Keys => [.. Repository.Library.Files.Select(file => file.Control.Protocol)];

    [Fact]
    public void Packs_have_no_errors() => Repository.Library.Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Pack_compiles_without_findings(string key) =>
        Repository.Library.Compile(key).Diagnostics.Select(found => found.ToString()).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Cases_of_a_pack_pass(string key)
    {
        var results = CaseSet.Run(Repository.Library, key, Repository.Calendars);

        results.ShouldNotBeEmpty();
        results.SelectMany(result => result.Failures).Select(failure => failure.ToString()).ShouldBeEmpty();
    }
}
